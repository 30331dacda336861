// MakePlan.h: from what Classify decided to the plan.
//
// In: the facts about a loop that is accepted. Out: plain data for Emit: the
// variables with their roles, the updates, the edits of the workers' copy of
// the body.

#ifndef PARALOOP_TOOL_MAKEPLAN_H
#define PARALOOP_TOOL_MAKEPLAN_H

#include "AliasChecks.h"
#include "AnnotatedLoops.h"
#include "Division.h"
#include "LoopFacts.h"
#include "Plan.h"

#include <optional>

namespace paraloop {

/// PlanQuestion refers to what must outlive the call.
struct PlanQuestion {
  const LoopFacts &facts;
  const AnnotatedLoop &loop;
  const Division &division;
  const AliasChecks &aliases;
};

/// makePlan() returns nothing where the body is no text of its own, because it
/// comes out of a macro.
std::optional<LoopPlan> makePlan(const PlanQuestion &question);

} // namespace paraloop

#endif
