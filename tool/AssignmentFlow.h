// AssignmentFlow.h: which facts hold wherever the control flow passes.
//
// In: a statement, what its parts establish or end, and a place to begin at.
// Out: for each part, the facts that hold whenever it is evaluated, whatever
// way led there. Nothing is known here of what a fact means.

#ifndef PARALOOP_TOOL_ASSIGNMENTFLOW_H
#define PARALOOP_TOOL_ASSIGNMENTFLOW_H

#include "Statements.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallBitVector.h"

#include <functional>
#include <memory>
#include <vector>

namespace clang {
class ASTContext;
class CFG;
class CFGBlock;
class FunctionDecl;
} // namespace clang

namespace paraloop {

using Facts = llvm::SmallBitVector;

/// ControlFlow is the graph of one statement.
class ControlFlow {
public:
  /// `function` is the one that the statement stands in, or null.
  ControlFlow(const clang::Stmt *root, const clang::FunctionDecl *function,
              clang::ASTContext &context);
  ~ControlFlow();

  /// isKnown() returns false where there is no graph. The other methods EXPECT
  /// true.
  bool isKnown() const { return graph_ != nullptr; }

  const clang::CFG &graph() const { return *graph_; }
  const clang::CFGBlock *entry() const;

  /// bodyOf() and behind() return where the flow goes from the header of a
  /// loop; null where it goes nowhere.
  const clang::CFGBlock *bodyOf(const clang::Stmt *loop) const;
  const clang::CFGBlock *behind(const clang::Stmt *loop) const;

  /// placeOf() returns the statement in the graph that `part` belongs to: the
  /// lambda for what stands in its body. Null where there is none.
  const clang::Stmt *placeOf(const clang::Stmt *part,
                             const Statements &statements) const;

private:
  const clang::CFGBlock *after(const clang::Stmt *loop, unsigned index) const;

  std::unique_ptr<clang::CFG> graph_;
  llvm::DenseSet<const clang::Stmt *> places_;
  llvm::DenseMap<const clang::Stmt *, const clang::CFGBlock *> headers_;
};

/// AssignmentFlow carries facts forward through a graph; where ways meet, what
/// holds on all of them holds.
class AssignmentFlow {
public:
  AssignmentFlow(const ControlFlow &flow, unsigned facts)
      : flow_(flow), facts_(facts) {}

  /// establish() and end() say what the evaluation of `place` does, in this
  /// order: it ends facts, and then establishes others.
  void establish(const clang::Stmt *place, unsigned fact);
  void end(const clang::Stmt *place, unsigned fact);

  /// establishIf() says that a fact holds where a condition has come out so
  /// that `extraction` has succeeded (TextUses.h).
  void establishIf(const clang::Stmt *extraction, unsigned fact);

  /// establishBehind() says that a fact holds when the condition of `loop` has
  /// ended it; a `break` doesn't.
  void establishBehind(const clang::Stmt *loop, unsigned fact);

  /// run() begins before `start`, where `initial` holds. A handler of
  /// exceptions begins with `initial` as well.
  void run(const clang::CFGBlock *start, const Facts &initial);

  /// isReached() returns true where the flow gets to `place`, and then
  /// `before()` returns what holds there.
  bool isReached(const clang::Stmt *place) const {
    return before_.count(place) != 0;
  }
  const Facts &before(const clang::Stmt *place) const {
    return before_.find(place)->second;
  }

  /// atEnd() returns what holds wherever the flow leaves the statement by
  /// other ways than an exception.
  Facts atEnd() const;

private:
  struct Step {
    Facts ended, established;
  };
  Step &stepAt(const clang::Stmt *place);
  Facts through(const clang::CFGBlock *block, Facts facts, bool keep);
  void meet(const clang::CFGBlock *block, const Facts &facts);
  void passOn(const clang::CFGBlock *block, const Facts &facts);

  const ControlFlow &flow_;
  unsigned facts_;
  llvm::DenseMap<const clang::Stmt *, Step> steps_;
  void addSucceeded(const clang::CFGBlock *block, bool isTrue,
                    Facts &facts) const;

  llvm::DenseMap<const clang::Stmt *, Facts> behind_;
  llvm::DenseMap<const clang::Stmt *, Facts> ifTrue_;
  llvm::DenseMap<const clang::CFGBlock *, Facts> in_;
  llvm::DenseMap<const clang::Stmt *, Facts> before_;
  llvm::DenseSet<const clang::CFGBlock *> fixed_;
  std::vector<const clang::CFGBlock *> waiting_;
};

} // namespace paraloop

#endif
