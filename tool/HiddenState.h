// HiddenState.h: what iterations share without a variable that shows it.
//
// In: a loop's effects. Out: a refusal for every use of a generator's or an
// input's position, a static variable, the name of the function.

#ifndef PARALOOP_TOOL_HIDDENSTATE_H
#define PARALOOP_TOOL_HIDDENSTATE_H

#include "LoopFacts.h"
#include "Refusal.h"

#include <vector>

namespace paraloop {

/// findHiddenState() returns what stands in the loop, whatever it changes.
void findHiddenState(const LoopFacts &facts, Refusals &refusals);

/// whyHidden() returns why changing `object` needs what all iterations before
/// did to it, in words; empty if it doesn't.
std::string whyHidden(const Object &object);

} // namespace paraloop

#endif
