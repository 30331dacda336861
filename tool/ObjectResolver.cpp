// ObjectResolver.cpp: walks from an lvalue to the objects that it may
// designate. What pointers refer to is in Pointees.cpp; the two questions call
// each other.

#include "ObjectResolver.h"

#include "Callees.h"
#include "EnclosingFunctions.h"
#include "FieldSteps.h"
#include "PlainExpr.h"
#include "Reseating.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "SystemFunctions.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

/// passesUnion() returns true for `u.a.x` where u is a union: its other members
/// are the same memory, so only the union as a whole tells objects apart.
bool passesUnion(const MemberExpr *member) {
  for (const MemberExpr *at = member; at;
       at = llvm::dyn_cast<MemberExpr>(at->getBase()->IgnoreParenImpCasts())) {
    const auto *field = llvm::dyn_cast<FieldDecl>(at->getMemberDecl());
    if (field && field->getParent()->isUnion())
      return true;
    if (at->isArrow())
      return false;
  }
  return false;
}

/// isOfItsClass() returns false where a cast made another class of an object:
/// what the field is a part of is the object as a whole.
bool isOfItsClass(const Object &whole, const FieldDecl *field) {
  const QualType type = typeOf(whole);
  const CXXRecordDecl *actual =
      whole.kind != Object::Kind::Outside || type.isNull()
          ? nullptr
          : type.getNonReferenceType()->getAsCXXRecordDecl();
  const auto *named = llvm::dyn_cast<CXXRecordDecl>(field->getParent());
  if (!actual || !named || !actual->hasDefinition() || isStandard(actual))
    return true; // An element of a container, `*this`, a pointer's target.
  return actual->getCanonicalDecl() == named->getCanonicalDecl() ||
         actual->isDerivedFrom(named) || named->isDerivedFrom(actual);
}

} // namespace

bool ObjectResolver::isStoredProxy(const Expr *expr) {
  return expr->isGLValue() && isProxy(expr->getType()) &&
         llvm::isa<CallExpr, MemberExpr, ArraySubscriptExpr, UnaryOperator>(
             expr);
}

Objects ObjectResolver::designated(const Expr *expr, unsigned depth) {
  if (depth > maxDepth)
    return {Object::of(Object::Kind::Unknown)};
  expr = madeExpr(expr);
  return isStoredProxy(expr) ? throughOneMorePointer(placeOf(expr, depth))
                             : placeOf(expr, depth);
}

/// placeOf() is designated(), but for a proxy it returns where that is kept.
Objects ObjectResolver::placeOf(const Expr *expr, unsigned depth) {
  if (const auto *cast = llvm::dyn_cast<CastExpr>(expr)) {
    if (cast->getCastKind() == CK_LValueToRValue || cast->isGLValue())
      return designated(cast->getSubExpr(), depth + 1);
    if (cast->getCastKind() == CK_ConstructorConversion ||
        cast->getCastKind() == CK_NoOp)
      return designated(cast->getSubExpr(), depth + 1);
    return {Object::of(Object::Kind::Local)};
  }
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(expr))
    return ofVariable(named->getDecl(), depth);
  if (llvm::isa<MemberExpr>(expr))
    return ofMember(expr, depth);
  if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(expr))
    return afterStep(pointees(subscript->getBase(), depth + 1), expr->getType(),
                     subscript->getIdx());
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(expr)) {
    if (unary->getOpcode() == UO_Deref)
      return pointees(unary->getSubExpr(), depth + 1);
    return designated(unary->getSubExpr(), depth + 1);
  }
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr)) {
    if (!binary->isGLValue())
      return {Object::of(Object::Kind::Local)};
    if (binary->getOpcode() == BO_PtrMemI) // `p->*field`
      return pointees(binary->getLHS(), depth + 1);
    return designated(binary->getOpcode() == BO_Comma ? binary->getRHS()
                                                      : binary->getLHS(),
                      depth + 1);
  }
  if (const auto *conditional = llvm::dyn_cast<ConditionalOperator>(expr)) {
    Objects both = designated(conditional->getTrueExpr(), depth + 1);
    join(both, designated(conditional->getFalseExpr(), depth + 1));
    return both;
  }
  if (llvm::isa<CallExpr>(expr))
    return ofCall(expr, depth);
  if (expr->isGLValue() && !llvm::isa<StringLiteral>(expr))
    return {Object::of(Object::Kind::Unknown)};
  return {Object::of(Object::Kind::Local)};
}

