// OperandSelection.cpp: what means the same in the parent stays; all else has
// to travel, in one piece or, where the form forbids that, in several.

#include "OperandSelection.h"

#include "Forms.h"
#include "Scope.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "SystemFunctions.h"
#include "Travel.h"
#include "UpdateBuilder.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

/// opensDescriptor() returns true where a file is opened: the number that
/// stands for it means nothing in another process.
bool opensDescriptor(const Expr *expr) {
  return anyBelow(expr, [](const Stmt *part) {
    const auto *call = llvm::dyn_cast<CallExpr>(part);
    return call && call->getDirectCallee() &&
           makesDescriptor(call->getDirectCallee());
  });
}

/// containerOf() returns the container of `part.begin()`, or null.
const Expr *containerOf(const Expr *iterator) {
  const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(iterator);
  return member && isStandard(member->getMethodDecl()) &&
                 refersElsewhere(iterator->getType()) &&
                 member->getNumArgs() == 0
             ? written(member->getImplicitObjectArgument())
             : nullptr;
}

class OperandSelector {
public:
  explicit OperandSelector(UpdateBuilder &update)
      : update_(update), loop_(update.loop()) {}

  bool select(const Expr *expr, const OperandPlace &place) {
    if (llvm::isa<CXXDefaultArgExpr>(expr) || staysAsItIs(expr))
      return true;
    const Expr *core = written(expr);
    if (staysAsItIs(core))
      return true;
    if (refersElsewhere(expr->getType()) && !refersElsewhere(core->getType()) &&
        !isText(core->getType()))
      return update_.refuseValue(core, "what is stored only refers to it");
    if (isBraced(core)) // A list in braces has no type of its own that an
                        // operand could have.
      return selectElements(core, place.inside(core));
    // A product that is added to something that changes: keep the two in one
    // expression.
    if (const auto *product = llvm::dyn_cast<BinaryOperator>(core);
        product && place.addsFloating && product->getOpcode() == BO_Mul &&
        product->getType()->isRealFloatingType())
      return select(product->getLHS(), place.inside(product)) &&
             select(product->getRHS(), place.inside(product));
    if (isPartOfMatch(core->getType()) && isPostfix(core) &&
        (isString(expr->getType()) || isPrintedBy(place.parent)))
      return update_.addValue(core, true);
    return addOperand(core, place);
  }

private:
  static bool isPrintedBy(const Expr *parent) {
    const auto *op = llvm::dyn_cast_or_null<CXXOperatorCallExpr>(parent);
    return op && op->getOperator() == OO_LessLess && op->getDirectCallee() &&
           isStandard(op->getDirectCallee());
  }

  /// isPostfix() returns true where a method can be called behind the text.
  static bool isPostfix(const Expr *expr) {
    return llvm::isa<CallExpr>(expr) || llvm::isa<ArraySubscriptExpr>(expr);
  }

  bool selectElements(const Expr *list, const OperandPlace &place) {
    return llvm::all_of(list->children(), [&](const Stmt *child) {
      const auto *element = llvm::dyn_cast_or_null<Expr>(child);
      return !element || select(element, place);
    });
  }

