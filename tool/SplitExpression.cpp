// SplitExpression.cpp: one walk down an expression. A subexpression that names
// nothing changed is an operand or stays as it is; one that does must be of a
// form that the parent can execute in the same way.

#include "SplitExpression.h"

#include "Forms.h"
#include "OperandSelection.h"
#include "Scope.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "UpdateBuilder.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

bool addsUp(BinaryOperatorKind op) {
  return op == BO_Add || op == BO_Sub || op == BO_AddAssign ||
         op == BO_SubAssign;
}

bool takesTemporary(const FunctionDecl *callee, unsigned index) {
  return callee && index < callee->getNumParams() &&
         callee->getParamDecl(index)->getType()->isRValueReferenceType();
}

/// needsTemplateWord() returns true for `x.f<T>()`: the update is generic, and
/// would need the word `template`.
bool needsTemplateWord(const CallExpr *call) {
  const auto *named =
      llvm::dyn_cast<MemberExpr>(call->getCallee()->IgnoreParenImpCasts());
  return named && named->hasExplicitTemplateArgs();
}

/// hasKnownContract() returns true for a function that nobody has to look into.
bool hasKnownContract(const FunctionDecl *callee) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(callee);
  const bool ofVariable = method && isParaloopVariable(method->getParent());
  const bool ofSystem =
      isFromSystemHeader(callee) && !method && callee->getNumParams() > 0;
  return isStandard(callee) || ofVariable || ofSystem ||
         isMemberwiseAssignment(callee);
}

class ExpressionSplitter {
public:
  explicit ExpressionSplitter(UpdateBuilder &update)
      : update_(update), loop_(update.loop()) {}

  bool walk(const Expr *expr, const OperandPlace &place) {
    if (!namesChanged(expr, loop_))
      return selectOperands(expr, place, update_);
    if (loop_.namesChanged(expr) &&
        llvm::isa<DeclRefExpr, MemberExpr, CXXThisExpr>(expr))
      return true;
    if (llvm::isa<ImplicitCastExpr, ExprWithCleanups, MaterializeTemporaryExpr,
                  CXXBindTemporaryExpr, ParenExpr>(expr))
      return walkChildren(expr, place);
    if (const auto *construction = llvm::dyn_cast<CXXConstructExpr>(expr))
      return isStandard(construction->getConstructor()) ||
                     construction->getConstructor()->isImplicit()
                 ? walkChildren(expr, place.inside(expr))
                 : update_.leaveOrRefuse(expr);
    if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr))
      return walkBinary(binary, place);
    if (const auto *conditional = llvm::dyn_cast<ConditionalOperator>(expr))
      return walkConditional(conditional, place);
    if (llvm::isa<UnaryOperator>(expr) &&
        llvm::cast<UnaryOperator>(expr)->getOpcode() == UO_AddrOf)
      return update_.leaveOrRefuse(expr);
    if (const auto *cast = llvm::dyn_cast<ExplicitCastExpr>(expr);
        cast && isOfBody(cast->getTypeAsWritten()))
      return update_.leaveOrRefuse(expr);
    if (llvm::isa<UnaryOperator, ArraySubscriptExpr, MemberExpr, InitListExpr,
                  ExplicitCastExpr>(expr))
      return walkChildren(expr, place.inside(expr));
    if (const auto *call = llvm::dyn_cast<CallExpr>(expr))
      return walkCall(call, place);
    return update_.leaveOrRefuse(expr);
  }

