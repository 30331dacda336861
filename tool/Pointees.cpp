// Pointees.cpp: the half of ObjectResolver that walks from a pointer, an
// iterator, a view or a smart pointer to what it may refer to.

#include "ObjectResolver.h"

#include "Callees.h"
#include "EnclosingFunctions.h"
#include "FieldSteps.h"
#include "PlainExpr.h"
#include "PointerCasts.h"
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

/// Pointers that are swapped with each other in many ways are given up too.
constexpr unsigned maxVisits = 300;

bool isAddressOf(const FunctionDecl *callee) {
  return nameOf(callee).contains("addressof");
}

/// returnsPlainPointer() returns true for `object[i]` and `object(i)` that run
/// an operator of the program's own.
bool returnsPlainPointer(const CXXOperatorCallExpr *call) {
  const FunctionDecl *callee = call->getDirectCallee();
  const bool isElement =
      call->getOperator() == OO_Subscript || call->getOperator() == OO_Call;
  return isElement && callee && !isStandard(callee) && !isOfLambda(callee) &&
         call->isPRValue() && call->getType()->isPointerType();
}

} // namespace

Objects ObjectResolver::pointees(const Expr *expr, unsigned depth) {
  if (depth > maxDepth)
    return {Object::of(Object::Kind::Unknown)};
  expr = madeExpr(expr);
  if (const auto *cast = llvm::dyn_cast<CastExpr>(expr)) {
    if (cast->getCastKind() == CK_ArrayToPointerDecay)
      return designated(cast->getSubExpr(), depth + 1);
    if (cast->getCastKind() == CK_NullToPointer)
      return {};
    if (cast->getCastKind() == CK_IntegralToPointer &&
        !llvm::isa<IntegerLiteral>(cast->getSubExpr()->IgnoreParenImpCasts()))
      return {Object::of(Object::Kind::Unknown)};
    return pointees(cast->getSubExpr(), depth + 1);
  }
  if (llvm::isa<CXXThisExpr>(expr))
    return {Object::of(Object::Kind::Outside)};
  if (llvm::isa<CXXNewExpr, StringLiteral, CXXNullPtrLiteralExpr,
                IntegerLiteral, LambdaExpr>(expr))
    return {Object::of(Object::Kind::Local)};
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
    Objects all = pointees(binary->getLHS(), depth + 1);
    return binary->isAdditiveOp() && expr->getType()->isPointerType()
               ? afterStep(std::move(all), expr->getType()->getPointeeType(),
                           binary->getRHS())
               : all;
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
      all.push_back(Object::of(Object::Kind::Unknown));
    return all;
  }
  if (isProxy(expr->getType()) && llvm::isa<CallExpr>(expr))
    return designated(expr, depth + 1);
  if (const auto *list = llvm::dyn_cast<InitListExpr>(expr))
    return pointeesOfArguments({list->getInits(), list->getNumInits()}, depth);
  if (llvm::isa<CallExpr>(expr))
    return pointeesOfCall(expr, depth);
  return {Object::of(Object::Kind::Unknown)};
}

Objects ObjectResolver::pointeesOfVariable(const ValueDecl *variable,
                                           unsigned depth) {
  const auto *named = llvm::dyn_cast<VarDecl>(variable);
  if (named && isStandardOutput(named))
    return {Object::of(Object::Kind::Stream, variable)};
  const bool isSet =
      !scope_.sources(variable).empty() || !scope_.exposures(variable).empty();
  if (!scope_.declares(variable) ||
      (named && llvm::isa<ParmVarDecl>(named) && !isSet))
    return {Object::of(Object::Kind::Pointee, variable)};
  if (variable->getType()->isArrayType())
    return {Object::of(Object::Kind::Local, variable)};
  if (const auto *binding = llvm::dyn_cast<BindingDecl>(variable)) {
    const auto *group =
        llvm::dyn_cast_or_null<VarDecl>(binding->getDecomposedDecl());
    return group && group->getInit()
               ? pointeesOfHolder(group->getInit(), depth)
               : Objects{Object::of(Object::Kind::Unknown)};
  }
  if (const auto known = assumed_.find(variable); known != assumed_.end()) {
    cyclic_.insert(variable); // `p = p->next`
    return known->second;
  }
  if (++visits_ > maxVisits)
    return {Object::of(Object::Kind::Unknown)};
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
    all.push_back(Object::of(Object::Kind::Pointee, variable));
  if (named && named->isExceptionVariable())
    all.push_back(Object::of(Object::Kind::Unknown));
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
    return {Object::of(Object::Kind::Unknown)};
  if (isStandard(callee))
    return keepsTargets(callee) ? Objects()
                                : Objects{Object::of(Object::Kind::Unknown)};
  if (call && isFromSystemHeader(callee))
    return exposure.argument < callee->getNumParams()
               ? pointeesCopiedBy(exposure, pointer, depth)
               : Objects{Object::of(Object::Kind::Unknown)};
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
  return keeps ? Objects() : Objects{Object::of(Object::Kind::Unknown)};
}

