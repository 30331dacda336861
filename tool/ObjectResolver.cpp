// ObjectResolver.cpp: walks from an expression to the objects that it may
// designate.
//
// Two questions call each other: `designated` (which object is this lvalue?)
// and `pointees` (what does this pointer, iterator, view or smart pointer refer
// to?).

#include "ObjectResolver.h"

#include "Callees.h"
#include "EnclosingFunctions.h"
#include "PlainExpr.h"
#include "Reseating.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"
#include "SystemFunctions.h"
#include "TransformViews.h"
#include "Travel.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

/// A chain of aliases longer than this is given up as Unknown.
constexpr unsigned maxDepth = 24;

/// Pointers that are swapped with each other in many ways are given up too.
constexpr unsigned maxVisits = 300;

Object object(Object::Kind kind, const ValueDecl *variable = nullptr) {
  Object made;
  made.kind = kind;
  made.variable = variable;
  return made;
}

void join(Objects &into, const Objects &more) {
  for (const Object &one : more)
    if (!llvm::is_contained(into, one))
      into.push_back(one);
}

bool refersElsewhere(QualType type) {
  return type.getNonReferenceType()->isPointerType() || isPointerLike(type);
}

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

/// isStoredProxy() returns true for a proxy that lies in another object: an
/// element of a std::vector<std::reference_wrapper<int>>.
bool isStoredProxy(const Expr *expr) {
  return expr->isGLValue() && isProxy(expr->getType()) &&
         llvm::isa<CallExpr, MemberExpr, ArraySubscriptExpr, UnaryOperator>(
             expr);
}

} // namespace

Objects ObjectResolver::designated(const Expr *expr, unsigned depth) {
  if (depth > maxDepth)
    return {object(Object::Kind::Unknown)};
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
    return {object(Object::Kind::Local)};
  }
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(expr))
    return ofVariable(named->getDecl(), depth);
  if (llvm::isa<MemberExpr>(expr))
    return ofMember(expr, depth);
  if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(expr))
    return pointees(subscript->getBase(), depth + 1);
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(expr)) {
    if (unary->getOpcode() == UO_Deref)
      return pointees(unary->getSubExpr(), depth + 1);
    return designated(unary->getSubExpr(), depth + 1);
  }
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr)) {
    if (!binary->isGLValue())
      return {object(Object::Kind::Local)};
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
    return {object(Object::Kind::Unknown)};
  return {object(Object::Kind::Local)};
}

Objects ObjectResolver::ofVariable(const ValueDecl *named, unsigned depth) {
  if (const auto *binding = llvm::dyn_cast<BindingDecl>(named)) {
    const auto *group =
        llvm::dyn_cast_or_null<VarDecl>(binding->getDecomposedDecl());
    if (binding->getType()->isReferenceType() && scope_.declares(binding))
      return group && group->getInit()
                 ? pointeesOfHolder(group->getInit(), depth)
                 : Objects{object(Object::Kind::Unknown)}; // std::tie(a, b)
    if (group && group->getType()->isReferenceType() && group->getInit())
      return scope_.declares(binding)
                 ? designated(group->getInit(), depth + 1)
                 : ofEarlierReference(group, binding, depth);
    return {object(scope_.declares(binding) ? Object::Kind::Local
                                            : Object::Kind::Outside,
                   binding)};
  }
  const auto *variable = llvm::dyn_cast<VarDecl>(named);
  if (!variable)
    return {
        object(Object::Kind::Local)}; // A function or a constant has no state.
  if (isStandardOutput(variable))
    return {object(Object::Kind::Stream, variable)};
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
    return {object(Object::Kind::Local, variable)};
  if (isProxy(variable->getType())) // It stands for what it was made from.
    return {object(Object::Kind::Pointee, variable)};
  if (isStreamOfOthers(variable->getType()) && !isStandard(variable))
    return {object(Object::Kind::Unknown)};
  return {object(Object::Kind::Outside, variable)};
}

