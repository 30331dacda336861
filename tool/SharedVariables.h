// SharedVariables.h: how does the loop use memory that workers share?
//
// In: a loop's effects. Out: a refusal for every use of a paraloop::
// SharedVariable whose result would depend on which worker comes first, or on
// how often an iteration is run: all but stores, each to a place of its own.

#ifndef PARALOOP_TOOL_SHAREDVARIABLES_H
#define PARALOOP_TOOL_SHAREDVARIABLES_H

#include "LoopFacts.h"
#include "Refusal.h"

namespace paraloop {

/// isShared() returns true for a paraloop::SharedVariable and its elements.
bool isShared(const Object &object);

void checkSharedVariables(const LoopFacts &facts, Refusals &refusals);

} // namespace paraloop

#endif
