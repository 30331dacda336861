// ArgumentChanges.cpp: contracts of the library, and the types of parameters.

#include "ArgumentChanges.h"

#include "Actuals.h"
#include "ElementsHanded.h"
#include "StandardLibrary.h"
#include "StandardTypes.h"

#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace paraloop {
namespace {

/// isAssignment() returns true for `=`, `+=` and their like.
bool isAssignment(const CXXMethodDecl *method) {
  const OverloadedOperatorKind op = method->getOverloadedOperator();
  return op == OO_Equal || (op >= OO_PlusEqual && op <= OO_PipeEqual) ||
         op == OO_LessLessEqual || op == OO_GreaterGreaterEqual;
}

bool isKnown(const FunctionDecl *callee) {
  return isStandard(callee) || isOfParaloopVariable(callee);
}

std::string nameUnlessKnown(const FunctionDecl *callee) {
  return isKnown(callee) ? std::string() : callee->getNameAsString();
}

/// What of its arguments a call changes; for the user's functions the
/// parameter types tell.
Writes writesOf(const Call &call) {
  if (isStandard(call.callee))
    return paraloop::writesOf(call.callee);
  return isOfParaloopVariable(call.callee) ? Writes::Nothing
                                           : Writes::Everything;
}

/// `std::move(x)` handed to a parameter that takes a temporary: x is emptied.
bool isMovedInto(const FunctionDecl *callee, QualType parameter,
                 const Expr *argument) {
  const bool passesOn = isStandard(callee) &&
                        callee->getReturnType()->isReferenceType() &&
                        !llvm::isa<CXXMethodDecl>(callee);
  return !passesOn && parameter->isRValueReferenceType() &&
         argument->isXValue() && !llvm::isa<MaterializeTemporaryExpr>(argument);
}

bool changesReferred(QualType parameter) {
  return parameter->isLValueReferenceType() &&
         !parameter->getPointeeType().isConstQualified() &&
         !parameter->getPointeeType()->isFunctionType();
}

/// A pointer or iterator through which the callee could change something.
bool givesAccess(QualType parameter) {
  const QualType type = parameter.getNonReferenceType();
  return (type->isPointerType() || isPointerLike(type)) &&
         !type->isFunctionPointerType() && !pointsToConst(type);
}

/// Methods only read through the iterators that they get.
bool onlyReadsThrough(const FunctionDecl *callee, unsigned index) {
  if (!isStandard(callee) || isAlgorithmObject(callee))
    return false;
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(callee);
  return method ? !writesParameter(method, index)
                : callee->isOverloadedOperator();
}

void changePointees(CallContext &context, const Call &call,
                    const Expr *argument) {
  context.change(call.node, context.resolver.pointees(argument),
                 isKnown(call.callee), nameUnlessKnown(call.callee));
  context.effects.changes.back().bySystem =
      isFromSystemHeader(call.callee) && !isStandard(call.callee) &&
      isHandle(argument->IgnoreParenImpCasts()->getType());
}

void visitVariadicArgument(CallContext &context, const Call &call,
                           const Expr *argument) {
  if (!givesAccess(argument->getType()))
    return;
  const std::string name = call.callee->getNameAsString();
  const bool prints = isFromSystemHeader(call.callee) &&
                      name.find("printf") != std::string::npos;
  if (!prints)
    context.change(call.node, context.resolver.pointees(argument), false, name);
}

} // namespace

void visitSelf(CallContext &context, const Call &call) {
  const auto *method = llvm::dyn_cast<CXXMethodDecl>(call.callee);
  if (!call.self || !method || method->isStatic() ||
      llvm::isa<CXXConstructorDecl>(method))
    return;
  if (isIndirectCall(method) && method->getReturnType()->isVoidType() &&
      !context.isLocal(call.self) && !context.isParameter(call.self))
    context.change(call.node, {Object()}, false, "a std::function");
  const bool assignsThrough =
      isProxy(call.self->getType()) &&
      (isAssignment(method) || changesThroughReference(method));
  if (!assignsThrough && (method->isConst() || isAccessor(method)))
    return;
  context.change(call.node, context.objectsOf(call.self), isKnown(method),
                 isKnown(method) ? "" : method->getNameAsString());
}

void visitArguments(CallContext &context, const Call &call) {
  std::optional<Objects> last; // What the last iterator refers to.
  const Writes writes = writesOf(call);
  for (unsigned index = 0; index < call.arguments.size(); ++index) {
    const Expr *argument = call.arguments[index];
    if (index >= call.callee->getNumParams()) {
      visitVariadicArgument(context, call, argument);
      continue;
    }
    if (std::optional<Objects> handed =
            writes == Writes::Nothing
                ? std::nullopt
                : elementsHanded(call, index, context.resolver, context.actuals,
                                 context.callees)) {
      if (writes == Writes::LastIterator)
        last = std::move(handed);
      else
        context.change(call.node, *std::move(handed), true);
      continue;
    }
    const QualType type = call.callee->getParamDecl(index)->getType();
    const bool moved = isMovedInto(call.callee, type, argument);
    if (moved || (writes == Writes::Everything && changesReferred(type))) {
      context.change(call.node, context.resolver.designated(argument),
                     isKnown(call.callee), nameUnlessKnown(call.callee));
      context.effects.changes.back().moved = moved;
      continue;
    }
    if (writes == Writes::Nothing || !givesAccess(type) ||
        pointsToConst(argument->getType()))
      continue;
    if (writes == Writes::LastIterator)
      last = context.resolver.pointees(argument);
    else if (!onlyReadsThrough(call.callee, index))
      changePointees(context, call, argument);
  }
  if (last)
    context.change(call.node, *std::move(last), true);
}

} // namespace paraloop
