// Weight.cpp: one walk over the body, and into the functions in sight.

#include "Weight.h"

#include "StandardLibrary.h"

#include "clang/AST/Decl.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

#include <algorithm>
#include <map>

using namespace clang;

namespace paraloop {
namespace {

constexpr std::uint64_t InnerLoop = 10; ///< As often as an inner loop runs.
constexpr std::uint64_t LibraryCall = 5;
constexpr std::uint64_t UnseenCall = 20;
constexpr std::uint64_t Most = 1000000000; ///< Keeps sums from overflowing.
constexpr unsigned DeepestCall = 6;

class Scale {
public:
  Scale(StatementTest isReplayed, StatementTest isOperand)
      : isReplayed_(isReplayed), isOperand_(isOperand) {}

  void add(const Stmt *statement, std::uint64_t times, bool replayed) {
    if (!statement)
      return;
    if (depth_ == 0) // what is replayed stands in the body itself
      replayed =
          isOperand_(statement) ? false : replayed || isReplayed_(statement);
    count(weightOf(statement) * times, replayed);
    if (const auto *lambda = llvm::dyn_cast<LambdaExpr>(statement))
      return add(lambda->getBody(), times, replayed);
    const std::uint64_t inner =
        isLoop(statement) ? std::min(times * InnerLoop, Most) : times;
    for (const Stmt *child : statement->children())
      add(child, inner, replayed);
  }

  Weights take() const { return weights_; }

private:
  static bool isLoop(const Stmt *statement) {
    return llvm::isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(statement);
  }

  void count(std::uint64_t weight, bool replayed) {
    std::uint64_t &sum = replayed ? weights_.replayed : weights_.worker;
    sum = std::min(sum + weight, Most);
  }

  /// weightOf() weighs the operation itself, without what it operates on.
  std::uint64_t weightOf(const Stmt *statement) {
    if (const auto *call = llvm::dyn_cast<CallExpr>(statement))
      return ofCall(call);
    if (const auto *made = llvm::dyn_cast<CXXConstructExpr>(statement))
      return made->getConstructor()->isTrivial() ? 0 : LibraryCall;
    if (const auto *unary = llvm::dyn_cast<UnaryOperator>(statement))
      return unary->getOpcode() == UO_AddrOf ? 0 : 1;
    return llvm::isa<BinaryOperator, ArraySubscriptExpr>(statement) ? 1 : 0;
  }

  std::uint64_t ofCall(const CallExpr *call) {
    const FunctionDecl *callee = call->getDirectCallee();
    if (!callee)
      return UnseenCall;
    if (isStandard(callee) || isFromSystemHeader(callee))
      return llvm::isa<CXXOperatorCallExpr>(call) ? 1 : LibraryCall;
    return callee->hasBody() ? ofBody(callee) : UnseenCall;
  }

  /// ofBody() weighs a function once. One that calls itself counts as unseen
  /// where it does.
  std::uint64_t ofBody(const FunctionDecl *callee) {
    const auto [known, isNew] =
        functions_.try_emplace(callee->getCanonicalDecl(), UnseenCall);
    if (!isNew || depth_ == DeepestCall)
      return known->second;
    const Weights outer = weights_;
    weights_ = {};
    ++depth_;
    add(callee->getBody(), 1, false);
    --depth_;
    known->second = weights_.worker + 1;
    weights_ = outer;
    return known->second;
  }

  StatementTest isReplayed_, isOperand_;
  Weights weights_;
  std::map<const FunctionDecl *, std::uint64_t> functions_;
  unsigned depth_ = 0; ///< Of calls.
};

} // namespace

Weights weigh(const Stmt *body, StatementTest isReplayed,
              StatementTest isOperand) {
  Scale scale(isReplayed, isOperand);
  scale.add(body, 1, false);
  return scale.take();
}

} // namespace paraloop
