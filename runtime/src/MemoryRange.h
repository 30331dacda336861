// MemoryRange.h: a piece of this process's memory, by addresses.

#ifndef PARALOOP_MEMORY_RANGE_H
#define PARALOOP_MEMORY_RANGE_H

#include <cstdint>

namespace paraloop {

/// MemoryRange is memory from `begin` to before `end`.
struct MemoryRange {
  std::uintptr_t begin = 0;
  std::uintptr_t end = 0;
};

} // namespace paraloop

#endif
