// InTurn.h: which updates can workers execute, in turn, instead of the parent?
//
// In: what is replayed in a loop. Out: the updates that touch nothing but local
// numbers which nothing else touches; with the numbers' names.
//
//     total += x;                             total
//     if (x > best) { best = x; at = i; }     best, at
//     hist[b] += x;                           none

#ifndef PARALOOP_TOOL_INTURN_H
#define PARALOOP_TOOL_INTURN_H

#include "LoopFacts.h"
#include "ReplayCut.h"

namespace paraloop {

/// findUpdatesInTurn() sets Update::numbers.
void findUpdatesInTurn(const LoopFacts &facts, ReplayCut &replay);

} // namespace paraloop

#endif
