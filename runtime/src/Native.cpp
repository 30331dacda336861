// Native.cpp: in: facts. Out: the reason for a native run, if there is one.

#include "Native.h"

#include "CostModel.h"
#include "CpuCount.h"
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

NativeReason reason_for_native(const Site &site, const LoopFacts &facts,
                               const Config &config) {
  const unsigned wanted = wanted_workers(site, config);
  if (const NativeReason reason = reason_of_user(config, facts, wanted))
    return reason;
  if (!facts.permitted)
    return {"not_permitted", true,
            "a check at the start of the loop forbids it (objects that "
            "overlap, say)"};
  constexpr NativeReason cost{
      "cost", false, "the loop is done sooner than workers are forked"};
  if (config.force)
    return reason_in_surroundings();
  if (facts.trips.open && !is_measured(site))
    return reason_in_surroundings();
  const std::uint64_t iterations =
      facts.trips.open ? site.expected_iterations : facts.trips.iterations;
  if (too_small(site.time_per_iteration, iterations))
    return cost;
  if (!pays(site.time_per_iteration, iterations,
            wanted != 0 ? wanted : usable_cpus()))
    return cost;
  return reason_in_surroundings();
}

} // namespace paraloop
