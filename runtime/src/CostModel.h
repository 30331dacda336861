// CostModel.h: whether workers can pay for a loop.
//
// In: what an iteration took last time, and what a fork of this process costs.
// Out: yes or no.

#ifndef PARALOOP_COST_MODEL_H
#define PARALOOP_COST_MODEL_H

#include <chrono>
#include <cstdint>

namespace paraloop {

/// too_small() returns true if the loop can't pay in any process: the answer
/// for loops that are so short that they would notice a longer question.
bool too_small(std::chrono::nanoseconds each, std::uint64_t iterations);

/// The same for `work` ns of native running time.
bool too_small(double work);

/// pays() returns false if `iterations` of `each` are done sooner than
/// `workers` processes are forked and ended. An unknown time (0) pays: a first
/// run has to measure it.
bool pays(std::chrono::nanoseconds each, std::uint64_t iterations,
          unsigned workers);

/// The same for `work` ns of native running time, all of it.
bool pays(double work, unsigned workers);

/// note_fork() remembers how long a fork of this process took.
void note_fork(std::chrono::nanoseconds took);

/// fork_cost() returns what the fork of one worker will take: the last one, in
/// proportion to the memory that this process now has; an estimate from the
/// memory alone before the first.
std::chrono::nanoseconds fork_cost();

} // namespace paraloop

#endif
