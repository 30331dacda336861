// Aliases.h: can something that the workers read be the same memory as
// something that the loop changes?
//
// In: the objects that the loop changes, and those that its worker part reads.
// Out: pairs to compare when the loop starts, and refusals where a comparison
// can't tell.

#ifndef PARALOOP_TOOL_ALIASES_H
#define PARALOOP_TOOL_ALIASES_H

#include "LoopFacts.h"
#include "Refusal.h"
#include "Stretches.h"

#include <string>
#include <utility>
#include <vector>

namespace paraloop {

struct Aliases {
  std::vector<std::pair<std::string, std::string>>
      apart; ///< Text of both objects.
  std::vector<std::string>
      checks; ///< More C++ conditions for the loop's start.
  std::vector<Guard> guards;
  std::vector<Refusal> refusals;
};

/// AliasQuestion is the input: who is changed, and who is read by workers.
struct AliasQuestion {
  const LoopFacts &facts;
  std::vector<Object> changed;
  std::vector<const Mention *> reads;
  /// True for what the user says to be apart from all others.
  std::function<bool(const Object &)> isVouched = nullptr;
  /// True for what a worker changes in its own copy.
  std::function<bool(const clang::Expr *)> isOwnTarget = nullptr;
};

Aliases findAliases(const AliasQuestion &question);

/// keptAddresses() returns the variables of a function whose address is kept
/// somewhere outside of the loop.
llvm::DenseSet<const clang::ValueDecl *>
keptAddresses(const clang::FunctionDecl *function, const clang::Stmt *loop);

/// findAliasesBehindPointers() compares all that is changed through pointers
/// with everything else; of the question it needs the facts and both
/// predicates.
Aliases findAliasesBehindPointers(const AliasQuestion &question);

} // namespace paraloop

#endif
