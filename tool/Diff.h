// Diff.h: the difference between two texts, for people and for patch(1).
//
// In: a file's name, its text before and after. Out: a unified diff with three
// lines of context, empty for equal texts.

#ifndef PARALOOP_TOOL_DIFF_H
#define PARALOOP_TOOL_DIFF_H

#include <string>

namespace paraloop {

std::string unifiedDiff(const std::string &name, const std::string &before,
                        const std::string &after);

} // namespace paraloop

#endif