/// ofEarlierReference() returns what a reference from before the loop stands
/// for; an object of its own where that can't be told.
Objects ObjectResolver::ofEarlierReference(const VarDecl *reference,
                                           const ValueDecl *name,
                                           unsigned depth) {
  if (reference->getType()->getPointeeType()->isFunctionType())
    return {object(Object::Kind::Local)};
  const Expr *init = standsFor(reference);
  const Objects all = init ? designated(init, depth + 1) : Objects();
  const auto isKnown = [](const Object &one) {
    return one.kind == Object::Kind::Outside ||
           one.kind == Object::Kind::Pointee ||
           one.kind == Object::Kind::Stream;
  };
  return !all.empty() && llvm::all_of(all, isKnown)
             ? all
             : Objects{object(Object::Kind::Outside, name)};
}

Objects ObjectResolver::ofMember(const Expr *expr, unsigned depth) {
  const auto *member = llvm::cast<MemberExpr>(expr);
  if (const auto *variable = llvm::dyn_cast<VarDecl>(member->getMemberDecl()))
    return ofVariable(variable, depth + 1); // A static data member.
  const auto *field = llvm::dyn_cast<FieldDecl>(member->getMemberDecl());
  if (!field)
    return {object(Object::Kind::Local)};
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
    return {object(Object::Kind::Local)}; // A new object.
  if (!callee)
    return {object(Object::Kind::Unknown)};
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
    return {object(Object::Kind::Local)};
  if ((op == OO_Star || op == OO_Subscript) && isPointerLike(first->getType()))
    return pointees(first, depth + 1);
  if (known && op == OO_Call) {
    if (!isAlgorithmObject(call->getDirectCallee()))
      return {object(Object::Kind::Unknown)}; // std::function
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
    return {object(Object::Kind::Unknown)};
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
                        : object(Object::Kind::Unknown));
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

Objects ObjectResolver::pointees(const Expr *expr, unsigned depth) {
  if (depth > maxDepth)
    return {object(Object::Kind::Unknown)};
  expr = madeExpr(expr);
  if (const auto *cast = llvm::dyn_cast<CastExpr>(expr)) {
    if (cast->getCastKind() == CK_ArrayToPointerDecay)
      return designated(cast->getSubExpr(), depth + 1);
    if (cast->getCastKind() == CK_NullToPointer)
      return {};
    if (cast->getCastKind() == CK_IntegralToPointer &&
        !llvm::isa<IntegerLiteral>(cast->getSubExpr()->IgnoreParenImpCasts()))
      return {object(Object::Kind::Unknown)};
    return pointees(cast->getSubExpr(), depth + 1);
  }
  if (llvm::isa<CXXThisExpr>(expr))
    return {object(Object::Kind::Outside)};
  if (llvm::isa<CXXNewExpr, StringLiteral, CXXNullPtrLiteralExpr,
                IntegerLiteral, LambdaExpr>(expr))
    return {object(Object::Kind::Local)};
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(expr))
    return pointeesOfVariable(named->getDecl(), depth);
  if (isStoredProxy(expr))
    return designated(expr, depth + 1);
  if (llvm::isa<MemberExpr, ArraySubscriptExpr>(expr)) {
    if (expr->getType()->isArrayType())
      return designated(expr, depth + 1);
    const auto *member = llvm::dyn_cast<MemberExpr>(expr);
    const Expr *holder = member ? madeExpr(member->getBase()) : nullptr;
    if (holder && holder->isPRValue() && llvm::isa<CallExpr>(holder) &&
        !member->isArrow()) // emplace().first
      return pointees(holder, depth + 1);
    return pointeesOfStored(expr, depth);
  }
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(expr)) {
    if (unary->getOpcode() == UO_AddrOf)
      return designated(unary->getSubExpr(), depth + 1);
    if (unary->getOpcode() == UO_Deref)
      return throughOneMorePointer(pointees(unary->getSubExpr(), depth + 1));
    return pointees(unary->getSubExpr(), depth + 1);
  }
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr)) {
    if (binary->getOpcode() == BO_Comma || binary->getOpcode() == BO_Assign ||
        !refersElsewhere(binary->getLHS()->getType()))
      return pointees(binary->getRHS(), depth + 1);
    return pointees(binary->getLHS(), depth + 1);
  }
  if (const auto *conditional = llvm::dyn_cast<ConditionalOperator>(expr)) {
    Objects both = pointees(conditional->getTrueExpr(), depth + 1);
    join(both, pointees(conditional->getFalseExpr(), depth + 1));
    return both;
  }
  if (const auto *construction = llvm::dyn_cast<CXXConstructExpr>(expr)) {
    Objects all = pointeesOfArguments(
        {construction->getArgs(), construction->getNumArgs()}, depth);
    if (transformsElsewhere(expr->getType(), callees_))
      all.push_back(object(Object::Kind::Unknown));
    return all;
  }
  if (isProxy(expr->getType()) && llvm::isa<CallExpr>(expr))
    return designated(expr, depth + 1);
  if (const auto *list = llvm::dyn_cast<InitListExpr>(expr))
    return pointeesOfArguments({list->getInits(), list->getNumInits()}, depth);
  if (llvm::isa<CallExpr>(expr))
    return pointeesOfCall(expr, depth);
  return {object(Object::Kind::Unknown)};
}

