// ElementTexts.h: the elements that one iteration touches, as C++ text.
//
// In: the path of an access, in a function that the body calls. Out: a
// statement over the number of the iteration that notes these elements, to be
// executed in a worker; the names in it are those before the loop.
//
//     void scale(double *row, int n) { for (int j = 0; j < n; ++j) row[j] *= 2;
//     } scale(m + i * n, n);
//         paraloop_iteration.own_elements(m, paraloop_i * n, {{1, 0, n - 1}});

#ifndef PARALOOP_TOOL_ELEMENTTEXTS_H
#define PARALOOP_TOOL_ELEMENTTEXTS_H

#include "Checks.h"
#include "Paths.h"

#include <optional>
#include <string>

namespace paraloop {

/// elementsText() returns nothing where the elements can't be listed exactly,
/// or where they are no bytes.
std::optional<std::string>
elementsText(const Path &path, const PathReader &reader, const Checks &checks);

/// existingElementsText() leaves out those that aren't there; nothing where
/// that can't be told.
std::optional<std::string> existingElementsText(const Path &path,
                                                const PathReader &reader,
                                                const Checks &checks);

} // namespace paraloop

#endif
