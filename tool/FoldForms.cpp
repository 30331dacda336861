// FoldForms.cpp: looks at operators and types only.

#include "FoldForms.h"

#include "clang/AST/Expr.h"

using namespace clang;

namespace paraloop {
namespace {

/// takes() returns true where the value that is folded in is a whole number,
/// for a truth value another truth value.
bool takes(const CompoundAssignOperator *change) {
  const QualType value = change->getRHS()->IgnoreParenImpCasts()->getType();
  if (change->getType()->isBooleanType())
    return value->isBooleanType() && change->getOpcode() != BO_AddAssign &&
           change->getOpcode() != BO_SubAssign;
  return change->getComputationResultType()->isIntegerType();
}

} // namespace

std::optional<Fold> foldingOperation(const BinaryOperator *assignment) {
  switch (assignment->getOpcode()) {
  case BO_AddAssign:
  case BO_SubAssign:
    return Fold::Sum;
  case BO_AndAssign:
    return Fold::And;
  case BO_OrAssign:
    return Fold::Or;
  case BO_XorAssign:
    return Fold::Xor;
  default:
    return std::nullopt;
  }
}

std::optional<Fold> foldBy(const Expr *change) {
  change = change->IgnoreParens();
  if (const auto *step = llvm::dyn_cast<UnaryOperator>(change))
    return step->isIncrementDecrementOp() ? std::optional<Fold>(Fold::Sum)
                                          : std::nullopt;
  const auto *compound = llvm::dyn_cast<CompoundAssignOperator>(change);
  return compound && takes(compound) ? foldingOperation(compound)
                                     : std::nullopt;
}

const Expr *foldedPlace(const Expr *change) {
  change = change->IgnoreParens();
  const auto *step = llvm::dyn_cast<UnaryOperator>(change);
  return (step ? step->getSubExpr()
               : llvm::cast<BinaryOperator>(change)->getLHS())
      ->IgnoreParens();
}

} // namespace paraloop