Objects ObjectResolver::pointeesOfVariable(const ValueDecl *variable,
                                           unsigned depth) {
  const auto *named = llvm::dyn_cast<VarDecl>(variable);
  if (named && isStandardOutput(named))
    return {object(Object::Kind::Stream, variable)};
  const bool isSet =
      !scope_.sources(variable).empty() || !scope_.exposures(variable).empty();
  if (!scope_.declares(variable) ||
      (named && llvm::isa<ParmVarDecl>(named) && !isSet))
    return {object(Object::Kind::Pointee, variable)};
  if (variable->getType()->isArrayType())
    return {object(Object::Kind::Local, variable)};
  if (const auto *binding = llvm::dyn_cast<BindingDecl>(variable)) {
    const auto *group =
        llvm::dyn_cast_or_null<VarDecl>(binding->getDecomposedDecl());
    return group && group->getInit() ? pointeesOfHolder(group->getInit(), depth)
                                     : Objects{object(Object::Kind::Unknown)};
  }
  if (const auto known = assumed_.find(variable); known != assumed_.end()) {
    cyclic_.insert(variable); // `p = p->next`
    return known->second;
  }
  if (++visits_ > maxVisits)
    return {object(Object::Kind::Unknown)};
  assumed_[variable] = {};
  Objects all = pointeesOfSources(variable, depth);
  if (cyclic_.erase(variable)) {
    assumed_[variable] = all;
    all = withAllBehind(all, pointeesOfSources(variable, depth));
    cyclic_.erase(variable);
  }
  assumed_.erase(variable);
  return all;
}

Objects ObjectResolver::pointeesOfSources(const ValueDecl *variable,
                                          unsigned depth) {
  Objects all;
  const auto *named = llvm::dyn_cast<VarDecl>(variable);
  if (named && (llvm::isa<ParmVarDecl>(named) || scope_.isAdopted(named)))
    all.push_back(object(Object::Kind::Pointee, variable));
  if (named && named->isExceptionVariable())
    all.push_back(object(Object::Kind::Unknown));
  for (const Expr *source : scope_.sources(variable))
    join(all, pointees(source, depth + 1));
  for (const Exposure &exposure : scope_.exposures(variable))
    join(all, pointeesPutBy(exposure, variable->getType(), depth));
  return all;
}

/// pointeesPutBy() returns what a pointer may refer to after it was exposed.
Objects ObjectResolver::pointeesPutBy(const Exposure &exposure,
                                      QualType pointer, unsigned depth) {
  const auto *call = llvm::dyn_cast_or_null<CallExpr>(exposure.call);
  const auto *construction =
      llvm::dyn_cast_or_null<CXXConstructExpr>(exposure.call);
  const FunctionDecl *callee = call           ? call->getDirectCallee()
                               : construction ? construction->getConstructor()
                                              : nullptr;
  if (!callee)
    return {object(Object::Kind::Unknown)};
  if (isStandard(callee))
    return keepsTargets(callee) ? Objects()
                                : Objects{object(Object::Kind::Unknown)};
  if (call && isFromSystemHeader(callee))
    return exposure.argument < callee->getNumParams()
               ? pointeesCopiedBy(exposure, pointer, depth)
               : Objects{object(Object::Kind::Unknown)};
  const Summary *summary = callees_.summary(callee);
  const bool keeps =
      summary &&
      llvm::none_of(summary->changes, [&](const OutsideEffect &effect) {
        const auto *parameter =
            llvm::dyn_cast_or_null<ParmVarDecl>(effect.object.variable);
        return effect.object.kind == Object::Kind::Unknown ||
               (parameter &&
                parameter->getFunctionScopeIndex() == exposure.argument);
      });
  return keeps ? Objects() : Objects{object(Object::Kind::Unknown)};
}

