// CallContext.cpp: questions about an argument, and notes.

#include "CallContext.h"

#include "clang/AST/Expr.h"

#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace paraloop {

Objects CallContext::objectsOf(const Expr *self) {
  return self->getType()->isPointerType() ? resolver.pointees(self)
                                          : resolver.designated(self);
}

bool CallContext::isLocal(const Expr *expr) {
  return llvm::none_of(resolver.designated(expr),
                       [](const Object &object) { return object.isOutside(); });
}

bool CallContext::isParameter(const Expr *expr) const {
  const auto *named = llvm::dyn_cast<DeclRefExpr>(expr->IgnoreParenImpCasts());
  return named && scope.hasParameter(named->getDecl());
}

void CallContext::change(const Expr *node, Objects objects, bool replayable,
                         std::string callee) {
  addChange(effects, node, std::move(objects), replayable, std::move(callee));
}

void CallContext::noteHidden(const Call &call, llvm::StringRef what) {
  effects.hidden.push_back(
      {call.callee->getNameAsString(), what.str(), call.node->getExprLoc()});
}

} // namespace paraloop
