// UnsharedVariables.h: which variables are the only way to their memory?
//
// In: a loop, with the function around it. Out: for a variable, whether nothing
// else refers to it, or to what it points to.

#ifndef PARALOOP_TOOL_UNSHAREDVARIABLES_H
#define PARALOOP_TOOL_UNSHAREDVARIABLES_H

#include "LoopFacts.h"

#include "llvm/ADT/DenseSet.h"

namespace clang {
class ValueDecl;
class VarDecl;
} // namespace clang

namespace paraloop {

/// UnsharedVariables refers to the facts, which must outlive it.
class UnsharedVariables {
public:
  explicit UnsharedVariables(const LoopFacts &facts);

  /// contains() returns true for a local object whose address is not kept and
  /// which has taken over nothing, a
  /// pointer marked __restrict, or one to new memory that no other pointer
  /// gets.
  bool contains(const clang::ValueDecl *named) const;

private:
  bool changesInLoop(const clang::VarDecl *variable) const;

  const LoopFacts &facts_;
  llvm::DenseSet<const clang::ValueDecl *> addressTaken_;
  llvm::DenseSet<const clang::ValueDecl *> adopting_;
  /// Pointers that are assigned outside of the loop.
  llvm::DenseSet<const clang::ValueDecl *> assigned_;
};

} // namespace paraloop

#endif
