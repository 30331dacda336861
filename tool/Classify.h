// Classify.h: decides about one instance of a loop.
//
// In: the loop with its shape, effects and exits. Out: its plan, or every
// reason against it. Nothing is traversed for facts here, and no text of the
// output is made but the plan's own strings.

#ifndef PARALOOP_TOOL_CLASSIFY_H
#define PARALOOP_TOOL_CLASSIFY_H

#include "AnnotatedLoops.h"
#include "Plan.h"
#include "Refusal.h"

#include <vector>

namespace clang {
class ASTContext;
}

namespace paraloop {

class Callees;

/// Verdict is what becomes of a loop. Where there are refusals, the plan only
/// serves to explain.
struct Verdict {
  LoopPlan plan;
  std::vector<Refusal> refusals;
};

Verdict classify(clang::ASTContext &context, const AnnotatedLoop &loop,
                 const LoopInstance &instance, Callees &callees,
                 const Means &means);

} // namespace paraloop

#endif
