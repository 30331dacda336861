// Headers.cpp: matches the three parts of a `for`.

#include "Headers.h"

#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"

#include <optional>

using namespace clang;

namespace paraloop {
namespace {

using Relation = CountingHeader::Relation;

const ValueDecl *nameIn(const Expr *expr) {
  const auto *named = llvm::dyn_cast_or_null<DeclRefExpr>(
      expr ? expr->IgnoreParenImpCasts() : nullptr);
  return named ? named->getDecl() : nullptr;
}

const Expr *firstValue(const Stmt *init, const ValueDecl *variable) {
  if (const auto *declaration = llvm::dyn_cast_or_null<DeclStmt>(init)) {
    for (const Decl *one : declaration->decls())
      if (one == variable)
        return llvm::cast<VarDecl>(one)->getInit();
    return nullptr;
  }
  const auto *expr = llvm::dyn_cast_or_null<Expr>(init);
  const auto *binary =
      expr ? llvm::dyn_cast<BinaryOperator>(expr->IgnoreParens()) : nullptr;
  if (!binary)
    return nullptr;
  if (binary->getOpcode() == BO_Comma) {
    const Expr *left = firstValue(binary->getLHS(), variable);
    return left ? left : firstValue(binary->getRHS(), variable);
  }
  return binary->getOpcode() == BO_Assign && isNamed(binary->getLHS(), variable)
             ? binary->getRHS()
             : nullptr;
}

std::optional<Relation> relationOf(BinaryOperatorKind op) {
  switch (op) {
  case BO_LT:
    return Relation::Less;
  case BO_LE:
    return Relation::LessEqual;
  case BO_GT:
    return Relation::Greater;
  case BO_GE:
    return Relation::GreaterEqual;
  case BO_NE:
    return Relation::NotEqual;
  default:
    return std::nullopt;
  }
}

/// Comparison is one of numbers, pointers or iterators.
struct Comparison {
  BinaryOperatorKind op;
  const Expr *left;
  const Expr *right;
};

std::optional<Comparison> comparisonIn(const Expr *expr) {
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(expr);
      binary && binary->isComparisonOp())
    return Comparison{binary->getOpcode(), binary->getLHS(), binary->getRHS()};
  if (const auto *made = llvm::dyn_cast<CXXRewrittenBinaryOperator>(expr);
      made && made->isComparisonOp()) // `a != b` as `!(a == b)`
    return Comparison{made->getOperator(), made->getLHS(), made->getRHS()};
  const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(expr);
  if (!call || !call->isComparisonOp() || call->getNumArgs() != 2)
    return std::nullopt;
  return Comparison{BinaryOperator::getOverloadedOpcode(call->getOperator()),
                    call->getArg(0), call->getArg(1)};
}

/// readCondition() takes the comparisons with the variable that all have to
/// hold.
void readCondition(const Expr *condition, const ValueDecl *variable,
                   CountingHeader &header) {
  condition = condition ? condition->IgnoreParenImpCasts() : nullptr;
  if (const auto *full = llvm::dyn_cast_or_null<ExprWithCleanups>(condition))
    condition = full->getSubExpr()->IgnoreParenImpCasts();
  const auto *both = llvm::dyn_cast_or_null<BinaryOperator>(condition);
  if (both && both->getOpcode() == BO_LAnd) {
    readCondition(both->getLHS(), variable, header);
    return readCondition(both->getRHS(), variable, header);
  }
  const std::optional<Comparison> compared =
      condition ? comparisonIn(condition) : std::nullopt;
  const bool onLeft = compared && isNamed(compared->left, variable);
  if (!compared || (!onLeft && !isNamed(compared->right, variable)))
    return;
  const BinaryOperatorKind op =
      onLeft ? compared->op : BinaryOperator::reverseComparisonOp(compared->op);
  if (const std::optional<Relation> relation = relationOf(op))
    header.limits.push_back(
        {*relation, onLeft ? compared->right : compared->left});
}

void readStep(const Expr *step, const ValueDecl *variable,
              CountingHeader &header) {
  if (!step)
    return;
  step = step->IgnoreParenImpCasts();
  if (const auto *full = llvm::dyn_cast<ExprWithCleanups>(step))
    step = full->getSubExpr()->IgnoreParenImpCasts();
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(step);
      unary && isNamed(unary->getSubExpr(), variable)) {
    header.stepsUp = unary->isIncrementOp();
    header.stepsDown = unary->isDecrementOp();
  }
  if (const auto *call = llvm::dyn_cast<CXXOperatorCallExpr>(step);
      call && isNamed(call->getArg(0), variable)) {
    header.stepsUp = call->getOperator() == OO_PlusPlus;
    header.stepsDown = call->getOperator() == OO_MinusMinus;
  }
  const auto *binary = llvm::dyn_cast<BinaryOperator>(step);
  if (binary && binary->getOpcode() == BO_Comma) {
    readStep(binary->getLHS(), variable, header);
    return readStep(binary->getRHS(), variable, header);
  }
  if (!binary || !isNamed(binary->getLHS(), variable) ||
      (binary->getOpcode() != BO_AddAssign &&
       binary->getOpcode() != BO_SubAssign))
    return;
  header.step = binary->getRHS();
  header.stepsUp = binary->getOpcode() == BO_AddAssign;
  header.stepsDown = !header.stepsUp;
}

} // namespace

bool isNamed(const Expr *expr, const ValueDecl *variable) {
  return variable && nameIn(expr) == variable;
}

const ValueDecl *steppedVariable(const ForStmt *loop) {
  const Expr *step =
      loop->getInc() ? loop->getInc()->IgnoreParenImpCasts() : nullptr;
  if (const auto *unary = llvm::dyn_cast_or_null<UnaryOperator>(step))
    return nameIn(unary->getSubExpr());
  if (const auto *binary = llvm::dyn_cast_or_null<BinaryOperator>(step))
    return nameIn(binary->getLHS());
  return nullptr;
}

CountingHeader countingHeader(const ForStmt *loop, const ValueDecl *variable) {
  CountingHeader header;
  header.first = firstValue(loop->getInit(), variable);
  readCondition(loop->getCond(), variable, header);
  readStep(loop->getInc(), variable, header);
  return header;
}

} // namespace paraloop