/// pointeesCopiedBy() returns what a function of the system may put into a
/// pointer: `strtol(text, &end, 10)`, `memcpy(&p, &q, sizeof p)`.
Objects ObjectResolver::pointeesCopiedBy(const Exposure &exposure,
                                         QualType pointer, unsigned depth) {
  const auto *call = llvm::cast<CallExpr>(exposure.call);
  Objects all = pointeesOfAlike(call, pointer, depth);
  for (const Expr *argument : call->arguments()) {
    const QualType type = argument->IgnoreParenCasts()->getType();
    if (argument != call->getArg(exposure.argument) && type->isPointerType() &&
        !isHandle(type) && holdsReferences(type->getPointeeType()))
      join(all, throughOneMorePointer(pointees(argument, depth + 1)));
  }
  return all;
}

/// pointeesOfAlike() returns what the arguments of a call refer to that are
/// pointers of the type `pointer`; something new where there are none.
Objects ObjectResolver::pointeesOfAlike(const Expr *expr, QualType pointer,
                                        unsigned depth) {
  const auto *call = llvm::cast<CallExpr>(expr);
  pointer = pointer.getNonReferenceType();
  Objects all;
  for (const Expr *argument : call->arguments())
    if (pointer->isPointerType() && argument->getType()->isPointerType() &&
        call->getDirectCallee()->getASTContext().hasSameUnqualifiedType(
            pointer->getPointeeType(), argument->getType()->getPointeeType()))
      join(all, pointees(argument, depth + 1));
  all.push_back(object(Object::Kind::Local));
  return all;
}

/// pointeesOfHolder() returns what pointers in the class object `holder` may
/// refer to.
Objects ObjectResolver::pointeesOfHolder(const Expr *holder, unsigned depth) {
  if (depth > maxDepth)
    return {object(Object::Kind::Unknown)};
  holder = madeExpr(holder);
  const auto *construction = llvm::dyn_cast<CXXConstructExpr>(holder);
  if (construction && construction->getConstructor()->isCopyOrMoveConstructor())
    return pointeesOfHolder(construction->getArg(0), depth + 1);
  return holder->isGLValue()
             ? throughOneMorePointer(designated(holder, depth + 1))
             : pointees(holder, depth + 1);
}

Objects
ObjectResolver::pointeesOfArguments(llvm::ArrayRef<const Expr *> arguments,
                                    unsigned depth) {
  Objects all;
  for (const Expr *argument : arguments) {
    if (argument->getType()->isFunctionPointerType()) // A deleter.
      continue;
    if (refersElsewhere(argument->getType()))
      join(all, pointees(argument, depth + 1));
    else if (argument->isGLValue() || argument->getType()->isArrayType())
      join(all, designated(argument, depth + 1)); // A view of a container.
  }
  if (all.empty())
    all.push_back(object(Object::Kind::Local));
  return all;
}

Objects ObjectResolver::pointeesOfOperatorCall(const Expr *expr,
                                               unsigned depth) {
  const auto *call = llvm::cast<CXXOperatorCallExpr>(expr);
  switch (call->getOperator()) {
  case OO_Arrow:
  case OO_Plus:
  case OO_Minus:
  case OO_PlusPlus:
  case OO_MinusMinus:
  case OO_PlusEqual:
  case OO_MinusEqual:
  case OO_Equal: {
    const bool onSelf = refersElsewhere(call->getArg(0)->getType());
    if (call->getOperator() == OO_Arrow && !onSelf)
      return designated(call->getArg(0), depth + 1); // std::optional
    return pointees(call->getArg(onSelf ? 0 : call->getNumArgs() - 1),
                    depth + 1);
  }
  case OO_Pipe: // `range | std::views::drop(1)`
  case OO_Call:
    if (call->getDirectCallee() && isStandard(call->getDirectCallee()))
      return pointeesOfLibraryCall(call, depth);
    return pointeesOfStored(call, depth);
  default:
    return pointeesOfStored(call, depth);
  }
}

