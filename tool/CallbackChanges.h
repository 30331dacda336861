// CallbackChanges.h: what the program's own code changes when the library calls
// it: the library hands on what it was handed.
//
// In: a call of the library. Out: changes among the effects.

#ifndef PARALOOP_TOOL_CALLBACKCHANGES_H
#define PARALOOP_TOOL_CALLBACKCHANGES_H

#include "CallContext.h"

namespace paraloop {

void visitCallbacks(CallContext &context, const Call &call);

} // namespace paraloop

#endif
