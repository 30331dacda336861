// Config.h: what the user set in the environment.
//
// In: the PARALOOP_* variables. Out: one struct; a bad value ends the program
// with status 2.

#ifndef PARALOOP_CONFIG_H
#define PARALOOP_CONFIG_H

#include <optional>
#include <string>

namespace paraloop {

/// The largest number of workers that a loop can have; a larger request is cut
/// to it.
constexpr unsigned max_processes = 1024;

struct Config {
  unsigned num_processes =
      0;                ///< PARALOOP_NUM_PROCESSES: 1 to 1024; 0: not set.
  bool disable = false; ///< PARALOOP_DISABLE=1: every loop runs natively.
  bool force = false;   ///< PARALOOP_FORCE=1: fork even where it doesn't pay.
  unsigned native_first =
      0; ///< PARALOOP_NATIVE_FIRST=N: with force, so many iterations run
         ///< natively before workers come, for tests.
  bool strict =
      false; ///< PARALOOP_STRICT=1: an unwanted native run is an error.
  bool verbose =
      false; ///< PARALOOP_VERBOSE=1: one line a loop and incident on stderr.
  std::optional<bool> progress; ///< PARALOOP_PROGRESS=1: every loop shows how
                                ///< far it is; 0: none does.
  bool check = false; ///< PARALOOP_CHECK=1: end where a write would be lost.
  std::string check_ignore; ///< PARALOOP_CHECK_IGNORE=NAME,...: except these.
  std::string report;       ///< PARALOOP_REPORT=FILE: one JSON object a loop.
};

/// configuration() returns the present settings. They are read again only after
/// the environment changed, because a loop of a few nanoseconds asks for them
/// too. A set-user-id program ignores them all.
const Config &configuration();

} // namespace paraloop

#endif
