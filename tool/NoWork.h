// NoWork.h: why a loop leaves nothing to the workers.
//
// In: the division of the loop. Out: a refusal where workers would only record
// what the parent then does, and each iteration needs what the one before made.

#ifndef PARALOOP_TOOL_NOWORK_H
#define PARALOOP_TOOL_NOWORK_H

#include "LoopFacts.h"
#include "Refusal.h"
#include "ReplayCut.h"

namespace paraloop {

void refuseWithoutWork(const LoopFacts &facts, const ReplayCut &replay,
                       Refusals &refusals);

} // namespace paraloop

#endif
