// Native.cpp: in: facts. Out: the reason for a native run, if there is one.

#include "Native.h"

#include "CostModel.h"
#include "CpuCount.h"
#include "Fatal.h"
#include "ProcFs.h"
#include "Streams.h"
#include "paraloop/region.h"

#include <algorithm>
#include <sys/resource.h>

namespace paraloop {
namespace {

/// The capture files are files too: with a limit on their size a worker would
/// get SIGXFSZ where the sequential program, which prints to a terminal or a
/// pipe, doesn't.
bool file_size_is_limited() {
  rlimit limit{};
  return getrlimit(RLIMIT_FSIZE, &limit) != 0 ||
         limit.rlim_cur != RLIM_INFINITY;
}

NativeReason reason_in_surroundings() {
  // Fork copies only the calling thread; a lock that another one holds would
  // stay locked in the worker.
  if (thread_count() != 1)
    return {"threads", true, "the program has several threads"};
  if (!streams_are_usual())
    return {"streams", true,
            "a standard stream was redirected inside the program"};
  if (file_size_is_limited())
    return {"file_size_limit", true,
            "the size of files is limited (ulimit -f)"};
  return {};
}

NativeReason reason_of_user(const Config &config, const LoopFacts &facts,
                            unsigned wanted) {
  if (config.disable)
    return {"disabled", false, "PARALOOP_DISABLE=1"};
  if (!facts.trips.open && facts.trips.iterations < 2)
    return {"few_iterations", false, "there is nothing to share out"};
  if (in_worker() || facts.region_open)
    return {"nested", false, "the loop runs inside another parallel loop"};
  if (wanted == 1 && !config.force)
    return {"one_process", false, "one process was asked for"};
  return {};
}

/// A loop whose trip count isn't known may have been short by chance when it
/// was measured: it is measured again in its run 16, 32, 64, ...
bool is_measured(const Site &site) {
  const bool again = site.runs >= 16 && (site.runs & (site.runs - 1)) == 0;
  return site.expected_iterations != 0 && !again;
}

} // namespace

unsigned wanted_workers(const Site &site, const Config &config) {
  const unsigned wanted = config.num_processes != 0
                              ? config.num_processes
                              : site.options().num_processes();
  return std::min(wanted, max_processes);
}

bool refused_at_once(const Site &site, const LoopFacts &facts,
                     const Config &config) {
  return !facts.permitted || static_cast<bool>(reason_of_user(
                                 config, facts, wanted_workers(site, config)));
}

NativeReason reason_for_native(const Site &site, const LoopFacts &facts,
                               const Config &config) {
  const unsigned wanted = wanted_workers(site, config);
  if (const NativeReason reason = reason_of_user(config, facts, wanted))
    return reason;
  if (!facts.permitted)
    return {"not_permitted", true,
            "a check at the start of the loop forbids it (objects that "
            "overlap, say)"};
  if (config.force || facts.trips.judged)
    return reason_in_surroundings();
  if (facts.trips.open && !is_measured(site))
    return reason_in_surroundings();
  const std::uint64_t iterations =
      facts.trips.open ? site.expected_iterations : facts.trips.iterations;
  if (too_small(site.time_per_iteration, iterations))
    return too_small_to_pay;
  if (!pays(site.time_per_iteration, iterations,
            wanted != 0 ? wanted : usable_cpus()))
    return too_small_to_pay;
  return reason_in_surroundings();
}

void settle(const Site &site, const Report &report, const NativeReason &reason,
            detail::Run *run) {
  const Config &config = configuration();
  if (reason.unwanted && config.strict)
    fatal(exit_broken,
          place_of(site) +
              ": the loop can't run in parallel: " + reason.explanation +
              "; unset PARALOOP_STRICT to let it run sequentially");
  if (run)
    run->add(report);
  else if (config.verbose || !config.report.empty())
    publish(site, report);
}

} // namespace paraloop
