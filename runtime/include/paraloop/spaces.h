// spaces.h: the kinds of loops that run() can run.
//
// A space knows how many iterations there are, gives a worker the position of
// iteration k, and gives the parent the native loop's start:
//
//     std::optional<std::uint64_t> iterations() const;   // nothing: not known,
//     the loop runs natively cursor() const, with position(k); // what the body
//     gets in iteration k from(k) const;                                     //
//     what the user's own loop goes on with

#ifndef PARALOOP_SPACES_H
#define PARALOOP_SPACES_H

#include "paraloop/space/counted.h"
#include "paraloop/space/elements.h"

#endif
