// EarlyEnds.h: may an object of the body be destroyed before its block ends?
//
// In: a variable of the body whose destructor has effects, and the facts about
// the loop. Out: true where nobody could tell the difference, so that the
// parent may make the object and destroy it in one update.
//
//     struct Counted { int &n; ~Counted() { ++n; } };
//     for (...) { Counted one{n}; work(); }       nothing else in the loop is n

#ifndef PARALOOP_TOOL_EARLYENDS_H
#define PARALOOP_TOOL_EARLYENDS_H

#include "LoopFacts.h"

namespace clang {
class ValueDecl;
} // namespace clang

namespace paraloop {

/// mayEndEarly() is about what the destructor does; that nothing names the
/// variable after it ends is the caller's matter.
bool mayEndEarly(const clang::ValueDecl *variable, const LoopFacts &facts);

} // namespace paraloop

#endif
