// Aliases.h: can something that the workers read be the same memory as
// something that the loop changes?
//
// In: the objects that the loop changes, and those that its worker part reads.
// Out: pairs to compare when the loop starts, and refusals where a comparison
// can't tell. What is changed behind pointers is left to Stretches.

#ifndef PARALOOP_TOOL_ALIASES_H
#define PARALOOP_TOOL_ALIASES_H

#include "LoopFacts.h"
#include "Refusal.h"

#include <string>
#include <utility>
#include <vector>

namespace paraloop {

struct Aliases {
  std::vector<std::pair<std::string, std::string>>
      apart; ///< Text of both objects.
  std::vector<std::string> conditions; ///< C++ text of what else has to hold.
  /// Classes of what is compared with all memory that it owns.
  std::vector<const clang::CXXRecordDecl *> owners;
  std::vector<Refusal> refusals;
};

/// AliasQuestion is the input: who is changed, and who is read by workers.
struct AliasQuestion {
  const LoopFacts &facts;
  std::vector<Object> changed;
  std::vector<const Mention *> reads;
  std::vector<const PointerCast *> casts; ///< By which workers read.
};

Aliases findAliases(const AliasQuestion &question);

} // namespace paraloop

#endif
