// spaces.h: the kinds of loops that run() can run.
//
// A space knows how many iterations there are, gives a worker the position of
// iteration k, and gives the parent the native loop's start:
//
//     // Nothing: not known, the loop runs natively.
//     std::optional<std::uint64_t> iterations() const;
//     // With position(k): what the body gets in iteration k.
//     cursor() const;
//     // What the user's own loop goes on with after k iterations.
//     from(k) const;
//
// A space whose `open_ended` is true has no iterations(). Its cursor has
// reach(k) instead, which is called for greater and greater k and returns false
// where the loop has no iteration k; position(k) is optional then.

#ifndef PARALOOP_SPACES_H
#define PARALOOP_SPACES_H

#include "paraloop/space/counted.h"
#include "paraloop/space/elements.h"
#include "paraloop/space/stepped.h"

#endif
