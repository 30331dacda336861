// CallState.h: what a call does to state that no variable shows.
//
// In: a call. Out: hidden uses and buffers among the effects: of the process's
// state, of what a stream keeps for the program, of positions in open files.

#ifndef PARALOOP_TOOL_CALLSTATE_H
#define PARALOOP_TOOL_CALLSTATE_H

#include "CallContext.h"

#include "llvm/ADT/StringRef.h"

namespace paraloop {

/// visitHiddenState() adds what the function's name tells.
void visitHiddenState(CallContext &context, const Call &call);

/// noteBuffers() adds objects of the library's that a call overwrites.
void noteBuffers(CallContext &context, const Call &call,
                 llvm::StringRef buffers);

/// usesSharedDescriptor() returns true for read(fd, ...) and the like on a
/// descriptor that the body didn't open.
bool usesSharedDescriptor(CallContext &context, const Call &call);

} // namespace paraloop

#endif
