// LoopNames.h: what is a variable, or a field, called where the loop starts?
//
// In: a variable that the loop uses, maybe only by a function or a reference,
// or an object. Out: a name that means this one there, and no other one of that
// name.

#ifndef PARALOOP_TOOL_LOOPNAMES_H
#define PARALOOP_TOOL_LOOPNAMES_H

#include "LoopFacts.h"

#include <optional>
#include <string>

namespace clang {
class FunctionDecl;
class ValueDecl;
} // namespace clang

namespace paraloop {

/// nameBeforeLoop() returns nothing where another variable hides a local one,
/// and for a static member that is private elsewhere.
std::optional<std::string> nameBeforeLoop(const clang::ValueDecl *variable,
                                          const LoopFacts &facts);

/// hasNameBeforeLoop() asks that of an object's variable; `*this` has one.
/// Whether the fields may be named, withAddress() tells.
bool hasNameBeforeLoop(const Object &object, const LoopFacts &facts);

/// spelledBeforeLoop() is spelling() where the loop starts.
/// EXPECTS: hasNameBeforeLoop().
std::string spelledBeforeLoop(const Object &object, const LoopFacts &facts);

/// Named is an object, or the smallest one around it that can be named when the
/// loop starts and has an address.
struct Named {
  Object object;
  bool isAround = false; ///< Because a field can't be named.
};

Named withAddress(const Object &object, const clang::FunctionDecl *function);

} // namespace paraloop

#endif
