// Report.h: what happened to a loop, for the user who asks.
//
// In: the numbers of one run of a loop. Out: one JSON object as a line of a
// file; one line on stderr.

#ifndef PARALOOP_REPORT_H
#define PARALOOP_REPORT_H

#include "paraloop/region.h"
#include "paraloop/site.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string>

namespace paraloop {

struct Report {
  /// Slow is an iteration that took long.
  struct Slow {
    std::uint64_t iteration = 0;
    std::int64_t time = 0; ///< ns; 0: there is none.
  };

  std::uint64_t iterations = 0; ///< The trip count.
  std::uint64_t workers = 0;    ///< Processes forked in all.
  std::uint64_t iterations_in_workers =
      0;                     ///< Iterations whose updates came from workers.
  std::uint64_t chunks = 0;  ///< Chunks applied.
  double seconds = 0;        ///< Wall time until the native rest began.
  std::uint64_t retries = 0; ///< Chunks that had to be run again.
  const char *native =
      nullptr; ///< Why the loop or its rest runs natively; null if it doesn't.
  double waiting = 0;  ///< Seconds that the parent waited for workers.
  double working = 0;  ///< Seconds of all workers in chunks they finished.
  double applying = 0; ///< Seconds that the parent applied records.
  std::uint64_t skipped = 0;      ///< Iterations that took too long.
  std::uint64_t record_bytes = 0; ///< The most bytes in records at once.
  std::array<Slow, 5> slowest;    ///< Of those in workers, the slowest first.

  /// add() adds what another part of the same run did.
  void add(const Report &part);
};

/// insert() puts an iteration among the slowest, if it is one of them.
template <class List> void insert(List &slowest, const Report::Slow &one) {
  auto place = std::find_if(
      std::begin(slowest), std::end(slowest),
      [&](const Report::Slow &known) { return known.time < one.time; });
  if (place == std::end(slowest))
    return;
  std::move_backward(place, std::end(slowest) - 1, std::end(slowest));
  *place = one;
}

namespace detail {

/// See region.h.
class Run {
public:
  explicit Run(const TripCount &trips);

  /// is_open() returns true if nobody knew the trip count in advance.
  bool is_open() const { return open_; }

  void add(const Report &part);

  /// end() returns the report; `begun` is how many iterations have begun, as
  /// far as that is known, for a loop whose trip count nobody knew.
  Report end(std::uint64_t begun) const;

private:
  const bool open_;
  const std::int64_t began_; // ns of the monotonic clock
  Report report_;
};

} // namespace detail

/// place_of() returns "file:line" of a loop.
std::string place_of(const Site &site);

/// to_json() returns the report as one JSON object without a line end.
std::string to_json(const Site &site, const Report &report);

/// publish() appends the report to the file that PARALOOP_REPORT names, if it
/// does, and prints a line if PARALOOP_VERBOSE=1. A file that can't be written
/// ends the program with status 2.
void publish(const Site &site, const Report &report);

/// announce() prints one line on stderr, whatever the settings.
void announce(const Site &site, const std::string &what);

/// notice() prints one line about an incident on stderr if PARALOOP_VERBOSE=1.
void notice(const Site &site, const std::string &what);

} // namespace paraloop

#endif