Objects ObjectResolver::ofVariable(const ValueDecl *named, unsigned depth) {
  if (const auto *binding = llvm::dyn_cast<BindingDecl>(named)) {
    const auto *group =
        llvm::dyn_cast_or_null<VarDecl>(binding->getDecomposedDecl());
    if (binding->getType()->isReferenceType() && scope_.declares(binding))
      return group && group->getInit()
                 ? pointeesOfHolder(group->getInit(), depth)
                 : Objects{Object::of(Object::Kind::Unknown)}; // std::tie(a, b)
    if (group && group->getType()->isReferenceType() && group->getInit())
      return scope_.declares(binding)
                 ? designated(group->getInit(), depth + 1)
                 : ofEarlierReference(group, binding, depth);
    return {Object::of(scope_.declares(binding) ? Object::Kind::Local
                                                : Object::Kind::Outside,
                       binding)};
  }
  const auto *variable = llvm::dyn_cast<VarDecl>(named);
  if (!variable)
    return {Object::of(
        Object::Kind::Local)}; // A function or a constant has no state.
  if (isStandardOutput(variable))
    return {Object::of(Object::Kind::Stream, variable)};
  const bool isAlias = variable->getType()->isReferenceType() &&
                       !llvm::isa<ParmVarDecl>(variable);
  if (isAlias && variable->getInit() && scope_.declares(variable))
    return designated(variable->getInit(), depth + 1);
  if (isAlias && variable->getInit() && variable->isLocalVarDecl())
    return ofEarlierReference(variable, variable, depth);
  if (scope_.declares(variable) && isProxy(variable->getType()))
    return pointeesOfVariable(variable, depth);
  if (scope_.declares(variable)) // A reference here is a parameter of a lambda:
                                 // what it refers to is its callers' matter.
    return {Object::of(Object::Kind::Local, variable)};
  if (isProxy(variable->getType())) // It stands for what it was made from.
    return {Object::of(Object::Kind::Pointee, variable)};
  if (isStreamOfOthers(variable->getType()) && !isStandard(variable))
    return {Object::of(Object::Kind::Unknown)};
  return {Object::of(Object::Kind::Outside, variable)};
}

/// ofEarlierReference() returns what a reference from before the loop stands
/// for; an object of its own where that can't be told.
Objects ObjectResolver::ofEarlierReference(const VarDecl *reference,
                                           const ValueDecl *name,
                                           unsigned depth) {
  if (reference->getType()->getPointeeType()->isFunctionType())
    return {Object::of(Object::Kind::Local)};
  const Expr *init = standsFor(reference);
  const Objects all = init ? designated(init, depth + 1) : Objects();
  const auto isKnown = [](const Object &one) {
    return one.kind == Object::Kind::Outside ||
           one.kind == Object::Kind::Pointee ||
           one.kind == Object::Kind::Stream;
  };
  return !all.empty() && llvm::all_of(all, isKnown)
             ? all
             : Objects{Object::of(Object::Kind::Outside, name)};
}

Objects ObjectResolver::ofMember(const Expr *expr, unsigned depth) {
  const auto *member = llvm::cast<MemberExpr>(expr);
  if (const auto *variable = llvm::dyn_cast<VarDecl>(member->getMemberDecl()))
    return ofVariable(variable, depth + 1); // A static data member.
  const auto *field = llvm::dyn_cast<FieldDecl>(member->getMemberDecl());
  if (!field)
    return {Object::of(Object::Kind::Local)};
  if (const Expr *referent =
          member->isArrow() ? nullptr : referentIn(member->getBase(), field))
    return designated(referent, depth + 1);
  Objects bases = member->isArrow() ? pointees(member->getBase(), depth + 1)
                                    : designated(member->getBase(), depth + 1);
  const bool isReference = field->getType()->isReferenceType();
  for (Object &base : bases) {
    if (base.kind == Object::Kind::Local && isReference)
      base.kind = Object::Kind::LocalIndirect;
    if (base.kind != Object::Kind::Outside &&
        base.kind != Object::Kind::Pointee)
      continue;
    if (isReference)
      base.kind = Object::Kind::Pointee;
    if (!passesUnion(member) && isOfItsClass(base, field))
      base.path.push_back(field);
  }
  return bases;
}

Objects ObjectResolver::ofCall(const Expr *expr, unsigned depth) {
  if (llvm::isa<CXXOperatorCallExpr>(expr))
    return ofOperatorCall(expr, depth);
  const auto *call = llvm::cast<CallExpr>(expr);
  const FunctionDecl *callee = call->getDirectCallee();
  if (!call->isGLValue() && !isProxy(call->getType()))
    return {Object::of(Object::Kind::Local)}; // A new object.
  if (!callee)
    return {Object::of(Object::Kind::Unknown)};
  const auto *method = llvm::dyn_cast<CXXMemberCallExpr>(call);
  const bool known = isStandard(callee) ||
                     (method && isParaloopVariable(method->getRecordDecl()));
  if (!known)
    return returnedBy(call, depth);
  if (method) {
    const Expr *base = method->getImplicitObjectArgument();
    if (std::optional<Objects> all = referredBy(base, depth))
      return *std::move(all);
    return designated(base, depth + 1);
  }
  Objects all;
  for (const Expr *argument : call->arguments())
    if (argument->isGLValue())
      join(all, designated(argument, depth + 1));
  return all;
}

