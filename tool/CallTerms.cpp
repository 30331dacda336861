// CallTerms.cpp: arguments to parameters, and the object of a call to `*this`.

#include "CallTerms.h"

#include "Reseating.h"
#include "StandardLibrary.h"
#include "WholeObjects.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {

static const FunctionDecl *definitionOf(const FunctionDecl *function) {
  const FunctionDecl *definition = nullptr;
  return function && function->hasBody(definition) && !isStandard(definition) &&
                 !isFromSystemHeader(definition)
             ? definition
             : nullptr;
}

const Expr *targetOf(const Expr *argument) {
  const auto *unary =
      llvm::dyn_cast<UnaryOperator>(argument->IgnoreParenImpCasts());
  return unary && unary->getOpcode() == UO_AddrOf ? unary->getSubExpr()
                                                  : argument;
}

Object formal(const ParmVarDecl *parameter) {
  Object made = outsideObject(parameter);
  if (parameter->getType()->isPointerType())
    made.kind = Object::Kind::Pointee;
  return made;
}

const FunctionDecl *functionRunBy(const Expr *node) {
  const auto *call = llvm::dyn_cast<CallExpr>(node);
  const FunctionDecl *callee = call ? call->getDirectCallee() : nullptr;
  const auto *method = llvm::dyn_cast_or_null<CXXMethodDecl>(callee);
  if (method &&
      (method->isVirtual() || isParaloopVariable(method->getParent())))
    return nullptr;
  return definitionOf(callee);
}

static const Expr *selfOf(const CallExpr *call) {
  if (const auto *member = llvm::dyn_cast<CXXMemberCallExpr>(call))
    return member->getImplicitObjectArgument();
  return llvm::isa<CXXOperatorCallExpr>(call) &&
                 llvm::isa_and_nonnull<CXXMethodDecl>(call->getDirectCallee())
             ? call->getArg(0)
             : nullptr;
}

llvm::ArrayRef<const Expr *> argumentsOf(const CallExpr *call) {
  const llvm::ArrayRef<const Expr *> all(call->getArgs(), call->getNumArgs());
  return llvm::isa<CXXOperatorCallExpr>(call) && selfOf(call) ? all.drop_front()
                                                              : all;
}

const ParmVarDecl *parameterFor(const CallExpr *call, const Expr *argument) {
  const FunctionDecl *callee = functionRunBy(call);
  const auto arguments = argumentsOf(call);
  for (std::size_t index = 0; callee && index < arguments.size(); ++index)
    if (arguments[index] == argument && index < callee->getNumParams())
      return callee->getParamDecl(index);
  return nullptr;
}

/// holdsReferent() returns true for an object that knows others by its fields:
/// these have two names in a method.
static bool holdsReferent(const Expr *self) {
  const CXXRecordDecl *record = self->getType()->getAsCXXRecordDecl();
  return record && record->hasDefinition() &&
         llvm::any_of(record->fields(), [&](const FieldDecl *field) {
           return field->getType()->isReferenceType() &&
                  referentIn(self, field);
         });
}

std::optional<Object> inTermsOf(const FunctionDecl *callee, const Expr *node,
                                const Object &object) {
  const auto *call = llvm::cast<CallExpr>(node);
  const Expr *self = selfOf(call);
  const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
  if (variable && variable->hasGlobalStorage())
    return self && holdsReferent(self) ? std::nullopt : std::optional(object);
  if (!self || !llvm::isa<CXXMethodDecl>(callee))
    return std::nullopt;
  Object whole = self->getType()->isPointerType() ? outsideObject(nullptr)
                                                  : wholeObject(self);
  if (self->getType()->isPointerType() &&
      !llvm::isa<CXXThisExpr>(self->IgnoreParenImpCasts()))
    return std::nullopt;
  if (whole.kind != Object::Kind::Outside || !overlaps(whole, object) ||
      whole.path.size() > object.path.size())
    return std::nullopt;
  Object inside = outsideObject(nullptr);
  inside.path.append(object.path.begin() + whole.path.size(),
                     object.path.end());
  return inside;
}

} // namespace paraloop
