// Growth.h: more workers for bodies that mostly wait.
//
// In: the processor time of the living workers. Out: how many more are worth
// forking.

#ifndef PARALOOP_GROWTH_H
#define PARALOOP_GROWTH_H

#include "Crew.h"

#include <cstdint>
#include <map>
#include <sys/types.h>

namespace paraloop {

class Growth {
public:
  /// The most workers that paraloop starts by itself, unless there are more
  /// processors.
  static constexpr unsigned most = 64;

  /// `cpus` processors are there to be filled; 0: the user gave a count, so it
  /// stays as it is.
  explicit Growth(unsigned cpus);

  /// more() returns how many workers to fork now, at most `unclaimed`. Called
  /// while the parent waits; it measures every 2 ms, and less often where
  /// nothing came of it.
  unsigned more(const Crew &crew, std::uint64_t unclaimed);

private:
  static bool parent_is_behind(const Crew &crew);
  static bool most_sleep(const Crew &crew);
  double busy_part(const Crew &crew, std::int64_t since);

  unsigned cpus_;
  unsigned limit_ = 0; // 0: not yet found out
  std::int64_t last_;
  std::map<pid_t, std::int64_t> last_busy_; // of each worker, in ns
  std::int64_t interval_;
};

} // namespace paraloop

#endif