/// referredBy() returns what an object whose method is called refers to, if it
/// is like a pointer; `base` may be a pointer to it.
std::optional<Objects> ObjectResolver::referredBy(const Expr *base,
                                                  unsigned depth) {
  const QualType type = base->getType();
  if (type->isPointerType() && isPointerLike(type->getPointeeType()))
    return throughOneMorePointer(pointees(base, depth + 1));
  return refersElsewhere(type) ? std::optional(pointees(base, depth + 1))
                               : std::nullopt;
}

Objects ObjectResolver::ofOperatorCall(const Expr *expr, unsigned depth) {
  const auto *call = llvm::cast<CXXOperatorCallExpr>(expr);
  const Expr *first = call->getArg(0);
  const auto *callee =
      llvm::dyn_cast_or_null<CXXMethodDecl>(call->getDirectCallee());
  const OverloadedOperatorKind op = call->getOperator();
  const bool known = call->getDirectCallee() &&
                     (isStandard(call->getDirectCallee()) ||
                      (callee && isParaloopVariable(callee->getParent())));
  if (!call->isGLValue() && !isProxy(call->getType()))
    return {Object::of(Object::Kind::Local)};
  if ((op == OO_Star || op == OO_Subscript) && isPointerLike(first->getType()))
    return pointees(first, depth + 1);
  if (known && op == OO_Call) {
    if (!isAlgorithmObject(call->getDirectCallee()))
      return {Object::of(Object::Kind::Unknown)}; // std::function
    Objects all;
    for (const Expr *argument : call->arguments())
      if (argument != first && argument->isGLValue())
        join(all, designated(argument, depth + 1));
    return all;
  }
  if (known || call->isAssignmentOp() || op == OO_LessLess ||
      op == OO_GreaterGreater)
    return designated(first, depth + 1);
  return returnedBy(call, depth);
}

Objects ObjectResolver::returnedBy(const Expr *expr, unsigned depth) {
  const auto *call = llvm::cast<CallExpr>(expr);
  const FunctionDecl *callee = call->getDirectCallee();
  const Summary *summary = callee ? callees_.summary(callee) : nullptr;
  if (!summary || summary->returned.empty())
    return {Object::of(Object::Kind::Unknown)};
  llvm::ArrayRef<const Expr *> arguments(call->getArgs(), call->getNumArgs());
  const Expr *self = nullptr;
  if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call))
    self = member->getImplicitObjectArgument();
  else if (llvm::isa<CXXOperatorCallExpr>(call) &&
           llvm::isa<CXXMethodDecl>(callee)) {
    self = arguments.front();
    arguments = arguments.drop_front();
  }
  Objects all;
  for (const Object &result : summary->returned) {
    if (!result.variable && isOfLambda(callee)) { // What it knows as `this`.
      all.push_back(isAtHome(callee, expr->getExprLoc())
                        ? result
                        : Object::of(Object::Kind::Unknown));
      continue;
    }
    const auto *parameter =
        llvm::dyn_cast_or_null<ParmVarDecl>(result.variable);
    const Expr *actual = result.variable ? nullptr : self;
    if (parameter && parameter->getFunctionScopeIndex() < arguments.size() &&
        parameter->getDeclContext() == callee->getDefinition())
      actual = arguments[parameter->getFunctionScopeIndex()];
    if (!result.isOutside() || result.kind == Object::Kind::Unknown ||
        !actual) {
      all.push_back(result);
      continue;
    }
    if (const Expr *referent = !parameter && !result.path.empty() &&
                                       !result.indirect &&
                                       !actual->getType()->isPointerType()
                                   ? referentIn(actual, result.path.front())
                                   : nullptr) {
      Objects referred = designated(referent, depth + 1);
      for (Object &one : referred)
        one.path.append(result.path.begin() + 1, result.path.end());
      join(all, referred);
      continue;
    }
    const bool byPointer = result.kind == Object::Kind::Pointee ||
                           (!parameter && actual->getType()->isPointerType());
    Objects mapped =
        byPointer ? pointees(actual, depth + 1) : designated(actual, depth + 1);
    if (!parameter && result.kind == Object::Kind::Pointee)
      mapped = throughOneMorePointer(actual->getType()->isPointerType()
                                         ? pointees(actual, depth + 1)
                                         : designated(actual, depth + 1));
    for (Object &one : mapped)
      if (one.kind == Object::Kind::Outside ||
          one.kind == Object::Kind::Pointee)
        one.path.append(result.path.begin(), result.path.end());
    join(all, mapped);
  }
  return all;
}

} // namespace paraloop
