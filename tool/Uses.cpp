// Uses.cpp: steps from parent to parent, as long as the parent designates a
// part of what its child does.

#include "Uses.h"

#include "Callees.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "Statements.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

bool refers(QualType type) {
  return type->isPointerType() || isPointerLike(type);
}

bool isTransparent(const CastExpr *cast) {
  switch (cast->getCastKind()) {
  case CK_NoOp:
  case CK_ArrayToPointerDecay:
  case CK_DerivedToBase:
  case CK_UncheckedDerivedToBase:
    return true;
  case CK_LValueToRValue: // A pointer is on its way to what it points to.
    return cast->getType()->isPointerType();
  default:
    return false;
  }
}

const Expr *selfOf(const CallExpr *call) {
  if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call))
    return member->getImplicitObjectArgument();
  return llvm::isa<CXXOperatorCallExpr>(call) && call->getNumArgs() > 0
             ? call->getArg(0)
             : nullptr;
}

bool asksForSize(const CXXMethodDecl *method) {
  static const llvm::StringSet<> names = {"size", "empty", "length", "capacity",
                                          "max_size"};
  return isStandard(method) && method->getDeclName().isIdentifier() &&
         names.contains(method->getName());
}

/// A call of the library's that returns a part of its object, or a pointer or
/// iterator into it.
bool isLibraryStep(const CallExpr *call) {
  const auto *method =
      llvm::dyn_cast_or_null<CXXMethodDecl>(call->getDirectCallee());
  if (!method || !isStandard(method))
    return false;
  if (const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(call))
    return op->getOperator() == OO_Subscript || op->getOperator() == OO_Star ||
           op->getOperator() == OO_Arrow ||
           ((op->getOperator() == OO_Plus || op->getOperator() == OO_Minus) &&
            refers(op->getType()));
  return call->isGLValue() || returnsElementPointer(method);
}

bool comparesOrMoves(const Expr *parent) {
  if (const auto *cast = llvm::dyn_cast<CastExpr>(parent))
    return cast->getCastKind() == CK_PointerToBoolean;
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(parent))
    return binary->isComparisonOp() ||
           (binary->isAdditiveOp() && !binary->getType()->isPointerType()) ||
           binary->isCompoundAssignmentOp();
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(parent))
    return unary->isIncrementDecrementOp() || unary->getOpcode() == UO_LNot;
  const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(parent);
  if (!call || !call->getDirectCallee() ||
      !isStandard(call->getDirectCallee()) || refers(call->getType()))
    return call && call->getDirectCallee() &&
           isStandard(call->getDirectCallee()) &&
           (call->getOperator() == OO_PlusPlus ||
            call->getOperator() == OO_MinusMinus ||
            call->getOperator() == OO_PlusEqual ||
            call->getOperator() == OO_MinusEqual);
  return call->isComparisonOp() || call->getOperator() == OO_Minus;
}

/// indexIn() returns the index of the element that a step goes to, or null.
const Expr *indexIn(const Expr *step) {
  if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(step))
    return subscript->getIdx();
  if (const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(step))
    return op->getOperator() == OO_Subscript ? op->getArg(1) : nullptr;
  const auto *call = llvm::dyn_cast<CXXMemberCallExpr>(step);
  const CXXMethodDecl *method = call ? call->getMethodDecl() : nullptr;
  return method && method->getDeclName().isIdentifier() &&
                 method->getName() == "at" && call->getNumArgs() == 1
             ? call->getArg(0)
             : nullptr;
}

/// A step to an element that isn't the one at an index.
bool jumps(const Expr *step) {
  return !indexIn(step) && llvm::isa<BinaryOperator, CallExpr>(step);
}

/// ofCall() returns the object that a call returns a part of, or null.
const Expr *ofCall(const CallExpr *call, Callees &callees) {
  const Expr *self = selfOf(call);
  if (isLibraryStep(call))
    return self;
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee || isStandard(callee) || !isOwnAccessor(callee, callees))
    return nullptr;
  return llvm::isa<CXXMethodDecl>(callee) ? self : nullptr;
}

} // namespace

