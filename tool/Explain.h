// Explain.h: why each variable has its role, and how the work is split, for
// people.
//
// In: the plan of an accepted or refused loop. Out: a table of its variables,
// the replayed statements, and the reasons against it.

#ifndef PARALOOP_TOOL_EXPLAIN_H
#define PARALOOP_TOOL_EXPLAIN_H

#include "Plan.h"

namespace paraloop {

/// explain() prints all that is known about one loop.
void explain(const LoopPlan &plan, llvm::raw_ostream &out);

/// suggest() prints whether a loop that is not annotated could be.
void suggest(const LoopPlan &plan, llvm::raw_ostream &out);

} // namespace paraloop

#endif
