// Progress.h: how far a loop is, on stderr.
//
// In: iterations done, how many there are, what failed. Out: one line, on a
// terminal always the same one, which is taken away before the program prints
// and when the workers are done. What the program prints stays what it is.

#ifndef PARALOOP_PROGRESS_H
#define PARALOOP_PROGRESS_H

#include "paraloop/site.h"

#include <cstdint>
#include <string>

namespace paraloop {

class Progress {
public:
  /// `all` is the trip count; 0: nobody knows it. Nothing is ever shown unless
  /// the user asked for it (wanted()).
  Progress(const Site &site, std::uint64_t all);
  ~Progress() { hide(); }
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;

  /// State is what there is to tell.
  struct State {
    std::uint64_t done = 0; ///< Iterations.
    std::uint64_t failures = 0;
    bool at_line_start = true; ///< The program's own last line has ended.
  };

  /// show() shows the state, if the last time isn't too short ago.
  void show(const State &state);

  /// hide() takes the line away.
  void hide();

  /// text_of() returns the line: `seconds` after the beginning, when `before`
  /// iterations were done; at most `width` characters.
  std::string text_of(const State &state, double seconds,
                      std::size_t width) const;

private:
  static bool wanted(const Site &site);

  const bool wanted_;
  const bool on_terminal_;
  const std::string place_;
  const std::uint64_t all_;
  std::uint64_t done_before_ = 0; // when the clock began
  std::int64_t began_ = 0;        // ns of the monotonic clock; 0: not yet
  std::int64_t next_ = 0;
  bool shown_ = false;
};

/// hide_progress() takes away the line of the loop that runs, if there is one,
/// because something else is about to be printed.
void hide_progress();

} // namespace paraloop

#endif
