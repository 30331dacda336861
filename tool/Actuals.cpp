// Actuals.cpp: `*this` becomes the object of the call, a parameter its
// argument; what is left is global.

#include "Actuals.h"

#include "EnclosingFunctions.h"
#include "Reseating.h"
#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

Objects withPath(Objects objects, const Object &formal) {
  for (Object &object : objects)
    if (object.kind == Object::Kind::Outside ||
        object.kind == Object::Kind::Pointee)
      object.path.append(formal.path.begin(), formal.path.end());
  return objects;
}

bool isLocal(const Objects &objects) {
  return llvm::all_of(objects, [](const Object &one) {
    return one.kind == Object::Kind::Local;
  });
}

} // namespace

bool isParameterOf(const FunctionDecl *function, const ValueDecl *variable) {
  const auto *parameter = llvm::dyn_cast_or_null<ParmVarDecl>(variable);
  const auto *owner =
      parameter ? llvm::dyn_cast<FunctionDecl>(parameter->getDeclContext())
                : nullptr;
  return owner && owner->getCanonicalDecl() == function->getCanonicalDecl();
}

/// referentFor() returns what a field of the call's object refers to, if that
/// is a reference, or a pointer that stays; null where that isn't known.
static const Expr *referentFor(const Call &call, const FieldDecl *field) {
  const bool isPointer = field->getType()->isPointerType();
  if (call.self && call.self->getType()->isPointerType())
    return nullptr;
  if (call.self)
    return isPointer ? targetIn(call.self, field)
                     : referentIn(call.self, field);
  if (call.variable)
    return isPointer ? targetOf(call.variable, field)
                     : referentOf(call.variable, field);
  const auto *made = llvm::dyn_cast<CXXConstructExpr>(call.node);
  return made && made->getConstructor()->getCanonicalDecl() ==
                     call.callee->getCanonicalDecl()
             ? boundBy(made, field)
             : nullptr;
}

std::optional<Objects> Actuals::referred(const Call &call,
                                         const Object &formal) {
  if (formal.path.empty() || formal.indirect ||
      llvm::any_of(llvm::drop_begin(formal.path), [](const FieldDecl *field) {
        return field->getType()->isPointerType() ||
               field->getType()->isReferenceType() ||
               isPointerLike(field->getType());
      }))
    return std::nullopt;
  const FieldDecl *field = formal.path.front();
  const bool isPointerItself =
      field->getType()->isPointerType() && formal.kind != Object::Kind::Pointee;
  const Expr *referent = isPointerItself ? nullptr : referentFor(call, field);
  if (!referent)
    return std::nullopt;
  Object rest = formal;
  rest.path.erase(rest.path.begin());
  return withPath(resolver_.designated(referent), rest);
}

Objects Actuals::readThrough(const Call &call, const Object &formal) {
  const bool isPointer = !formal.variable &&
                         formal.kind == Object::Kind::Outside &&
                         formal.path.size() == 1 &&
                         formal.path.front()->getType()->isPointerType();
  const Expr *target =
      isPointer ? referentFor(call, formal.path.front()) : nullptr;
  return target ? resolver_.designated(target) : Objects();
}

/// ofCapturedThis() returns what a part of `*this` is that a lambda captured:
/// the same wherever its method goes on. Another function that calls its
/// parameter leaves that to who hands the lambda in.
Objects Actuals::ofCapturedThis(const Call &call, const Object &formal) {
  if (isAtHome(call.callee, call.node->getExprLoc()))
    return {formal};
  const auto *named =
      call.self ? llvm::dyn_cast<DeclRefExpr>(call.self->IgnoreParenImpCasts())
                : nullptr;
  return named && resolver_.scope().hasParameter(named->getDecl())
             ? Objects{Object::of(Object::Kind::Local)}
             : Objects{Object()};
}

Objects Actuals::actual(const Call &call, const Object &formal) {
  if (formal.kind == Object::Kind::Unknown)
    return {formal};
  if (!formal.variable && isOfLambda(call.callee))
    return ofCapturedThis(call, formal);
  if (!formal.variable)
    if (std::optional<Objects> objects = referred(call, formal))
      return *std::move(objects);
  Objects objects;
  const auto *parameter = llvm::dyn_cast_or_null<ParmVarDecl>(formal.variable);
  const bool throughPointer =
      formal.kind == Object::Kind::Pointee || formal.indirect;
  if (!formal.variable) {
    Object fresh = Object::of(Object::Kind::Local);
    if (throughPointer && !callees_.ownsTargets(formal))
      fresh.kind = Object::Kind::LocalIndirect;
    if (!call.self)
      return {fresh}; // A constructor changes the object that it makes, a
                      // destructor a local one.
    objects = call.self->getType()->isPointerType()
                  ? resolver_.pointees(call.self)
                  : resolver_.designated(call.self);
    if (throughPointer && !(callees_.ownsTargets(formal) && isLocal(objects)))
      objects = throughOneMorePointer(std::move(objects));
    return withPath(std::move(objects), formal);
  } else if (isParameterOf(call.callee, formal.variable) &&
             parameter->getFunctionScopeIndex() < call.arguments.size()) {
    const Expr *argument = call.arguments[parameter->getFunctionScopeIndex()];
    objects = formal.kind == Object::Kind::Pointee
                  ? resolver_.pointees(argument)
                  : resolver_.designated(argument);
  } else {
    return {formal};
  }
  if (formal.indirect)
    objects = throughOneMorePointer(std::move(objects));
  return withPath(std::move(objects), formal);
}

} // namespace paraloop
