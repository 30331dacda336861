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

/// partOf() returns what a method calls a part of its object.
static std::optional<Object> partOf(const Object &whole, const Object &object) {
  if (whole.kind != Object::Kind::Outside || !overlaps(whole, object) ||
      whole.path.size() > object.path.size())
    return std::nullopt;
  Object inside = outsideObject(nullptr);
  inside.path.append(object.path.begin() + whole.path.size(),
                     object.path.end());
  return inside;
}

/// runsOwnCode() returns true if the class of an object that is made has a
/// constructor or destructor of the program's.
static bool runsOwnCode(const CXXConstructExpr *construction) {
  const CXXConstructorDecl *constructor = construction->getConstructor();
  const CXXRecordDecl *record = constructor->getParent();
  return !isStandard(record) &&
         (!constructor->isTrivial() || !record->hasTrivialDestructor());
}

/// mayName() returns true if a function, or one that it calls, may use a global
/// by its name.
static bool mayName(const Stmt *body, const VarDecl *global, unsigned depth) {
  if (const auto *made = llvm::dyn_cast<CXXConstructExpr>(body);
      made && runsOwnCode(made))
    return true;
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(body);
      named && oneDeclaration(named->getDecl()) == global)
    return true;
  if (const auto *call = llvm::dyn_cast<CallExpr>(body)) {
    const FunctionDecl *callee = call->getDirectCallee();
    const bool isLibrary =
        callee && (isStandard(callee) || isFromSystemHeader(callee));
    const FunctionDecl *definition = isLibrary ? nullptr : functionRunBy(call);
    if (!isLibrary && (!definition || depth == 0 ||
                       mayName(definition->getBody(), global, depth - 1)))
      return true;
  }
  return llvm::any_of(body->children(), [&](const Stmt *child) {
    return child && mayName(child, global, depth);
  });
}

/// ofGlobal() returns what a callee knows of a global: its name, or that it is
/// a part of `*this`. Nothing, if it may be both.
static std::optional<Object> ofGlobal(const FunctionDecl *callee,
                                      const Expr *self, const Object &object) {
  static constexpr unsigned maxCalls = 4;
  const auto *global = llvm::cast<VarDecl>(object.variable);
  if (!self || llvm::isa<CXXThisExpr>(self->IgnoreParenImpCasts()))
    return object;
  const Object whole = wholeObject(self);
  if (whole.kind != Object::Kind::Outside || holdsReferent(self))
    return std::nullopt;
  if (whole.variable != global)
    return object;
  if (mayName(callee->getBody(), global, maxCalls))
    return std::nullopt;
  return partOf(whole, object);
}

/// isOfClass() returns false where a method of a base class is called: it knows
/// a part of the object.
static bool isOfClass(const Expr *self, const FunctionDecl *method) {
  const QualType type = self->IgnoreParenImpCasts()->getType();
  const CXXRecordDecl *record = type->isPointerType()
                                    ? type->getPointeeCXXRecordDecl()
                                    : type->getAsCXXRecordDecl();
  return record &&
         record->getCanonicalDecl() ==
             llvm::cast<CXXMethodDecl>(method)->getParent()->getCanonicalDecl();
}

std::optional<Object> inTermsOf(const FunctionDecl *callee, const Expr *node,
                                const Object &object) {
  const auto *call = llvm::cast<CallExpr>(node);
  const Expr *self = selfOf(call);
  const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
  if (variable && variable->hasGlobalStorage())
    return ofGlobal(callee, self, object);
  if (!self || !llvm::isa<CXXMethodDecl>(callee))
    return std::nullopt;
  const bool isPointer = self->getType()->isPointerType();
  if (isPointer && !llvm::isa<CXXThisExpr>(self->IgnoreParenImpCasts()))
    return std::nullopt;
  std::optional<Object> inside =
      partOf(isPointer ? outsideObject(nullptr) : wholeObject(self), object);
  const bool isWhole = inside && inside->path.empty();
  return isWhole && !isOfClass(self, callee) ? std::nullopt : inside;
}

} // namespace paraloop
