// StaticBuffers.h: pointers into objects of the library's that the loop
// overwrites.
//
// In: the facts of a loop that calls localtime(), strerror() and the like. Out:
// refusals where a pointer from before the loop may refer to the same object:
// the program would see there what the last iteration wrote.

#ifndef PARALOOP_TOOL_STATICBUFFERS_H
#define PARALOOP_TOOL_STATICBUFFERS_H

#include "LoopFacts.h"
#include "Refusal.h"

namespace paraloop {

void findStaticBuffers(const LoopFacts &facts, Refusals &refusals);

} // namespace paraloop

#endif
