// Pace.cpp: in: times. Out: a verdict.

#include "Pace.h"

#include <algorithm>

namespace paraloop {
namespace {

/// Before that, the workers' start is most of what can be seen.
constexpr std::int64_t first_look = 1000000; // ns

/// How many chunks of each worker tell something.
constexpr std::uint64_t enough_rounds = 3;

/// The beginning is slower than the rest (fresh memory, copied pages), and the
/// native time isn't known to a hair.
double allowance(std::int64_t since) {
  constexpr std::int64_t millisecond = 1000000; // ns
  return since < 4 * millisecond ? 1.25 : since < 50 * millisecond ? 1.1 : 1.03;
}

/// A loop of which nobody knows the native time looks doubtful where two
/// workers don't save as much as this, or where the parent applies an iteration
/// for so long, in parts of a worker's time for it.
constexpr double doubtful_time = 0.8, doubtful_applying = 0.4;

} // namespace

Work work_done(const Board &board) {
  Work work;
  for (std::uint32_t slot = 0; slot < board.slots(); ++slot) {
    work.busy += static_cast<double>(board.worker(slot).busy.load());
    work.iterations += board.worker(slot).iterations.load();
  }
  return work;
}

void Pace::started(std::uint64_t at_once) {
  at_once_ = std::max<std::uint64_t>(at_once, 1);
  began_ = monotonic_now();
  next_look_ = began_ + first_look;
}

void Pace::applying() { applying_since_ = monotonic_now(); }

void Pace::applied(std::uint64_t iterations) {
  applied_time_ += monotonic_now() - applying_since_;
  applied_ += iterations;
}

double Pace::applying_time() const {
  return applied_ == 0 ? 0
                       : static_cast<double>(applied_time_) /
                             static_cast<double>(applied_);
}

/// Of what the workers are at, half is done.
double Pace::producing(const Work &work, std::int64_t now) const {
  const std::uint64_t done = work.iterations + at_once_ / 2;
  return work.iterations == 0
             ? 0
             : static_cast<double>(now - began_) / static_cast<double>(done);
}

double Pace::time_per_iteration(const Board &board) const {
  return std::max(producing(work_done(board), monotonic_now()),
                  applying_time());
}

Pace::Verdict Pace::judge(const Board &board) {
  const std::int64_t now = monotonic_now();
  if (now < next_look_)
    return Verdict::pays;
  const Work work = work_done(board);
  if (work.iterations < enough_rounds * at_once_)
    return Verdict::pays;
  next_look_ = now + (now - began_); // less and less often
  double allowed = native_, allowed_applying = native_;
  if (native_ == 0) {
    const double each = work.busy / static_cast<double>(work.iterations);
    allowed = doubtful_time * each;
    allowed_applying = doubtful_applying * each;
  }
  const double more = allowance(now - began_);
  if (applying_time() > allowed_applying * more)
    return Verdict::drop;
  return producing(work, now) > allowed * more ? Verdict::stop : Verdict::pays;
}

} // namespace paraloop
