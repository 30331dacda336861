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

#include <map>
#include <string>
#include <vector>

namespace paraloop {

/// mergedEdits() returns the edits of every file that was read, by path. They
/// fit the file: inserted lines end as its own do.
llvm::Expected<std::map<std::string, clang::tooling::Replacements>>
mergedEdits(const PipelineRun &run);

/// mergedFixes() returns the repairs that the refusals have, each once.
std::vector<SourceFix> mergedFixes(const PipelineRun &run);

/// mergedChanges() returns every file that was read, also those that stay as
/// they are, sorted by path.
llvm::Expected<std::vector<FileChange>> mergedChanges(const PipelineRun &run);

/// mergedPlans() returns the plans of all files, each once.
std::vector<LoopPlan> mergedPlans(const PipelineRun &run);

/// plansAndRefused() returns them together with those of the refused loops, by
/// file and line.
std::vector<LoopPlan> plansAndRefused(const PipelineRun &run);

} // namespace paraloop

#endif
