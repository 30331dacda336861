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

/// Of a loop of which nobody knows the native time: how much longer an iteration
/// takes in a worker, and what part of that the parent may take to apply it.
constexpr double supposed_overhead = 1.25, doubtful_applying = 0.4;

} // namespace

Work work_done(const Board &board) {
  Work work;
  for (std::uint32_t slot = 0; slot < board.slots(); ++slot) {
    work.busy += static_cast<double>(board.worker(slot).busy.load());
    work.iterations += board.worker(slot).iterations.load();
  }
  return work;
}

Pace::Pace(double native)
    : native_(native), overhead_(native == 0 ? supposed_overhead : 0) {}

void Pace::started(std::uint64_t chunk, std::uint64_t workers) {
  chunk_ = std::max<std::uint64_t>(chunk, 1);
  workers_ = std::max<std::uint64_t>(workers, 1);
  began_ = looked_ = monotonic_now();
  next_look_ = began_ + first_look;
}

void Pace::applying() { applying_since_ = monotonic_now(); }

void Pace::applied(std::uint64_t iterations) {
  applied_time_ += monotonic_now() - applying_since_;
  applied_ += iterations;
}

/// Returns how many iterations a worker finishes in a ns. What it takes to start
/// a worker is lost already, and so doesn't count. At the first look it is in
/// the middle of a chunk, of which half is done.
double Pace::rate(const Board &board, std::uint32_t slot,
                  std::int64_t now) const {
  const WorkerSlot &worker = board.worker(slot);
  const std::int64_t began = worker.began.load();
  const std::int64_t since = std::max(began, looked_);
  if (began == 0 || since >= now)
    return 0;
  const std::uint64_t seen = seen_of_.empty() ? 0 : seen_of_[slot];
  const std::uint64_t begun = began == since ? chunk_ / 2 : 0;
  return static_cast<double>(worker.iterations.load() - seen + begun) /
         static_cast<double>(now - since);
}

Pace::Recent Pace::recent(const Board &board, std::int64_t now) const {
  Recent recent;
  const Work work = work_done(board);
  if (const std::uint64_t finished = work.iterations - seen_.iterations)
    recent.busy = (work.busy - seen_.busy) / static_cast<double>(finished);
  double together = 0;
  for (std::uint32_t slot = 0; slot < board.slots(); ++slot)
    together += rate(board, slot, now);
  if (together > 0)
    recent.producing = 1 / together;
  if (applied_ != seen_applied_)
    recent.applying = static_cast<double>(applied_time_ - seen_applied_time_) /
                      static_cast<double>(applied_ - seen_applied_);
  return recent;
}

double Pace::time_per_iteration(const Board &board) const {
  const Recent late = tells_something(work_done(board))
                          ? recent(board, monotonic_now())
                          : last_look_;
  return std::max(late.producing, late.applying);
}

bool Pace::tells_something(const Work &work) const {
  return work.iterations - seen_.iterations >=
         enough_rounds * chunk_ * workers_;
}

double Pace::native_time(const Board &board) const {
  const Work work = work_done(board);
  if (overhead_ == 0)
    return native_ * static_cast<double>(work.iterations);
  return (work.busy + static_cast<double>(applied_time_)) / overhead_;
}

Pace::Verdict Pace::judge(const Board &board) {
  const std::int64_t now = monotonic_now();
  if (now < next_look_)
    return Verdict::pays;
  const Work work = work_done(board);
  if (!tells_something(work))
    return Verdict::pays;
  const Recent late = recent(board, now);
  const double all = late.busy + late.applying;
  if (native_ != 0) {
    const double overhead = std::max(1.0, all / native_);
    overhead_ = overhead_ == 0 ? overhead : std::min(overhead_, overhead);
  }
  const double more = allowance(now - began_);
  const double allowed = all / overhead_ * more;
  const double may_apply =
      native_ == 0 ? doubtful_applying * late.busy * more : allowed;
  if (late.applying > may_apply)
    return Verdict::drop;
  if (late.producing > allowed)
    return Verdict::stop;
  looked_ = now;
  last_look_ = late;
  seen_ = work;
  seen_of_.resize(board.slots());
  for (std::uint32_t slot = 0; slot < board.slots(); ++slot)
    seen_of_[slot] = board.worker(slot).iterations.load();
  seen_applied_time_ = applied_time_;
  seen_applied_ = applied_;
  next_look_ = now + (now - began_); // less and less often
  return Verdict::pays;
}

} // namespace paraloop
