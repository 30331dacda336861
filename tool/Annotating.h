// Annotating.h: from suggestions to the loops that get the attribute.
//
// In: the suggestions of all translation units, and which of them the user
// chose. Out: each loop once, the most worthwhile first; edits that annotate
// the chosen ones.

#ifndef PARALOOP_TOOL_ANNOTATING_H
#define PARALOOP_TOOL_ANNOTATING_H

#include "Pipeline.h"

#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace paraloop {

/// mergedSuggestions() returns each loop once: first those that can be
/// annotated, with the most work that workers can do in front, then the others
/// by file and line.
std::vector<SuggestedLoop> mergedSuggestions(const PipelineRun &run);

/// chosenFrom() returns the loops that `places` (FILE:LINE) name.
llvm::Expected<std::vector<SuggestedLoop>>
chosenFrom(const std::vector<SuggestedLoop> &all,
           const std::vector<std::string> &places);

/// isWorthwhile() is true for a loop that can be annotated and whose iterations
/// have enough work to share.
bool isWorthwhile(const LoopPlan &plan);

/// annotate() adds the edits that give `loops` the attribute. It returns an
/// error for a loop that can't have it.
llvm::Error annotate(const std::vector<SuggestedLoop> &loops, PipelineRun &run);

} // namespace paraloop

#endif
