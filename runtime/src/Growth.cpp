// Growth.cpp: in: time measured. Out: a number of workers.

#include "Growth.h"

#include "Cgroup.h"
#include "ProcFs.h"

#include <algorithm>
#include <cmath>
#include <ctime>
#include <sstream>
#include <sys/resource.h>
#include <utility>

namespace paraloop {
namespace {

constexpr std::int64_t first_interval = 2000000; // ns
constexpr std::int64_t last_interval = 64000000;

/// A body that needs a processor for less than this part of its time mostly
/// waits.
constexpr double mostly_waits = 0.25;

/// So many times as many workers come at once. Each time the new ones have to
/// be seen waiting first.
constexpr double growth = 4;

/// What a small worker costs in memory, beside a part of the parent's that it
/// may come to copy.
constexpr std::uint64_t worker_bytes = std::uint64_t{4} << 20;

/// The memory that the kernel says can still be used; no limit where it says
/// nothing.
std::uint64_t available_memory() {
  std::istringstream text(read_text("/proc/meminfo"));
  std::string name;
  std::uint64_t available = std::uint64_t{1} << 60, kilobytes = 0;
  for (std::string line; std::getline(text, line);)
    if (std::istringstream fields(line);
        fields >> name >> kilobytes && name == "MemAvailable:")
      available = kilobytes * 1024;
  for (const std::string &directory : cgroup_directories("", "memory")) {
    std::istringstream limit_text(
        read_text(directory + "/memory.max") +
        read_text(directory + "/memory.limit_in_bytes"));
    std::istringstream used_text(
        read_text(directory + "/memory.current") +
        read_text(directory + "/memory.usage_in_bytes"));
    std::uint64_t limit = 0, used = 0;
    if (limit_text >> limit && used_text >> used)
      available = std::min(available, limit > used ? limit - used : 0);
  }
  return available;
}

unsigned workers_for_memory() {
  const std::uint64_t each = worker_bytes + resident_bytes() / 8;
  return static_cast<unsigned>(
      std::min<std::uint64_t>(Growth::most, available_memory() / 2 / each));
}

/// At most a part of the processes that may still be started: the body may
/// start some too.
unsigned workers_for_process_limits() {
  std::uint64_t room = Growth::most;
  rlimit limit{};
  if (getrlimit(RLIMIT_NPROC, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
    room = std::min<std::uint64_t>(room, limit.rlim_cur / 8);
  for (const std::string &directory : cgroup_directories("", "pids")) {
    std::istringstream most_text(read_text(directory + "/pids.max")),
        now_text(read_text(directory + "/pids.current"));
    std::uint64_t most = 0, now = 0;
    if (most_text >> most && now_text >> now)
      room = std::min(room, most > now ? (most - now) / 2 : 0);
  }
  return static_cast<unsigned>(room);
}

} // namespace

Growth::Growth(unsigned cpus)
    : cpus_(cpus), last_(monotonic_now()), interval_(first_interval) {}

namespace {

/// Time on a processor, of all threads, and time in the queue for one: on a
/// busy machine a worker that gets no processor doesn't wait for anything else.
/// In ns; negative if unknown.
std::int64_t busy_time(pid_t worker) {
  clockid_t clock;
  timespec used{};
  if (clock_getcpuclockid(worker, &clock) != 0 ||
      clock_gettime(clock, &used) != 0)
    return -1;
  return used.tv_sec * std::int64_t{1000000000} + used.tv_nsec +
         static_cast<std::int64_t>(waiting_to_run(worker));
}

} // namespace

/// Returns the part of the time since the last look in which workers needed a
/// processor. Those that are new since then had to be set up: they aren't
/// counted.
double Growth::busy_part(const Crew &crew, std::int64_t since) {
  std::map<pid_t, std::int64_t> all;
  std::int64_t busy = 0, counted = 0;
  for (const std::uint32_t slot : crew.alive()) {
    const pid_t worker = crew.pid(slot);
    const std::int64_t time = busy_time(worker);
    if (time < 0)
      continue;
    all.emplace(worker, time);
    const auto before = last_busy_.find(worker);
    if (before == last_busy_.end())
      continue;
    busy += time - before->second;
    ++counted;
  }
  last_busy_ = std::move(all);
  return counted == 0
             ? 1
             : static_cast<double>(busy) / static_cast<double>(since * counted);
}

/// More workers are no use where the parent can't keep up with those there are.
bool Growth::parent_is_behind(const Crew &crew) {
  for (const std::uint32_t slot : crew.alive())
    if (crew.is_full(slot))
      return true;
  return false;
}

/// Processor times of a few milliseconds say little on a machine that has other
/// things to do. Who waits sleeps.
bool Growth::most_sleep(const Crew &crew) {
  const std::vector<std::uint32_t> alive = crew.alive();
  const auto asleep =
      std::count_if(alive.begin(), alive.end(), [&](std::uint32_t slot) {
        const char state = process_state(crew.pid(slot));
        return state == 'S' || state == 'D';
      });
  return 2 * asleep > static_cast<std::ptrdiff_t>(alive.size());
}

unsigned Growth::more(const Crew &crew, std::uint64_t unclaimed) {
  const std::int64_t now = monotonic_now();
  const bool is_first = last_busy_.empty();
  if (cpus_ == 0 || unclaimed == 0 || (now - last_ < interval_ && !is_first) ||
      parent_is_behind(crew))
    return 0;
  const double part = busy_part(crew, now - last_);
  const auto workers = static_cast<double>(crew.alive().size());
  last_ = now;
  if (is_first)
    return 0;
  if (part >= mostly_waits) {
    interval_ = std::min(interval_ * 2, last_interval);
    return 0;
  }
  interval_ = first_interval;
  if (!most_sleep(crew))
    return 0;
  if (limit_ == 0)
    limit_ = std::max(
        1u, std::min(workers_for_memory(), workers_for_process_limits()));
  const double fills = std::ceil(cpus_ / std::max(part, 0.001));
  const double target =
      std::min({growth * workers, fills, static_cast<double>(limit_),
                workers + static_cast<double>(unclaimed)});
  return target > workers ? static_cast<unsigned>(target - workers) : 0;
}

} // namespace paraloop
