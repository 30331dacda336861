// Division.h: which changed objects do the workers own, and which does the
// parent replay?
//
// In: a loop with its effects, and what is known of its temporaries. Out: every
// changed object on one of the two sides, with the text that each executes.
// What a replayed statement changes, or reads outside of an operand, has to be
// replayed, too, so the decision is repeated until nothing moves any more.

#ifndef PARALOOP_TOOL_DIVISION_H
#define PARALOOP_TOOL_DIVISION_H

#include "AnnotatedLoops.h"
#include "LoopFacts.h"
#include "Ownership.h"
#include "Refusal.h"
#include "ReplayCut.h"
#include "TemporaryVerdicts.h"

#include <vector>

namespace paraloop {

/// DivisionQuestion refers to what must outlive the call.
struct DivisionQuestion {
  const LoopFacts &facts;
  const AnnotatedLoop &loop;
  const TemporaryVerdicts &temporaries;
  Means means;
};

struct Division {
  std::vector<OwnedObject> owned;
  ReplayCut replay;
};

/// divide() decides. Where a reason is added to `refusals`, the answer is
/// incomplete.
Division divide(const DivisionQuestion &question, Refusals &refusals);

} // namespace paraloop

#endif
