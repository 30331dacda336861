// LoopNames.h: what is a variable called where the loop starts?
//
// In: a variable that the loop uses, maybe only by a function or a reference.
// Out: a name that means this variable there, and no other one of that name.

#ifndef PARALOOP_TOOL_LOOPNAMES_H
#define PARALOOP_TOOL_LOOPNAMES_H

#include "LoopFacts.h"

#include <optional>
#include <string>

namespace clang {
class ValueDecl;
} // namespace clang

namespace paraloop {

/// nameBeforeLoop() returns nothing where another variable hides a local one,
/// and for a static member that is private elsewhere.
std::optional<std::string> nameBeforeLoop(const clang::ValueDecl *variable,
                                          const LoopFacts &facts);

} // namespace paraloop

#endif