/// pointeesCopiedBy() returns what a function of the system may put into a
/// pointer: `strtol(text, &end, 10)`, `memcpy(&p, &q, sizeof p)`.
Objects ObjectResolver::pointeesCopiedBy(const Exposure &exposure,
                                         QualType pointer, unsigned depth) {
  const auto *call = llvm::cast<CallExpr>(exposure.call);
  if (exposure.argument == 0 && !targetOfCopiedBits(call).isNull())
    return {Object::of(Object::Kind::Unknown)};
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
  all.push_back(Object::of(Object::Kind::Local));
  return all;
}

/// pointeesOfHolder() returns what pointers in the class object `holder` may
/// refer to.
Objects ObjectResolver::pointeesOfHolder(const Expr *holder, unsigned depth) {
  if (depth > maxDepth)
    return {Object::of(Object::Kind::Unknown)};
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
    all.push_back(Object::of(Object::Kind::Local));
  return all;
}

Objects ObjectResolver::pointeesOfOperatorCall(const Expr *expr,
                                               unsigned depth) {
  const auto *call = llvm::cast<CXXOperatorCallExpr>(expr);
  if (returnsPlainPointer(call)) // `double *operator[](int row)`
    return returnedBy(call, depth);
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
    return {Object::of(Object::Kind::Unknown)};
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

/// pointeesOfLibraryCall() joins all that a function of the library may have
/// from its arguments: what they refer to, a part of them, or a pointer that
/// such a part holds.
Objects ObjectResolver::pointeesOfLibraryCall(const Expr *expr,
                                              unsigned depth) {
  const auto *call = llvm::cast<CallExpr>(expr);
  const FunctionDecl *callee = call->getDirectCallee();
  if (nameOf(callee) == "bit_cast" &&
      !refersElsewhere(call->getArg(0)->getType()))
    return {Object::of(Object::Kind::Unknown)};
  if (nameOf(callee) == "make_unique" || nameOf(callee) == "make_shared")
    return {Object::of(Object::Kind::Local)};
  const bool isStored = call->isGLValue(); // `std::get<0>(tuple)`
  const auto *operation = llvm::dyn_cast<CXXOperatorCallExpr>(call);
  const bool onObject = operation && operation->getOperator() == OO_Call;
  const auto arguments = llvm::drop_begin(call->arguments(), onObject ? 1 : 0);
  Objects all;
  for (const Expr *argument : arguments) {
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
    // `std::begin(valarray)` refers to a part of it, but
    // `std::find(first, last, value)` to none of the value.
    const bool mayReturnPart =
        isPointer || !type.isConstQualified() || argument == *arguments.begin();
    if (isSame || (!isStored && mayReturnPart))
      join(all, held);
    const QualType inside = isPointer ? targetTypeOf(type) : type;
    if (!isSame && (inside.isNull() || holdsReferences(inside)))
      join(all, throughOneMorePointer(held));
  }
  if (transformsElsewhere(call->getType(), callees_))
    all.push_back(Object::of(Object::Kind::Unknown));
  if (all.empty())
    all.push_back(Object::of(Object::Kind::Local));
  return all;
}

} // namespace paraloop
