// Places.h: where a loop stands, in the function around it.
//
// In: the loop and its function. Out: refusals, where control can enter the
// loop in a way that a worker can't follow.

#ifndef PARALOOP_TOOL_PLACES_H
#define PARALOOP_TOOL_PLACES_H

#include "Refusal.h"

#include <vector>

namespace clang {
class FunctionDecl;
class Stmt;
} // namespace clang

namespace paraloop {

std::vector<Refusal> checkPlace(const clang::Stmt *loop,
                                const clang::FunctionDecl *function);

} // namespace paraloop

#endif
