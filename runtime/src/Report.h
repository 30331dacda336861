// Report.h: what happened to a loop, for the user who asks.
//
// In: the numbers of one run of a loop. Out: one JSON object as a line of a
// file; one line on stderr.

#ifndef PARALOOP_REPORT_H
#define PARALOOP_REPORT_H

#include "paraloop/site.h"

#include <cstdint>
#include <string>

namespace paraloop {

struct Report {
  std::uint64_t iterations = 0; ///< The trip count.
  std::uint64_t workers = 0;    ///< Processes forked in all.
  std::uint64_t iterations_in_workers =
      0;                     ///< Iterations whose updates came from workers.
  std::uint64_t chunks = 0;  ///< Chunks applied.
  double seconds = 0;        ///< Wall time until the native rest began.
  std::uint64_t retries = 0; ///< Chunks that had to be run again.
  const char *native =
      nullptr; ///< Why the loop or its rest runs natively; null if it doesn't.
};

/// place_of() returns "file:line" of a loop.
std::string place_of(const Site &site);

/// to_json() returns the report as one JSON object without a line end.
std::string to_json(const Site &site, const Report &report);

/// publish() appends the report to the file that PARALOOP_REPORT names, if it
/// does, and prints a line if PARALOOP_VERBOSE=1. A file that can't be written
/// ends the program with status 2.
void publish(const Site &site, const Report &report);

/// notice() prints one line about an incident on stderr if PARALOOP_VERBOSE=1.
void notice(const Site &site, const std::string &what);

} // namespace paraloop

#endif
