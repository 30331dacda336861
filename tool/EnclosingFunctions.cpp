// EnclosingFunctions.cpp: from a method to the function that its class, often
// that of a lambda, is declared in.

#include "EnclosingFunctions.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/SourceManager.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {

llvm::SmallVector<const FunctionDecl *, 4>
enclosingFunctions(const FunctionDecl *function) {
  llvm::SmallVector<const FunctionDecl *, 4> all;
  while (function) {
    all.push_back(function);
    const auto *method = llvm::dyn_cast<CXXMethodDecl>(function);
    function = method ? llvm::dyn_cast_or_null<FunctionDecl>(
                            method->getParent()->getParentFunctionOrMethod())
                      : nullptr;
  }
  return all;
}

bool hasNameIn(const VarDecl *variable, const FunctionDecl *function) {
  if (variable->isInitCapture())
    return variable->getDeclContext() == function;
  return !variable->isStaticLocal() ||
         llvm::any_of(enclosingFunctions(function),
                      [&](const FunctionDecl *one) {
                        return variable->getDeclContext() == one;
                      });
}

bool isOfLambda(const FunctionDecl *function) {
  const auto *method = llvm::dyn_cast_or_null<CXXMethodDecl>(function);
  return method && method->getParent()->isLambda();
}

bool isLambda(QualType type) {
  const CXXRecordDecl *record =
      type.getNonReferenceType()->getAsCXXRecordDecl();
  return record && record->isLambda();
}

/// fieldOfThis() returns the field in which a lambda keeps `this`, or null.
static const FieldDecl *fieldOfThis(const FunctionDecl *function) {
  if (!isOfLambda(function))
    return nullptr;
  llvm::DenseMap<const ValueDecl *, FieldDecl *> captures;
  FieldDecl *self = nullptr;
  llvm::cast<CXXMethodDecl>(function)->getParent()->getCaptureFields(captures,
                                                                     self);
  return self;
}

bool capturesThis(const FunctionDecl *function) {
  return fieldOfThis(function) != nullptr;
}

const CXXRecordDecl *classOfThis(const FunctionDecl *lambda) {
  const FieldDecl *self = fieldOfThis(lambda);
  return self ? self->getType()->getPointeeCXXRecordDecl() : nullptr;
}

bool isAtHome(const FunctionDecl *lambda, SourceLocation place) {
  const auto functions = enclosingFunctions(lambda);
  const auto home = llvm::find_if_not(functions, isOfLambda);
  if (home == functions.end())
    return false;
  const SourceManager &sources = lambda->getASTContext().getSourceManager();
  return sources.isPointWithin(sources.getExpansionLoc(place),
                               sources.getExpansionLoc((*home)->getBeginLoc()),
                               sources.getExpansionLoc((*home)->getEndLoc()));
}

bool isMemberOf(const FunctionDecl *function, const CXXRecordDecl *record) {
  for (const DeclContext *at = function; at; at = at->getParent())
    if (const auto *around = llvm::dyn_cast<CXXRecordDecl>(at))
      if (around->getCanonicalDecl() == record->getCanonicalDecl())
        return true;
  return false;
}

} // namespace paraloop
