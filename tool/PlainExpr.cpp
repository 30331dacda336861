// PlainExpr.cpp: peels until nothing changes.

#include "PlainExpr.h"

#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace paraloop {
namespace {

const Expr *withoutOneWrapper(const Expr *expr) {
  if (const auto *full = llvm::dyn_cast<FullExpr>(expr))
    return full->getSubExpr();
  if (const auto *temporary = llvm::dyn_cast<MaterializeTemporaryExpr>(expr))
    return temporary->getSubExpr();
  if (const auto *bound = llvm::dyn_cast<CXXBindTemporaryExpr>(expr))
    return bound->getSubExpr();
  if (const auto *argument = llvm::dyn_cast<SubstNonTypeTemplateParmExpr>(expr))
    return argument->getReplacement();
  return expr->IgnoreParens();
}

const Expr *madeByDefault(const Expr *expr) {
  if (const auto *argument = llvm::dyn_cast<CXXDefaultArgExpr>(expr))
    return argument->getExpr();
  if (const auto *initializer = llvm::dyn_cast<CXXDefaultInitExpr>(expr))
    return initializer->getExpr();
  return expr;
}

} // namespace

const Expr *plainExpr(const Expr *expr) {
  const Expr *before = nullptr;
  while (expr != before) {
    before = expr;
    expr = withoutOneWrapper(expr);
  }
  return expr;
}

const Expr *madeExpr(const Expr *expr) {
  const Expr *before = nullptr;
  while (expr != before) {
    before = expr;
    expr = madeByDefault(plainExpr(expr));
  }
  return expr;
}

} // namespace paraloop
