// Results.h: from the results of single translation units to the new text of
// each file.
//
// In: edits, plans and sources, in which a header that several files include
// comes up more than once. Out: each file and each plan once, or an error where
// two translation units want different text at the same place.

#ifndef PARALOOP_TOOL_RESULTS_H
#define PARALOOP_TOOL_RESULTS_H

#include "Output.h"
#include "Pipeline.h"

#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace paraloop {

/// mergedChanges() returns every file that was read, also those that stay as
/// they are, sorted by path. Inserted lines end as the file's own do.
llvm::Expected<std::vector<FileChange>> mergedChanges(const PipelineRun &run);

/// mergedPlans() returns the plans of all files, each once.
std::vector<LoopPlan> mergedPlans(const PipelineRun &run);

/// plansAndRefused() returns them together with those of the refused loops, by
/// file and line.
std::vector<LoopPlan> plansAndRefused(const PipelineRun &run);

} // namespace paraloop

#endif
