// AdoptedMemory.h: which variables of a function may own memory that is older
// than they are?
//
// In: a function and a loop in it. Out: the variables that took over what
// others owned. A reference from outside of the function may still refer to an
// element of that.
//
//     void run(std::vector<Body> bodies, Body &best);    // run(std::move(v),
//                                                        //     v.front())
//     auto rows = std::move(all);    rows.swap(others);
//     std::unique_ptr<Body> body(raw);

#ifndef PARALOOP_TOOL_ADOPTEDMEMORY_H
#define PARALOOP_TOOL_ADOPTEDMEMORY_H

#include "llvm/ADT/DenseSet.h"

namespace clang {
class FunctionDecl;
class Stmt;
class ValueDecl;
} // namespace clang

namespace paraloop {

/// adoptingVariables() looks at `function` and the functions around it, but not
/// at `loop`. What a function returns by value is taken for new.
llvm::DenseSet<const clang::ValueDecl *>
adoptingVariables(const clang::FunctionDecl *function, const clang::Stmt *loop);

} // namespace paraloop

#endif
