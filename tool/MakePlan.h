// MakePlan.h: from what Classify decided to the plan.
//
// In: the facts about a loop that is accepted. Out: plain data for Emit: the
// variables with their roles, the updates, the edits of the workers' copy of
// the body.

#ifndef PARALOOP_TOOL_MAKEPLAN_H
#define PARALOOP_TOOL_MAKEPLAN_H

#include "AnnotatedLoops.h"
#include "Effects.h"
#include "Exits.h"
#include "LoopShape.h"
#include "Ownership.h"
#include "Plan.h"
#include "ReplayPart.h"
#include "Split.h"

#include <functional>
#include <optional>
#include <vector>

namespace clang {
class ASTContext;
}

namespace paraloop {

/// PlanFacts refers to what must outlive it.
struct PlanFacts {
  clang::ASTContext &context;
  const AnnotatedLoop &loop;
  const LoopShape &shape;
  const Effects &effects;
  const Exits &exits;
  const ReplayPart &part;
  const std::vector<OwnedObject> &owned;
  const std::vector<SplitStatement> &updates;
  /// True for a paraloop::Variable with a strategy of the user's own.
  std::function<bool(const Object &)> isDeclared;
};

/// makePlan() returns nothing where the body is no text of its own, because it
/// comes out of a macro.
std::optional<LoopPlan> makePlan(const PlanFacts &facts);

} // namespace paraloop

#endif
