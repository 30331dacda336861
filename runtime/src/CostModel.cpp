// CostModel.cpp: in: measured times. Out: a decision.

#include "CostModel.h"

#include "ProcFs.h"

#include <algorithm>

namespace paraloop {
namespace {

using std::chrono::nanoseconds;

/// Below this no loop pays, whatever the process: two forks, the start and the
/// end of the workers.
constexpr nanoseconds least_work = std::chrono::microseconds(1500);

/// Fork copies the page tables: 22 ms a GiB, measured, and 50 us for a small
/// process.
nanoseconds estimate(std::uint64_t bytes) {
  return std::chrono::microseconds(50) + nanoseconds(bytes / 49);
}

struct {
  nanoseconds took{0};
  std::uint64_t bytes = 0;
} last_fork;

} // namespace

void note_fork(nanoseconds took) { last_fork = {took, resident_bytes()}; }

nanoseconds fork_cost() {
  const nanoseconds expected = estimate(resident_bytes());
  if (last_fork.took.count() == 0)
    return expected;
  // A measured fork knows about huge pages and the machine's load; the estimate
  // knows about growth.
  const double ratio = static_cast<double>(last_fork.took.count()) /
                       static_cast<double>(estimate(last_fork.bytes).count());
  return nanoseconds(static_cast<std::int64_t>(
      static_cast<double>(expected.count()) * std::min(ratio, 10.0)));
}

bool too_small(double work) {
  return work < static_cast<double>(least_work.count());
}

bool too_small(nanoseconds each, std::uint64_t iterations) {
  return each.count() > 0 && too_small(static_cast<double>(each.count()) *
                                       static_cast<double>(iterations));
}

bool pays(double work, unsigned workers) {
  // A worker's end costs about as much as its fork, and half of that again is
  // lost to copied pages.
  const double forks = 3.0 * static_cast<double>(fork_cost().count()) * workers;
  return work > static_cast<double>(least_work.count()) + forks;
}

bool pays(nanoseconds each, std::uint64_t iterations, unsigned workers) {
  return each.count() <= 0 || pays(static_cast<double>(each.count()) *
                                       static_cast<double>(iterations),
                                   workers);
}

} // namespace paraloop
