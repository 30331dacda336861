// ReplayCut.h: cuts the replay part out of the body.
//
// In: the objects that have to be replayed, and those that workers own. Out:
// the replay part, and one update for each of its regions: what the workers
// record and what the parent executes.

#ifndef PARALOOP_TOOL_REPLAYCUT_H
#define PARALOOP_TOOL_REPLAYCUT_H

#include "AnnotatedLoops.h"
#include "LoopFacts.h"
#include "Refusal.h"
#include "ReplayPart.h"
#include "Split.h"

#include "llvm/ADT/DenseSet.h"

#include <functional>
#include <vector>

namespace paraloop {

/// ReplayCutQuestion refers to what must outlive the call.
struct ReplayCutQuestion {
  const LoopFacts &facts;
  const AnnotatedLoop &loop;
  const std::vector<ReplayedObject> &changed; ///< What has to be replayed.
  /// True for what is neither owned nor replayed.
  std::function<bool(const Object &)> isLeftAlone;
  std::function<bool(const Object &)> isOwned;
  /// Expressions that name something owned or ignored.
  const llvm::DenseSet<const clang::Expr *> &namesOwned;
};

struct ReplayCut {
  ReplayPart part;
  std::vector<SplitStatement> updates; ///< One for each region of the part.

  bool mayThrow() const;
  bool callsUnseen() const; ///< Code of the user's that is out of sight.

  /// isReadByWorker() is false for what the parent reads in a replayed
  /// statement: that is what the sequential program would read there, by
  /// whatever name.
  bool isReadByWorker(const clang::Expr *expr,
                      const Statements &statements) const;
};

/// cutReplayPart() answers. Where a reason is added to `refusals`, the answer
/// is incomplete.
ReplayCut cutReplayPart(const ReplayCutQuestion &question, Refusals &refusals);

} // namespace paraloop

#endif
