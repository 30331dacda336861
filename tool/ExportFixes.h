// ExportFixes.h: edits in the YAML that clang-apply-replacements reads.
//
// In: fix-its of refusals, and the edits of files. Out: text.

#ifndef PARALOOP_TOOL_EXPORTFIXES_H
#define PARALOOP_TOOL_EXPORTFIXES_H

#include "Pipeline.h"

#include <map>
#include <string>
#include <vector>

namespace paraloop {

/// fixesText() returns one diagnostic for each fix, and one with id `name` for
/// the edits of each file.
std::string
fixesText(const std::vector<SourceFix> &fixes, const std::string &name,
          const std::map<std::string, clang::tooling::Replacements> &edits);

} // namespace paraloop

#endif
