// Apart.cpp: in: an address. Out: whether it may be in allocated memory.

#include "paraloop/apart.h"

#include <cstdint>

// Made by the linker: the bounds of the program's own static storage. Not every
// linker makes them for a library.
extern "C" __attribute__((weak)) const char __executable_start;
extern "C" __attribute__((weak)) const char _end;

// Of the C library: where the stack of the first thread begins.
extern "C" void *__libc_stack_end;

namespace paraloop {
namespace detail {

bool is_owned_by_nobody(const void *address) {
  const auto at = reinterpret_cast<std::uintptr_t>(address);
  const auto is_within = [&](const void *begin, const void *end) {
    return begin && reinterpret_cast<std::uintptr_t>(begin) <= at &&
           at < reinterpret_cast<std::uintptr_t>(end);
  };
  return is_within(&__executable_start, &_end) ||
         is_within(__builtin_frame_address(0), __libc_stack_end);
}

} // namespace detail
} // namespace paraloop