  /// Literals, names of functions and enumerators, and variables from outside
  /// that don't change, mean the same in the parent.
  bool staysAsItIs(const Expr *expr) const {
    if (loop_.namesOwned(expr) ||
        (llvm::isa<UnaryExprOrTypeTraitExpr>(expr) && namesLocal(expr)))
      return false;
    if (llvm::isa<IntegerLiteral, FloatingLiteral, CharacterLiteral,
                  CXXBoolLiteralExpr, StringLiteral, CXXNullPtrLiteralExpr,
                  UnaryExprOrTypeTraitExpr, UserDefinedLiteral,
                  ImplicitValueInitExpr, CXXScalarValueInitExpr,
                  CXXDefaultInitExpr>(expr))
      return true;
    if (const auto *named = llvm::dyn_cast<DeclRefExpr>(expr))
      return !loop_.scope.contains(named->getDecl());
    if (llvm::isa<CXXThisExpr>(expr))
      return true;
    if (const auto *member = llvm::dyn_cast<MemberExpr>(expr))
      return llvm::isa<FieldDecl, VarDecl>(member->getMemberDecl()) &&
             staysAsItIs(member->getBase());
    if (const auto *cast = llvm::dyn_cast<ImplicitCastExpr>(expr))
      return staysAsItIs(cast->getSubExpr());
    if (const auto *paren = llvm::dyn_cast<ParenExpr>(expr))
      return staysAsItIs(paren->getSubExpr());
    if (const auto *unary = llvm::dyn_cast<UnaryOperator>(expr))
      return (unary->getOpcode() == UO_Minus ||
              unary->getOpcode() == UO_Plus) &&
             staysAsItIs(unary->getSubExpr());
    if (llvm::isa<CXXConstructExpr>(expr))
      return llvm::cast<CXXConstructExpr>(expr)->getNumArgs() == 0 &&
             !isPlainLocal(expr, loop_.scope);
    return false;
  }

  bool namesLocal(const Expr *expr) const {
    return anyBelow(expr, [&](const Stmt *part) {
      const auto *named = llvm::dyn_cast<DeclRefExpr>(part);
      return named && loop_.scope.declares(named->getDecl());
    });
  }

  /// isInSharedVariable() returns true for an element of a SharedVariable, and
  /// a part of one.
  static bool isInSharedVariable(const Expr *expr) {
    expr = expr->IgnoreParenImpCasts();
    if (const auto *member = llvm::dyn_cast<MemberExpr>(expr))
      return isInSharedVariable(member->getBase());
    if (const auto *element = llvm::dyn_cast<ArraySubscriptExpr>(expr))
      return isInSharedVariable(element->getBase());
    const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(expr);
    return call && call->getNumArgs() > 0 &&
           isSharedVariable(call->getArg(0)->getType()->getAsCXXRecordDecl());
  }

  bool isBraced(const Expr *expr) const {
    if (!llvm::isa<InitListExpr, CXXConstructExpr, CXXStdInitializerListExpr>(
            expr))
      return false;
    return llvm::StringRef(update_.text(expr)).starts_with("{");
  }

  bool addOperand(const Expr *expr, const OperandPlace &place) {
    const Expr *core = expr->IgnoreParens();
    if (core->getType()->isVoidType())
      return update_.leaveOrRefuse(core);
    if (core->isGLValue() && isInSharedVariable(core))
      return update_.refuseValue(
          core, "it may be stored into, and only workers store there");
    if (opensDescriptor(core))
      return update_.refuseValue(core,
                                 "it is a descriptor of the worker's own");
    if (place.conditional && !isPartOfLocal(core, loop_.scope))
      return update_.leaveOrRefuse(core, RefusalId::ConditionalOperand);
    if (loop_.pointsOutside(core) && obstacleToTravel(core->getType()))
      return update_.addValue(core);
    if (isText(core->getType()))
      return addText(core, place);
    const std::optional<std::string> obstacle =
        obstacleToOperand(core, loop_.scope);
    if (!obstacle)
      return update_.addValue(core, place.asTemporary);
    // `v.insert(v.end(), part.begin(), part.end())`: the container travels, the
    // call stays.
    if (const Expr *container = containerOf(core);
        container && !place.conditional)
      return addOperand(container, place.inside(core));
    return update_.refuseValue(core, *obstacle);
  }

  bool addText(const Expr *text, const OperandPlace &place) {
    return contentIsCopied(place.parent, text)
               ? update_.addValue(text)
               : update_.refuseValue(
                     text,
                     "it only refers to its text; write std::string(...)");
  }

  UpdateBuilder &update_;
  const SplitContext &loop_;
};

} // namespace

bool selectOperands(const Expr *expr, const OperandPlace &place,
                    UpdateBuilder &update) {
  return OperandSelector(update).select(expr, place);
}

} // namespace paraloop
