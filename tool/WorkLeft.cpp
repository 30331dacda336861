// WorkLeft.cpp: counts what costs time, roughly: where that errs, a loop is
// accepted that doesn't pay, and the cost model of the runtime runs it
// natively.

#include "WorkLeft.h"

#include "StandardLibrary.h"

#include "clang/AST/ASTContext.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace clang;

namespace paraloop {
namespace {

/// Fewer arithmetic operations than this aren't worth a record.
constexpr unsigned fewOperations = 4;
constexpr unsigned muchWork = 1000;

bool isCheap(const CallExpr *call) {
  static const llvm::StringSet<> cheap = {"size", "empty", "begin", "end",
                                          "at",   "data",  "c_str", "front",
                                          "back", "first", "get",   "length"};
  const FunctionDecl *callee = call->getDirectCallee();
  if (!callee || !isStandard(callee))
    return false;
  return callee->isOverloadedOperator() ||
         (callee->getIdentifier() && cheap.contains(callee->getName()));
}

unsigned workIn(const Stmt *statement, llvm::ArrayRef<const Stmt *> without) {
  if (!statement || llvm::is_contained(without, statement))
    return 0;
  if (llvm::isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(statement))
    return muchWork;
  if (const auto *call = llvm::dyn_cast<CallExpr>(statement);
      call && !isCheap(call))
    return muchWork;
  unsigned work = 0;
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(statement))
    work += binary->isAdditiveOp() || binary->isMultiplicativeOp() ? 1 : 0;
  for (const Stmt *child : statement->children())
    work += workIn(child, without);
  return work;
}

/// pathTo() returns `from` and all below it down to `target`; nothing where
/// that lies elsewhere.
bool pathTo(const Stmt *from, const Stmt *target,
            std::vector<const Stmt *> &path) {
  if (!from)
    return false;
  path.push_back(from);
  if (from == target || llvm::any_of(from->children(), [&](const Stmt *child) {
        return pathTo(child, target, path);
      }))
    return true;
  path.pop_back();
  return false;
}

/// std::max(best, x), std::swap(a, b).
bool isOfLibrary(const CallExpr *call) {
  const FunctionDecl *callee = call->getDirectCallee();
  return callee && isStandard(callee);
}

enum class Step { Goes, Updates, Reads };

/// step() says what `parent` does with the value of `child`: hands it on, uses
/// it to update something, or needs it for more than that.
Step step(const Stmt *parent, const Stmt *child) {
  if (const auto *binary = llvm::dyn_cast<BinaryOperator>(parent))
    return binary->isAssignmentOp() || binary->isComparisonOp() ? Step::Updates
                                                                : Step::Goes;
  if (const auto *unary = llvm::dyn_cast<UnaryOperator>(parent))
    return unary->isIncrementDecrementOp() ? Step::Updates : Step::Goes;
  if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(parent))
    return subscript->getIdx() == child ? Step::Updates : Step::Goes;
  if (const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(parent))
    return (op->getOperator() == OO_Subscript ||
            op->getOperator() == OO_Call) &&
                   op->getArg(0) == child
               ? Step::Goes
               : Step::Updates;
  if (const auto *call = llvm::dyn_cast<CallExpr>(parent))
    return isOfLibrary(call) || call->getCallee() == child ? Step::Goes
                                                           : Step::Reads;
  if (const auto *declaration = llvm::dyn_cast<DeclStmt>(parent)) {
    const auto *variable = llvm::dyn_cast<VarDecl>(*declaration->decl_begin());
    return variable && variable->getType()->isReferenceType() ? Step::Updates
                                                              : Step::Reads;
  }
  return llvm::isa<IfStmt, LambdaExpr>(parent) ? Step::Updates : Step::Goes;
}

/// isRightSide() is true for `y[i - 1]` in `y[i] = y[i - 1] + x[i]`.
bool isRightSide(const Stmt *assignment, const Stmt *child) {
  const auto *binary = llvm::dyn_cast<BinaryOperator>(assignment);
  return binary && binary->getOpcode() == BO_Assign &&
         binary->getRHS() == child;
}

/// isOnlyChangedBy() is true for `total` in the statement `add(total, x);`, of
/// which nobody gets a value.
bool isOnlyChangedBy(const std::vector<const Stmt *> &path, std::size_t child) {
  const auto *call = llvm::dyn_cast<CallExpr>(path[child - 1]);
  const auto *argument = llvm::dyn_cast<Expr>(path[child]);
  if (!call || !argument || !call->getType()->isVoidType())
    return false;
  const auto *unary = llvm::dyn_cast<UnaryOperator>(argument);
  const bool isAddress = unary && unary->getOpcode() == UO_AddrOf;
  const Expr *object = isAddress ? unary->getSubExpr() : argument;
  return (argument->isLValue() || isAddress) &&
         !object->getType().isConstQualified();
}

bool isElementOf(const Stmt *parent, const Stmt *child) {
  if (const auto *subscript = llvm::dyn_cast<ArraySubscriptExpr>(parent))
    return subscript->getBase() == child;
  const auto *op = llvm::dyn_cast<CXXOperatorCallExpr>(parent);
  return op && op->getOperator() == OO_Subscript && op->getArg(0) == child;
}

} // namespace

bool hasWork(const Stmt *body, llvm::ArrayRef<const Stmt *> replayed,
             llvm::ArrayRef<const Expr *> operands) {
  unsigned work = workIn(body, replayed);
  for (const Expr *operand : operands)
    work += workIn(operand, {});
  return work >= fewOperations;
}

bool callsOrLoops(const Stmt *statement, llvm::ArrayRef<const Stmt *> without) {
  if (!statement || llvm::is_contained(without, statement))
    return false;
  if (llvm::isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(statement))
    return true;
  if (const auto *call = llvm::dyn_cast<CallExpr>(statement);
      call &&
      !(call->getDirectCallee() && isFromSystemHeader(call->getDirectCallee())))
    return true;
  return llvm::any_of(statement->children(), [&](const Stmt *child) {
    return callsOrLoops(child, without);
  });
}

bool isChained(const Mention &mention, llvm::ArrayRef<const Stmt *> replayed) {
  for (const Stmt *statement : replayed) {
    std::vector<const Stmt *> path;
    if (!pathTo(statement, mention.expr, path))
      continue;
    bool isElement = false;
    for (std::size_t at = path.size() - 1; at > 0; --at) {
      isElement |= isElementOf(path[at - 1], path[at]);
      const Step taken = step(path[at - 1], path[at]);
      if (taken == Step::Goes)
        continue;
      if (isOnlyChangedBy(path, at))
        break;
      if (taken == Step::Reads ||
          (isElement && isRightSide(path[at - 1], path[at])))
        return true;
      break;
    }
  }
  return false;
}

} // namespace paraloop
