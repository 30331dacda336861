// Loop.h: the smallest loop on top of Region, for tests of the engine.
//
// In: a trip count and a body. Out: the numbers that the body recorded, in the
// order in which the parent got them. The typed half (paraloop/loop.h) is the
// same thing with types.

#ifndef PARALOOP_TEST_LOOP_H
#define PARALOOP_TEST_LOOP_H

#include "paraloop/region.h"

#include <cstdint>
#include <functional>
#include <vector>

namespace paraloop_test {

/// Body runs iteration k: it puts one number into `result` and returns true, or
/// returns false to leave the loop at k.
using Body = std::function<bool(std::uint64_t k, std::uint64_t &result)>;

/// Apply is what the parent does with each number.
using Apply = std::function<void(std::uint64_t)>;

/// run() runs the loop in workers as far as it goes, and returns where the
/// native rest begins.
std::uint64_t run(paraloop::Site &site, std::uint64_t iterations,
                  const Body &body, const Apply &apply, bool permitted = true);

/// results() runs the whole loop, its native rest too, and returns all numbers.
std::vector<std::uint64_t> results(paraloop::Site &site,
                                   std::uint64_t iterations, const Body &body,
                                   bool permitted = true);

} // namespace paraloop_test

#endif
