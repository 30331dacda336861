// Pace.h: whether a parallel run is faster than the program itself.
//
// In: what an iteration takes natively, what the workers have finished and the
// parent has applied since they were forked. Out: yes or no; what an iteration
// takes in parallel.
//
// Iterations needn't all be as long as those that were timed natively. So the
// first thing that is measured is how much longer it takes to run an iteration
// in a worker and to apply it; from then on these times tell what it would take
// natively.

#ifndef PARALOOP_PACE_H
#define PARALOOP_PACE_H

#include "Board.h"

#include <cstdint>
#include <vector>

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
  explicit Pace(double native);

  /// started() notes that `workers` have been forked, and claim about `chunk`
  /// iterations at a time.
  void started(std::uint64_t chunk, std::uint64_t workers);

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
  /// of late; 0 if nothing is known.
  double time_per_iteration(const Board &board) const;

  /// native_time() returns what all that the workers have done would have taken
  /// natively, in ns.
  double native_time(const Board &board) const;

private:
  /// Of the workers and the parent since the last look, in ns an iteration.
  struct Recent {
    double busy = 0;      ///< In its worker.
    double producing = 0; ///< From all workers together.
    double applying = 0;
  };
  Recent recent(const Board &board, std::int64_t now) const;
  bool tells_something(const Work &work) const;
  double rate(const Board &board, std::uint32_t slot, std::int64_t now) const;

  double native_;   // ns an iteration, before the workers came; 0: unknown
  double overhead_; // how much longer in a worker, and applied; 0: unknown
  std::uint64_t chunk_ = 1, workers_ = 1;
  std::int64_t began_ = 0;     // ns of the monotonic clock
  std::int64_t next_look_ = 0; // the same
  std::int64_t applying_since_ = 0;
  std::int64_t applied_time_ = 0; // ns
  std::uint64_t applied_ = 0;     // iterations

  // At the last look.
  std::int64_t looked_ = 0; // ns of the monotonic clock
  Recent last_look_;
  Work seen_;
  std::vector<std::uint64_t> seen_of_; // iterations of each worker
  std::int64_t seen_applied_time_ = 0; // ns
  std::uint64_t seen_applied_ = 0;     // iterations
};

} // namespace paraloop

#endif
