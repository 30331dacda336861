// leg.h: a run of a loop as a sequence of legs, some of them native, some in
// workers.
//
// In: a loop site with what earlier runs of it cost, how many iterations are
// left, how long the native legs took. Out: the next leg. A loop of which
// nothing is known begins natively, because the first iterations tell whether
// workers can pay, and go natively at no loss.

#ifndef PARALOOP_LEG_H
#define PARALOOP_LEG_H

#include "paraloop/region.h"
#include "paraloop/site.h"

#include <cstdint>

namespace paraloop {
namespace detail {

/// Leg is plain data, handed around by value: nothing that is not inlined may
/// get to know where the native loop keeps its own things.
struct Leg {
  static constexpr std::uint64_t unlimited = ~std::uint64_t{0};

  bool in_workers = false;
  std::uint64_t most = unlimited; ///< Iterations of this leg, if it is native.
  std::int64_t began = 0;         ///< In ns of the monotonic clock; 0: untimed.
  std::int64_t started = 0;       ///< When the run did, in the same way.
  long preempted = 0; ///< How often other processes took the processor, then.

  std::uint64_t done = 0;  ///< Iterations of the legs before, of any kind.
  std::uint64_t timed = 0; ///< Iterations of the native legs before that
  double took = 0;         ///< took so many ns.
  std::uint64_t to_do = unlimited; ///< Iterations that are left, if known.
  bool had_workers = false;
  Run *run = nullptr;     ///< What is to be reported; null: nothing.
  unsigned disturbed = 0; ///< How many legs weren't timed for that.
  unsigned slower = 0;    ///< How often workers were sent away.
  double compared = 0;    ///< What an iteration took natively, in ns, when they
                          ///< came last.
  unsigned left = 0; ///< How often an iteration had to come back from a worker.
};

/// first_leg() begins a run of the loop. `permitted` is as in Region.
Leg first_leg(Site &site, const TripCount &trips, bool permitted);

/// leg_after() returns what follows a native leg that had all its `leg.most`
/// iterations. `left` is what is left now.
Leg leg_after(Site &site, Leg leg, const TripCount &left);

/// leg_after_workers() returns what follows a leg in workers, who did `done`
/// iterations, and left the rest for the reason `why`.
Leg leg_after_workers(Site &site, Leg leg, std::uint64_t done, Rest why);

/// bound_has_changed() ends the program with a message: a native loop ran to
/// the bound that it began with, and that isn't the end any more.
[[noreturn]] void bound_has_changed();

/// end_report() writes the report of a run, of which `iterations` are known to
/// have begun, whichever way it ended.
void end_report(Site &site, Run *run, std::uint64_t iterations);

/// end_of_run() notes that the loop ended in `leg`, a native one, after
/// `iterations` of its iterations.
void end_of_run(Site &site, const Leg &leg, std::uint64_t iterations);

} // namespace detail
} // namespace paraloop

#endif
