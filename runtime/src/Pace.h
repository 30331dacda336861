// Pace.h: whether a parallel run is faster than the program itself.
//
// In: what an iteration takes natively, what the workers have finished and the
// parent has applied since they were forked. Out: yes or no; what an iteration
// takes in parallel.

#ifndef PARALOOP_PACE_H
#define PARALOOP_PACE_H

#include "Board.h"

#include <cstdint>

namespace paraloop {

/// Work is what workers have finished.
struct Work {
  std::uint64_t iterations = 0;
  double busy = 0; ///< ns
};

Work work_done(const Board &board);

class Pace {
public:
  /// `native` is what an iteration takes natively, in ns; 0 if nobody knows.
  explicit Pace(double native) : native_(native) {}

  /// started() notes that the workers have been forked, and work at about
  /// `at_once` iterations, in their chunks, at any moment.
  void started(std::uint64_t at_once);

  /// applying() notes that the parent begins to apply a chunk, applied() that
  /// it has applied `iterations`.
  void applying();
  void applied(std::uint64_t iterations);

  /// Verdict is what to do with a run that doesn't pay.
  enum class Verdict {
    pays,
    stop, ///< Apply what is done, claim no more.
    drop, ///< Applying takes longer than to run natively.
  };

  /// judge() looks at the clock, and from time to time at the workers.
  Verdict judge(const Board &board);

  /// applied_time() returns how long the parent applied chunks, in ns.
  std::int64_t applied_time() const { return applied_time_; }

  /// time_per_iteration() returns what an iteration takes in parallel, in ns,
  /// from the start until now; 0 if nothing is known.
  double time_per_iteration(const Board &board) const;

private:
  double producing(const Work &work, std::int64_t now) const;
  double applying_time() const;

  const double native_;
  std::uint64_t at_once_ = 0;
  std::int64_t began_ = 0;     // ns of the monotonic clock
  std::int64_t next_look_ = 0; // the same
  std::int64_t applying_since_ = 0;
  std::int64_t applied_time_ = 0; // ns
  std::uint64_t applied_ = 0;     // iterations
};

} // namespace paraloop

#endif