Objects ObjectResolver::pointeesOfStored(const Expr *pointer, unsigned depth) {
  Objects holders = designated(pointer, depth + 1);
  const CXXRecordDecl *record = pointer->getType()->getAsCXXRecordDecl();
  const bool owns =
      record && isStandard(record) && record->getName() == "unique_ptr";
  const auto isLocal = [](const Object &one) {
    return one.kind == Object::Kind::Local;
  };
  return owns && llvm::all_of(holders, isLocal)
             ? holders
             : throughOneMorePointer(std::move(holders));
}

Objects ObjectResolver::pointeesOfCall(const Expr *expr, unsigned depth) {
  if (llvm::isa<CXXOperatorCallExpr>(expr))
    return pointeesOfOperatorCall(expr, depth);
  const auto *call = llvm::cast<CallExpr>(expr);
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee)
    return {object(Object::Kind::Unknown)};
  if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call);
      member && isStandard(callee)) {
    const Expr *base = member->getImplicitObjectArgument();
    if (std::optional<Objects> all = referredBy(base, depth))
      return *std::move(all);
    Objects owner = designated(base, depth + 1);
    if (returnsElementPointer(member->getMethodDecl()))
      return owner;
    Objects all = throughOneMorePointer(owner);
    for (const Expr *argument : call->arguments()) // optional::value_or(p)
      if (refersElsewhere(argument->getType()))
        join(all, pointees(argument, depth + 1));
    return all;
  }
  if (!isStandard(callee) && !isFromSystemHeader(callee))
    return returnedBy(call, depth);
  return isStandard(callee) ? pointeesOfLibraryCall(call, depth)
                            : pointeesOfAlike(call, call->getType(), depth);
}

static bool isAddressOf(const FunctionDecl *callee) {
  return callee->getIdentifier() && callee->getName().contains("addressof");
}

/// pointeesOfLibraryCall() joins all that a function of the library may have
/// from its arguments: what they refer to, a part of them, or a pointer that
/// such a part holds.
Objects ObjectResolver::pointeesOfLibraryCall(const Expr *expr,
                                              unsigned depth) {
  const auto *call = llvm::cast<CallExpr>(expr);
  const FunctionDecl *callee = call->getDirectCallee();
  if (callee->getIdentifier() && callee->getName() == "bit_cast" &&
      !refersElsewhere(call->getArg(0)->getType()))
    return {object(Object::Kind::Unknown)};
  if (callee->getIdentifier() && (callee->getName() == "make_unique" ||
                                  callee->getName() == "make_shared"))
    return {object(Object::Kind::Local)};
  const bool isStored = call->isGLValue(); // `std::get<0>(tuple)`
  const auto *operation = llvm::dyn_cast<CXXOperatorCallExpr>(call);
  const bool onObject = operation && operation->getOperator() == OO_Call;
  Objects all;
  for (const Expr *argument :
       llvm::drop_begin(call->arguments(), onObject ? 1 : 0)) {
    const QualType type = argument->getType().getNonReferenceType();
    const bool isPointer = refersElsewhere(type);
    const bool isSame = argument->getType().getCanonicalType() ==
                        call->getType().getCanonicalType();
    const bool isPlace = argument->isGLValue() && isAddressOf(callee);
    if (!isPointer && !isPlace && !type->isRecordType() && !type->isArrayType())
      continue;
    const Objects held = isPointer || !argument->isGLValue()
                             ? pointees(argument, depth + 1)
                             : designated(argument, depth + 1);
    // `std::find(first, last, value)` refers to no part of the value.
    const bool mayReturnPart = isPointer || !type.isConstQualified();
    if (isSame || (!isStored && mayReturnPart))
      join(all, held);
    const QualType inside = isPointer ? targetTypeOf(type) : type;
    if (!isSame && (inside.isNull() || holdsReferences(inside)))
      join(all, throughOneMorePointer(held));
  }
  if (transformsElsewhere(call->getType(), callees_))
    all.push_back(object(Object::Kind::Unknown));
  if (all.empty())
    all.push_back(object(Object::Kind::Local));
  return all;
}

} // namespace paraloop
