// PageMap.h: what the kernel knows about the pages of this process.
//
// In: a range of memory. Out: those of its pages that may matter.

#ifndef PARALOOP_PAGE_MAP_H
#define PARALOOP_PAGE_MAP_H

#include "MemoryRange.h"

#include <vector>

namespace paraloop {

enum class Pages {
  touched, ///< There is something in them.
  own      ///< No other process has the same one.
};

/// pages_of() returns the parts of `range` whose pages are `wanted`. A range
/// that isn't worth the question, or for which the kernel gives no answer, is
/// returned as it is.
std::vector<MemoryRange> pages_of(const MemoryRange &range, Pages wanted);

} // namespace paraloop

#endif