private:
  /// A type that the body declares has no name where the statement is replayed.
  bool isOfBody(QualType type) const {
    type = type.getNonReferenceType();
    if (const auto *alias = type->getAs<TypedefType>())
      return loop_.scope.declaresType(alias->getDecl());
    const TagDecl *tag = type->getAsTagDecl();
    return tag && loop_.scope.declaresType(tag);
  }

  bool walkChildren(const Expr *expr, const OperandPlace &place) {
    return llvm::all_of(expr->children(), [&](const Stmt *child) {
      const auto *below = llvm::dyn_cast_or_null<Expr>(child);
      return !below || walk(below, place);
    });
  }

  bool walkBinary(const BinaryOperator *binary, const OperandPlace &place) {
    const auto *compound = llvm::dyn_cast<CompoundAssignOperator>(binary);
    const QualType computed =
        compound ? compound->getComputationResultType() : binary->getType();
    const bool floating = computed->isRealFloatingType();
    if (floating && (binary->isAdditiveOp() || binary->isMultiplicativeOp() ||
                     binary->isCompoundAssignmentOp()))
      update_.noteFloatingPoint(true);
    OperandPlace left = place.inside(binary), right = left;
    left.addsFloating = right.addsFloating =
        floating && addsUp(binary->getOpcode());
    if (binary->isLogicalOp())
      right.conditional = true;
    if (binary->isPtrMemOp())
      return update_.leaveOrRefuse(binary);
    if (binary->isAssignmentOp()) // The right side is evaluated first.
      return walk(binary->getRHS(), right) && walk(binary->getLHS(), left);
    return walk(binary->getLHS(), left) && walk(binary->getRHS(), right);
  }

  bool walkConditional(const ConditionalOperator *conditional,
                       const OperandPlace &place) {
    OperandPlace branch = place.inside(conditional);
    branch.conditional = true;
    return walk(conditional->getCond(), place.inside(conditional)) &&
           walk(conditional->getTrueExpr(), branch) &&
           walk(conditional->getFalseExpr(), branch);
  }

  bool walkCall(const CallExpr *call, const OperandPlace &place) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (!callee || needsTemplateWord(call))
      return update_.leaveOrRefuse(call);
    if (!hasKnownContract(callee) && !isReplayable(callee))
      return update_.isStrict() ? update_.leaveOrRefuse(call)
                                : walkUnknownCall(call, place);
    update_.noteThrow(mayThrow(callee) || runsUserCodeThatMayThrow(call));
    const std::size_t before = update_.size();
    if (!walkParts(call, place))
      return false;
    if (update_.size() != before && storesReferences(call))
      return update_.refuseValue(update_.lastOperand(),
                                 "what is stored only refers to it");
    return true;
  }

  /// A function of the user's, in sight, that changes its own object at most.
  bool isReplayable(const FunctionDecl *callee) {
    const QualType returned = callee->getReturnType();
    if (returned->isPointerType() || isPointerLike(returned))
      return false; // It might refer to an operand.
    const Summary *summary = loop_.summary(callee);
    if (!summary || !isContained(*summary))
      return false;
    update_.noteThrow(summary->mayThrow);
    update_.noteEnd(summary->mayEnd);
    update_.noteFloatingPoint(true); // It may add up floating-point numbers.
    return true;
  }

  /// A function that isn't known may keep the address of what it is handed: so
  /// workers only make what is a temporary anyway.
  bool walkUnknownCall(const CallExpr *call, const OperandPlace &place) {
    const Summary *summary = loop_.summary(call->getDirectCallee());
    update_.noteThrow(!summary || summary->mayThrow ||
                      summary->callsUnseenUserCode ||
                      runsUserCodeThatMayThrow(call));
    update_.noteFloatingPoint(true);
    update_.noteUnseen(!summary || summary->callsUnseenUserCode);
    update_.noteEnd(!summary || summary->mayEnd);
    if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
        member && !update_.takeWhole(member->getImplicitObjectArgument()))
      return false;
    unsigned argumentsWithEffects = 0;
    for (const Expr *argument : call->arguments()) {
      const unsigned before = update_.withEffects();
      const bool isTemporary = written(argument)->isPRValue() &&
                               !refersElsewhere(argument->getType());
      if (isTemporary ? !walk(argument, place.inside(call))
                      : !update_.takeWhole(argument))
        return false;
      argumentsWithEffects += update_.withEffects() != before ? 1 : 0;
    }
    update_.noteArguments(argumentsWithEffects);
    return true;
  }

  bool walkParts(const CallExpr *call, const OperandPlace &place) {
    if (const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(call))
      return walkOperator(op, place);
    if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
        member &&
        !walk(member->getImplicitObjectArgument(), place.inside(call)))
      return false;
    return walkArguments(call, place);
  }

  bool walkOperator(const CXXOperatorCallExpr *op, const OperandPlace &place) {
    if ((op->isAssignmentOp() || op->getOperator() == OO_Plus) &&
        computesFloating(op))
      update_.noteFloatingPoint(true);
    const bool rightFirst = op->isAssignmentOp() && op->getNumArgs() == 2;
    if (rightFirst)
      return walk(op->getArg(1), place.inside(op)) &&
             walk(op->getArg(0), place.inside(op));
    // Left to right, as the built-in operators.
    return llvm::all_of(op->arguments(), [&](const Expr *argument) {
      return walk(argument, place.inside(op));
    });
  }

  /// The order in which the arguments of a call are evaluated is the compiler's
  /// choice.
  bool walkArguments(const CallExpr *call, const OperandPlace &place) {
    unsigned argumentsWithEffects = 0;
    for (unsigned index = 0; index < call->getNumArgs(); ++index) {
      const unsigned before = update_.withEffects();
      OperandPlace inside = place.inside(call);
      inside.asTemporary = takesTemporary(call->getDirectCallee(), index);
      if (!walk(call->getArg(index), inside))
        return false;
      argumentsWithEffects += update_.withEffects() != before ? 1 : 0;
    }
    update_.noteArguments(argumentsWithEffects);
    return true;
  }

  UpdateBuilder &update_;
  const SplitContext &loop_;
};

} // namespace

bool namesChanged(const Stmt *statement, const SplitContext &loop) {
  return anyBelow(statement, [&](const Stmt *one) {
    const auto *expr = llvm::dyn_cast<Expr>(one);
    return expr && loop.namesChanged(expr);
  });
}

bool splitExpression(const Expr *expr, UpdateBuilder &update) {
  return ExpressionSplitter(update).walk(expr, {});
}

} // namespace paraloop
