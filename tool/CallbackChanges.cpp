// CallbackChanges.cpp: LibraryCallbacks' answer -> changes.

#include "CallbackChanges.h"

#include "EnclosingFunctions.h"
#include "IndirectTargets.h"
#include "LibraryCallbacks.h"
#include "StandardTypes.h"
#include "Travel.h"

#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

bool isNoted(const CallContext &context, const Expr *node,
             const Object &object) {
  return llvm::any_of(context.effects.changes, [&](const Change &change) {
    return change.node == node && llvm::is_contained(change.objects, object);
  });
}

/// mayPointOn() returns false for a pointer to something without pointers.
bool mayPointOn(QualType pointer) {
  const QualType target = targetTypeOf(pointer);
  return target.isNull() || (!isHandle(pointer) && holdsReferences(target));
}

/// reachedThrough() returns all that can be changed by who gets an argument,
/// by reference or by value.
Objects reachedThrough(CallContext &context, const Expr *argument,
                       bool byReference) {
  const QualType type = argument->getType().getNonReferenceType();
  if (type->isFunctionType() || type->isFunctionPointerType() ||
      type->isMemberPointerType())
    return {};
  const bool isPointer = type->isPointerType() || isPointerLike(type);
  const bool holds = holdsReferences(type);
  if (!argument->isGLValue() && !holds)
    return {};
  const Objects first = isPointer || !argument->isGLValue()
                            ? context.resolver.pointees(argument)
                            : context.resolver.designated(argument);
  Objects all;
  if (isPointer ? !pointsToConst(type)
                : byReference && !type.isConstQualified())
    all = first;
  if (holds && (!isPointer || mayPointOn(type)))
    all.append(throughOneMorePointer(first));
  return all;
}

} // namespace

void visitCallbacks(CallContext &context, const Call &call) {
  const Callbacks callbacks = callbacksOf(call, context.callees);
  for (const Expr *object : callbacks.changed)
    context.change(call.node,
                   isPointerLike(object->getType())
                       ? context.resolver.pointees(object)
                       : context.resolver.designated(object),
                   false, call.callee->getNameAsString());
  if (!callbacks.changeArguments && !callbacks.changeLater)
    return;
  const bool byReference =
      callbacks.changeArguments || callbacks.keepReferences;
  Objects reached;
  if (call.self && call.callee->getOverloadedOperator() != OO_Call) {
    reached = reachedThrough(context, call.self, byReference);
    llvm::erase_if(reached, [](const Object &object) {
      // What a local object keeps was noted where it got that.
      return object.kind == Object::Kind::LocalIndirect;
    });
  }
  for (const Expr *argument : call.arguments)
    if (!isLambda(argument->getType()) && // Its body is looked at itself.
        !isStoredCallable(argument->getType()))
      reached.append(reachedThrough(context, argument, byReference));
  llvm::erase_if(reached, [&](const Object &object) {
    return object.kind == Object::Kind::Local ||
           isNoted(context, call.node, object);
  });
  if (reached.empty())
    return;
  const bool later = callbacks.changeLater;
  context.change(call.node, std::move(reached), !later,
                 later ? call.callee->getNameAsString() : "");
}

} // namespace paraloop
