// AliasChecks.h: what must lie apart so that the division of the loop holds?
//
// In: the objects that workers own and those that the parent replays. Out: what
// to compare when the loop starts, and refusals where a comparison can't tell.

#ifndef PARALOOP_TOOL_ALIASCHECKS_H
#define PARALOOP_TOOL_ALIASCHECKS_H

#include "Division.h"
#include "LoopFacts.h"
#include "Refusal.h"
#include "Stretches.h"

#include <string>
#include <utility>
#include <vector>

namespace paraloop {

/// AliasChecks are texts of the plan.
struct AliasChecks {
  std::vector<std::pair<std::string, std::string>> apart;
  std::vector<std::string> conditions;
  /// Classes of what is compared with all memory that it owns.
  std::vector<const clang::CXXRecordDecl *> owners;
  std::vector<Guard> guards;        ///< Accesses that workers look at.
  std::vector<std::string> streams; ///< Replayed ones, which may have a buffer
                                    ///< in common with others.
};

/// findAliasChecks() takes the user's word for what `loop` declares to be
/// private or independent.
AliasChecks findAliasChecks(const LoopFacts &facts, const AnnotatedLoop &loop,
                            const Division &division, Refusals &refusals);

} // namespace paraloop

#endif
