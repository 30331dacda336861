// ExternalVisibility.cpp: looks at linkage, and at what a pointer is made from.

#include "ExternalVisibility.h"

#include "StandardTypes.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {
namespace {

/// mayHoldVisible() returns true for a pointer that is made from something with
/// a name that others know.
bool mayHoldVisible(const Stmt *init) {
  if (const auto *named = llvm::dyn_cast<DeclRefExpr>(init))
    if (const auto *variable = llvm::dyn_cast<VarDecl>(named->getDecl()))
      return variable->isExternallyVisible() && !variable->isLocalVarDecl();
  return llvm::any_of(init->children(), [](const Stmt *child) {
    return child && mayHoldVisible(child);
  });
}

} // namespace

bool isVisibleElsewhere(const Object &object,
                        const llvm::DenseSet<const ValueDecl *> &addressTaken) {
  const auto *variable = llvm::dyn_cast_or_null<VarDecl>(object.variable);
  if (object.kind == Object::Kind::Pointee && variable &&
      variable->getAnyInitializer())
    return !isFilePointer(variable->getType()) &&
           mayHoldVisible(variable->getAnyInitializer());
  if (isLocalVariable(object))
    return addressTaken.contains(object.variable);
  return variable && variable->isExternallyVisible();
}

} // namespace paraloop