bool isOwnAccessor(const FunctionDecl *function, Callees &callees) {
  const FunctionDecl *definition = nullptr;
  const auto *body =
      llvm::dyn_cast_or_null<CompoundStmt>(function->getBody(definition));
  if (!body || body->size() != 1 || !llvm::isa<ReturnStmt>(body->body_front()))
    return false;
  const Summary *summary = callees.summary(function);
  if (!summary || summary->returned.size() != 1 || !summary->changes.empty() ||
      !summary->hidden.empty() || summary->callsUnseenUserCode)
    return false;
  // What it returns must be named once: `return data[data[i]]` reads as well.
  const Object &returned = summary->returned.front();
  return llvm::count_if(summary->reads, [&](const OutsideEffect &read) {
           return read.object.variable == returned.variable &&
                  (overlaps(read.object, returned) ||
                   read.object.kind != returned.kind);
         }) <= 1;
}

const Expr *baseOf(const Expr *access, Callees &callees) {
  access = access->IgnoreParens();
  if (const auto *cast = llvm::dyn_cast<CastExpr>(access))
    return isTransparent(cast) ? cast->getSubExpr() : nullptr;
  if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(access))
    return subscript->getBase();
  if (const auto *member = llvm::dyn_cast<MemberExpr>(access))
    return llvm::isa<FieldDecl>(member->getMemberDecl()) ? member->getBase()
                                                         : nullptr;
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(access))
    return unary->getOpcode() == UO_Deref || unary->getOpcode() == UO_AddrOf
               ? unary->getSubExpr()
               : nullptr;
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(access))
    return binary->isAdditiveOp() && binary->getType()->isPointerType()
               ? (binary->getLHS()->getType()->isPointerType()
                      ? binary->getLHS()
                      : binary->getRHS())
               : nullptr;
  if (const auto *call = llvm::dyn_cast<CallExpr>(access))
    return ofCall(call, callees);
  if (!refers(access->getType()))
    return nullptr;
  if (const auto *temporary = llvm::dyn_cast<MaterializeTemporaryExpr>(access))
    return temporary->getSubExpr();
  if (const auto *cleanups = llvm::dyn_cast<ExprWithCleanups>(access))
    return cleanups->getSubExpr();
  const auto *copy = llvm::dyn_cast<CXXConstructExpr>(access);
  return copy && copy->getNumArgs() == 1 ? copy->getArg(0) : nullptr;
}

bool Uses::isTarget(const Expr *expr) const {
  return targets_.contains(expr->IgnoreParenImpCasts());
}

Use Uses::follow(const Expr *named) const {
  Use use;
  use.whole = named;
  while (!isTarget(use.whole)) {
    const Stmt *parent = statements_.parent(use.whole);
    const auto *around = llvm::dyn_cast_or_null<Expr>(parent);
    if (!around || llvm::isa<LambdaExpr>(around)) { // A capture.
      const bool isName =
          llvm::isa_and_nonnull<DeclStmt, LambdaExpr>(parent) &&
          (use.whole->isGLValue() || refers(use.whole->getType()));
      use.kind = isName ? Use::Kind::Alias : Use::Kind::Read;
      return use;
    }
    if (const auto *member = llvm::dyn_cast<MemberExpr>(around);
        member && llvm::isa<CXXMethodDecl>(member->getMemberDecl())) {
      if (asksForSize(llvm::cast<CXXMethodDecl>(member->getMemberDecl()))) {
        use.kind = Use::Kind::Size;
        return use;
      }
      around = llvm::dyn_cast_or_null<Expr>(statements_.parent(around));
    }
    const Expr *base = around ? baseOf(around, callees_) : nullptr;
    const bool isStep =
        around && (llvm::isa<ParenExpr>(around) ||
                   (base && base->IgnoreParens() == use.whole->IgnoreParens()));
    if (!isStep) {
      if (around && refers(use.whole->getType()) && comparesOrMoves(around))
        use.kind = Use::Kind::Place;
      return use;
    }
    if (!use.firstIndex)
      use.firstIndex = jumps(around) ? around : indexIn(around);
    use.whole = around;
  }
  use.kind = Use::Kind::Target;
  return use;
}

} // namespace paraloop
