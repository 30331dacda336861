// WholeObjects.cpp: follows fields and references, and stops at everything
// else.

#include "WholeObjects.h"

#include "LibraryUses.h"
#include "Reseating.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace paraloop {

Object outsideObject(const ValueDecl *variable) {
  Object made;
  made.kind = Object::Kind::Outside;
  made.variable = oneDeclaration(variable);
  return made;
}

Object wholeObject(const Expr *expr) {
  expr = expr->IgnoreParens();
  if (const auto *cast = llvm::dyn_cast<CastExpr>(expr))
    return cast->getCastKind() == CK_NoOp ? wholeObject(cast->getSubExpr())
                                          : Object();
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(expr)) {
    const auto *variable = llvm::dyn_cast<VarDecl>(named->getDecl());
    if (!variable)
      return {};
    const bool isAlias = variable->getType()->isReferenceType() &&
                         !llvm::isa<ParmVarDecl>(variable);
    if (isAlias && !variable->isLocalVarDecl())
      return outsideObject(variable);
    const Expr *init = isAlias ? standsFor(variable) : nullptr;
    return init ? wholeObject(init) : outsideObject(variable);
  }
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(expr);
      unary && unary->getOpcode() == UO_Deref) {
    const auto *pointer =
        llvm::dyn_cast<DeclRefExpr>(unary->getSubExpr()->IgnoreParenImpCasts());
    if (!pointer)
      return {};
    Object made = outsideObject(pointer->getDecl());
    made.kind = Object::Kind::Pointee;
    return made;
  }
  const auto *member = llvm::dyn_cast<MemberExpr>(expr);
  const auto *field =
      member ? llvm::dyn_cast<FieldDecl>(member->getMemberDecl()) : nullptr;
  if (!field || field->getParent()->isUnion() ||
      field->getType()->isReferenceType())
    return {};
  const Expr *base = member->getBase()->IgnoreParenImpCasts();
  Object made = llvm::isa<CXXThisExpr>(base) ? outsideObject(nullptr)
                : member->isArrow()          ? Object()
                                             : wholeObject(base);
  made.path.push_back(field);
  return made;
}

/// isElement() returns true for `a[i]`, `a[i].field` and a reference to such.
static bool isElement(const Expr *target) {
  target = target->IgnoreParenImpCasts();
  if (const auto *member = llvm::dyn_cast<MemberExpr>(target))
    return isElement(member->getBase());
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(target)) {
    const auto *variable = llvm::dyn_cast<VarDecl>(named->getDecl());
    return variable && variable->isLocalVarDecl() && variable->getInit() &&
           variable->getType()->isReferenceType() &&
           isElement(variable->getInit());
  }
  // What a range-for loop's variable refers to.
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(target))
    return unary->getOpcode() == UO_Deref;
  const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(target);
  const auto *method = llvm::dyn_cast<CXXMemberCallExpr>(target);
  return llvm::isa<ArraySubscriptExpr>(target) ||
         (call &&
          (isElementOperator(call) || call->getOperator() == OO_Star)) ||
         (method && useBy(method->getMethodDecl()) == MethodUse::Element);
}

bool isElementStore(const Change &change) {
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(change.node))
    return isElement(binary->getLHS());
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(change.node))
    return isElement(unary->getSubExpr());
  const auto *call = llvm::dyn_cast<CallExpr>(change.node);
  if (call && filledBy(call))
    return true;
  if (const auto *method = llvm::dyn_cast_or_null<CXXMemberCallExpr>(call))
    return isElement(method->getImplicitObjectArgument());
  const auto *op = llvm::dyn_cast_or_null<CXXOperatorCallExpr>(call);
  return op && op->isAssignmentOp() && isElement(op->getArg(0));
}

} // namespace paraloop
