// ReplayedChanges.h: which changes of outside objects does the parent have to
// replay?
//
// In: a loop with its effects. Out: the changed objects that nobody owns, each
// with the change; and a refusal for every change that can be neither owned nor
// replayed.

#ifndef PARALOOP_TOOL_REPLAYEDCHANGES_H
#define PARALOOP_TOOL_REPLAYEDCHANGES_H

#include "LoopFacts.h"
#include "Refusal.h"
#include "ReplayPart.h"

#include <functional>
#include <vector>

namespace paraloop {

/// ReplayedChangesQuestion refers to what must outlive the call.
struct ReplayedChangesQuestion {
  const LoopFacts &facts;
  std::function<bool(const Object &)> isIgnored; ///< As the user vouched.
  /// True for what is owned, or neither owned nor replayed.
  std::function<bool(const Object &)> isTreatedElsewhere;
};

std::vector<ReplayedObject>
findReplayedChanges(const ReplayedChangesQuestion &question,
                    Refusals &refusals);

} // namespace paraloop

#endif
