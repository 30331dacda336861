// ElementFolds.h: which replayed updates only fold values into whole numbers?
//
// In: what is replayed in a loop. Out: the updates that add to a number
// (or and, or, exclusive or), wherever it is, to which the loop does nothing
// else. Workers then sum up what a chunk does to each number.
//
//     ++counts[word];            adds 1 to counts[word]
//     hist[b] += x;              adds x to hist[b], if x is a whole number
//     if (++n == 10) ...         is more than that
//     m[k] += 1; print(m.size())    so is this

#ifndef PARALOOP_TOOL_ELEMENTFOLDS_H
#define PARALOOP_TOOL_ELEMENTFOLDS_H

#include "LoopFacts.h"
#include "ReplayCut.h"

namespace paraloop {

/// findElementFolds() sets Update::fold. EXPECTS: findUpdatesInTurn() was
/// called.
void findElementFolds(const LoopFacts &facts, ReplayCut &replay);

} // namespace paraloop

#endif
