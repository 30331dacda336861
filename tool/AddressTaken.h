// AddressTaken.h: which variables of a function have their address taken, so
// that a pointer or a reference may stand for them?
//
// In: a function and a loop in it. Out: the variables whose address is kept
// somewhere outside of the loop. Unlike Escapes, which follows one variable in
// one function, this looks at all of them at once, from the outermost function
// on, and into functions that are called.

#ifndef PARALOOP_TOOL_ADDRESSTAKEN_H
#define PARALOOP_TOOL_ADDRESSTAKEN_H

#include "llvm/ADT/DenseSet.h"

namespace clang {
class FunctionDecl;
class Stmt;
class ValueDecl;
} // namespace clang

namespace paraloop {

/// addressTaken() returns the variables of `function`, and of the functions
/// around it, whose address is kept somewhere outside of `loop` (which may be
/// null): `&x`, a reference to x, a lambda that captures x by reference.
/// What a call receives by reference is not counted: few functions keep the
/// address.
llvm::DenseSet<const clang::ValueDecl *>
addressTaken(const clang::FunctionDecl *function, const clang::Stmt *loop);

} // namespace paraloop

#endif
