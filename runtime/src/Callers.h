// Callers.h: the stack of the functions that called a loop's.
//
// In: the address of a local variable. Out: the stack above the frame in which
// it lies.

#ifndef PARALOOP_CALLERS_H
#define PARALOOP_CALLERS_H

#include "MemoryRange.h"

namespace paraloop {

/// callers_of() returns the memory of all frames above the one that holds
/// `local`; an empty stretch where that can't be told.
MemoryRange callers_of(const void *local);

} // namespace paraloop

#endif
