// EnclosingFunctions.h: the functions that a function is written in.
//
// In: a function; the body of a lambda is one. Out: it, and those around it.

#ifndef PARALOOP_TOOL_ENCLOSINGFUNCTIONS_H
#define PARALOOP_TOOL_ENCLOSINGFUNCTIONS_H

#include "llvm/ADT/SmallVector.h"

namespace clang {
class FunctionDecl;
} // namespace clang

namespace paraloop {

/// enclosingFunctions() returns `function` and the functions around it, the
/// innermost first: a variable that a lambda captures belongs to one of those
/// behind the lambda. Empty for null.
llvm::SmallVector<const clang::FunctionDecl *, 4>
enclosingFunctions(const clang::FunctionDecl *function);

} // namespace paraloop

#endif
