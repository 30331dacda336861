// Leg.cpp: in: measured times. Out: where the next iterations run.

#include "paraloop/leg.h"

#include "Board.h"
#include "Config.h"
#include "CostModel.h"
#include "CpuCount.h"
#include "Fatal.h"
#include "FloatingPoint.h"
#include "Native.h"

#include <algorithm>
#include <cerrno>
#include <sys/resource.h>

namespace paraloop {
namespace detail {
namespace {

constexpr double millisecond = 1e6; // in ns

/// A shorter time says too little: the first iterations find cold caches.
constexpr double evidence = 0.3 * millisecond;

/// Shorter iterations are timed anew in each run: a memory of what they took
/// would save little.
constexpr double long_iteration = 0.05 * millisecond;

/// In less time than that the parent can't take over what an iteration changes.
constexpr double least_iteration = 3; // ns

/// What it takes, in ns, to carry a byte of an array to the program, and what
/// part of that the parent has to do. Pages that a worker changes are copied
/// when it does so, to its record, and when the parent changes them, and each
/// time there is a fault: some 7 us for 4 KB, measured; it is 15 us and more
/// where an iteration reads other arrays, whose pages a worker sees for the
/// first time.
constexpr double carrying = 2, parents_part = 0.4;

/// Below this part of the native time workers repay what they cost.
constexpr double repaying = 0.8;

/// So few iterations pay only if each is long, and then the first one is too
/// long to be run alone.
constexpr std::uint64_t few_iterations = 64;

/// Forks that are cheap enough to be tried in the dark.
constexpr std::chrono::microseconds cheap_fork(300);

/// A parallel run that lost time is tried again when it has lost less than
/// this part of the native time since then.
constexpr double for_trials = 0.02;

/// After an iteration that couldn't run in a worker workers come back, so
/// often; each time the native leg is four times as long.
constexpr unsigned most_returns = 6;

/// So often workers are tried in a run: after a fork the program itself is
/// slower for a while, and that must not bring them back.
constexpr unsigned most_trials = 2;

/// Unless iterations got that much heavier since: then workers may have been
/// sent away for that. Only of iterations that take longer than what a fork
/// adds to them; and that often at most.
constexpr double much_heavier = 1.5, heavy_iteration = 1000; // ns
constexpr unsigned most_trials_of_heavier = 6;

/// On a machine that is so busy, times that were taken alone can't be had.
constexpr unsigned most_disturbed = 5;

/// Runs below this time aren't timed one by one.
constexpr double short_run = 0.1 * millisecond;

/// A run that takes so long in workers is tried natively once, to compare.
constexpr double comparable_run = 50 * millisecond;

/// What it costs to time a short run, and the part of all runs' time that this
/// may take.
constexpr double timing_cost = 3000;
constexpr double for_timing = 0.01;
constexpr double fewest_untimed = 16, most_untimed = 1024;

bool is_quiet(const Config &config) {
  return !config.verbose && config.report.empty();
}

unsigned workers_of(const Site &site, const Config &config) {
  const unsigned wanted = wanted_workers(site, config);
  return wanted != 0 ? wanted : usable_cpus();
}

/// stays_native() returns true where nothing that this process does brings in
/// workers.
bool stays_native(const Site &site, const Config &config) {
  return in_worker() || config.disable ||
         (wanted_workers(site, config) == 1 && !config.force);
}

/// preemptions() returns how often another process took this one's processor
/// away: a time measured meanwhile says nothing.
long preemptions() {
  rusage usage{};
  return getrusage(RUSAGE_THREAD, &usage) == 0 ? usage.ru_nivcsw : 0;
}

/// promises() returns false if workers were slower than `native` when they were
/// tried, and that is not long ago.
bool promises(const Site &site, double native) {
  const Site::Experience &known = site.experience;
  if (known.since * for_trials >= known.lost)
    return true;
  if (known.whole_native > 0 && known.whole_parallel > 0)
    return known.whole_parallel < known.whole_native;
  return known.parallel == 0 || known.parallel < 0.75 * native;
}

/// repays_carrying() returns true if an iteration of `native` ns is so long that
/// it pays to carry what it changes. With many workers the parent's part of that
/// is what counts.
bool repays_carrying(const Site &site, double native, unsigned workers) {
  const double carried =
      carrying * static_cast<double>(site.options().carried());
  const double in_parallel =
      std::max((native + carried) / workers, carried * parents_part);
  return carried == 0 || in_parallel < repaying * native;
}

/// worth_workers() returns true if workers pay for `iterations` of `native` ns.
bool worth_workers(const Site &site, double native, std::uint64_t iterations,
                   bool folds) {
  const double work = native * static_cast<double>(iterations);
  if ((!folds && native < least_iteration) || too_small(work) ||
      !promises(site, native))
    return false;
  const unsigned workers = workers_of(site, configuration());
  return repays_carrying(site, native, workers) && pays(work, workers);
}

Leg in_workers(Leg leg) {
  leg.in_workers = true;
  leg.began = 0;
  return leg;
}

/// begin_clock() starts to time a native leg.
void begin_clock(Leg &leg) {
  leg.preempted = preemptions();
  leg.began = monotonic_now();
}

/// A native leg of about `time` ns.
Leg native_leg(Leg leg, double time, double each) {
  const double count = each > 0 ? time / each : 1;
  leg.most = static_cast<std::uint64_t>(std::clamp(count, 1.0, 1e15));
  begin_clock(leg);
  return leg;
}

/// The rest runs natively, as fast as it can: nothing is counted.
Leg to_the_end(Leg leg) {
  leg.most = Leg::unlimited;
  begin_clock(leg);
  return leg;
}

/// The rest is native, and isn't timed.
Leg untimed_rest(Leg leg) {
  // A report wants to know how many there were.
  leg.most =
      leg.run && leg.run->is_open() ? Leg::unlimited - 1 : Leg::unlimited;
  return leg;
}

/// may_come_back() returns true if workers that were sent away are tried again
/// where an iteration takes `native` ns now.
bool may_come_back(const Leg &leg, double native) {
  return leg.slower < most_trials ||
         (native >= heavy_iteration && native > much_heavier * leg.compared);
}

/// A guess for loops that nobody has timed natively: the body in a worker does
/// all that the native one does.
double known_time(const Site &site) {
  const double native = site.experience.native;
  return native > 0 ? native
                    : static_cast<double>(site.time_per_iteration.count());
}

Leg first_leg_of_unknown(const TripCount &trips, const Leg &leg) {
  if (!trips.open && trips.iterations <= few_iterations &&
      fork_cost() <= cheap_fork)
    return in_workers(leg);
  return native_leg(leg, 0, 0);
}

/// lacks_comparison() returns true if `iterations` in workers are known to be
/// soon done, but not what they take natively.
bool lacks_comparison(const Site &site, std::uint64_t iterations) {
  const Site::Experience &known = site.experience;
  return known.whole_native == 0 && known.whole_parallel > 0 &&
         known.whole_parallel * static_cast<double>(iterations) <
             comparable_run;
}

Leg first_leg_of_known(const Site &site, Leg leg, const TripCount &trips) {
  const double native = known_time(site);
  const std::uint64_t expected =
      trips.open ? site.expected_iterations : trips.iterations;
  if (!trips.open && lacks_comparison(site, expected))
    return to_the_end(leg);
  if (worth_workers(site, native, expected, trips.folds))
    return native < long_iteration ? native_leg(leg, evidence, native)
                                   : in_workers(leg);
  if (trips.open)
    return native_leg(leg, 0, 0);
  const bool is_short = native * static_cast<double>(expected) < short_run;
  return is_short ? native_leg(leg, evidence, native) : to_the_end(leg);
}

/// The next runs that are about as short needn't be looked at. EXPECTS:
/// all.timed != 0.
void skip_next(Site &site, const Leg &all) {
  const double runs =
      std::clamp(timing_cost / for_timing / std::max(all.took, 1.0),
                 fewest_untimed, most_untimed);
  const double each = all.took / static_cast<double>(all.timed);
  const double at_ease = std::clamp(short_run / 2 / each, 1.0, 1e15);
  site.experience.since = site.experience.since + all.took * runs;
  site.call_small(std::max(all.done, static_cast<std::uint64_t>(at_ease)),
                  static_cast<std::uint32_t>(runs));
}

/// Of a loop whose end nobody knows: what is left if it is as long as last
/// time.
std::uint64_t expected_left(const Site &site, const Leg &leg) {
  return site.expected_iterations > leg.done
             ? site.expected_iterations - leg.done
             : 0;
}

} // namespace

Leg first_leg(Site &site, const TripCount &trips, bool permitted) {
  const FlagsKeeper flags;
  Leg leg;
  const Config &config = configuration();
  if (!is_quiet(config))
    leg.run = new Run(trips);
  const LoopFacts facts{trips, permitted, false};
  if (stays_native(site, config) && is_quiet(config) && !trips.open)
    site.call_small(Leg::unlimited, ~std::uint32_t{0});
  // Region says why not.
  // A native iteration can't be given up, so a timeout wants workers.
  if (refused_at_once(site, facts, config) ||
      site.options().timeout().count() > 0 ||
      (config.force && config.native_first == 0))
    return in_workers(leg);
  if (!trips.open)
    leg.to_do = trips.iterations;
  if (config.force)
    return native_leg(leg, config.native_first, 1);
  leg.started = monotonic_now();
  if (known_time(site) == 0 || (trips.open && site.expected_iterations == 0))
    return first_leg_of_unknown(trips, leg);
  return first_leg_of_known(site, leg, trips);
}

Leg leg_after(Site &site, Leg leg, const TripCount &left) {
  const FlagsKeeper flags;
  leg.done += leg.most;
  if (!left.open)
    leg.to_do = left.iterations;
  if (configuration().force)
    return in_workers(leg);
  if (leg.began == 0) // A short run that got long.
    return native_leg(leg, evidence, site.experience.native);
  const auto took = static_cast<double>(monotonic_now() - leg.began);
  if (preemptions() != leg.preempted && leg.disturbed++ < most_disturbed)
    return native_leg(leg, 1, 1 / static_cast<double>(leg.most));
  const double latest = took / static_cast<double>(leg.most);
  leg.timed += leg.most;
  leg.took += took;
  Site::Experience &known = site.experience;
  known.since = known.since + took;
  const double each = leg.took / static_cast<double>(leg.timed);
  if (leg.took >= evidence) {
    known.native = latest;
    const double expected = std::max(each, latest);
    // An end that nobody knows is expected as far away as the beginning.
    const std::uint64_t iterations =
        left.open ? std::max(leg.done, expected_left(site, leg)) : leg.to_do;
    if (!may_come_back(leg, latest))
      return untimed_rest(leg);
    if (worth_workers(site, expected, iterations, left.folds)) {
      leg.compared = latest;
      return in_workers(leg);
    }
  }
  return native_leg(leg, std::max(leg.took, 100.0), latest);
}

Leg leg_after_workers(Site &site, Leg leg, std::uint64_t done, Rest why) {
  const FlagsKeeper flags;
  leg.in_workers = false;
  leg.had_workers = true;
  leg.done += done;
  if (leg.to_do != Leg::unlimited)
    leg.to_do -= done;
  leg.timed = 0;
  leg.took = 0;
  leg = untimed_rest(leg);
  if (why == Rest::slower && ++leg.slower < most_trials_of_heavier)
    return native_leg(leg, evidence, site.experience.native);
  if (why == Rest::iteration && leg.left < most_returns) {
    leg = native_leg(leg, 0, 0);
    leg.most = std::uint64_t{1} << 2 * leg.left++;
  }
  return leg;
}

void bound_has_changed() {
  fatal(exit_broken, "a loop's bound changed while the loop ran");
}

namespace {

/// On a busy machine a single run says little.
double smoothed(double before, double now) {
  return before == 0 ? now : (before + now) / 2;
}

/// note_whole_run() notes what a run took whose last leg had `last_leg`
/// iterations; 0: as many as were left, if that is known.
void note_whole_run(Site &site, const Leg &leg, std::uint64_t last_leg,
                    std::int64_t now) {
  Site::Experience &known = site.experience;
  const bool counted = last_leg != 0 || leg.to_do == Leg::unlimited;
  const std::uint64_t iterations =
      leg.done + (counted ? std::min(last_leg, leg.to_do) : leg.to_do);
  if (iterations == 0)
    return;
  const auto took = static_cast<double>(now - leg.started);
  const double each = took / static_cast<double>(iterations);
  if (!leg.had_workers) {
    known.whole_native = smoothed(known.whole_native, each);
    return;
  }
  known.whole_parallel = smoothed(known.whole_parallel, each);
  if (known.whole_native > 0)
    known.lost = std::max(0.0, (known.whole_parallel - known.whole_native) *
                                   static_cast<double>(iterations));
}

} // namespace

void end_of_run(Site &site, const Leg &leg, std::uint64_t iterations) {
  const FlagsKeeper flags;
  const std::int64_t now = monotonic_now();
  if (leg.started != 0)
    note_whole_run(site, leg, iterations, now);
  if (leg.began == 0)
    return;
  const auto took = static_cast<double>(now - leg.began);
  Leg all = leg;
  const bool counted = leg.most != Leg::unlimited;
  const std::uint64_t here =
      counted ? std::min(iterations, leg.to_do) : leg.to_do;
  all.done += here;
  all.timed += here;
  all.took += took;
  Site::Experience &known = site.experience;
  known.since = known.since + took;
  const double each =
      all.took / static_cast<double>(std::max<std::uint64_t>(all.timed, 1));
  // Where nothing was counted, the loop may have ended early.
  if (all.timed != 0 && preemptions() == leg.preempted &&
      (counted || each > 2 * known.native))
    known.native = std::max(each, 0.01);
  if (!leg.run && counted && all.timed != 0 && all.took < short_run &&
      !leg.had_workers)
    skip_next(site, all);
}

void end_report(Site &site, Run *run, std::uint64_t iterations) {
  const int error = errno;
  const FlagsKeeper flags;
  Report report = run->end(iterations);
  if (!report.native && report.workers == 0)
    report.native = promises(site, site.experience.native)
                        ? too_small_to_pay.word
                        : slower.word;
  publish(site, report);
  delete run;
  errno = error;
}

} // namespace detail
} // namespace paraloop
