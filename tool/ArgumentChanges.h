// ArgumentChanges.h: what a function changes that isn't looked into: of the
// object that it is called for, and of its arguments.
//
// In: a call of the library or of a function out of sight. Out: changes among
// the effects.

#ifndef PARALOOP_TOOL_ARGUMENTCHANGES_H
#define PARALOOP_TOOL_ARGUMENTCHANGES_H

#include "CallContext.h"

namespace paraloop {

void visitSelf(CallContext &context, const Call &call);
void visitArguments(CallContext &context, const Call &call);

} // namespace paraloop

#endif
