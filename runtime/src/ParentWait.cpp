// ParentWait.cpp: what the parent does while the next chunk isn't done: it
// sleeps, notices workers that died or were stopped, and forks new ones. What
// follows from that is in ParentTrouble.cpp. All waits are bounded, so that
// nothing that a worker does or fails to do can keep the parent asleep.

#include "Parent.h"
#include "ProcFs.h"

#include <algorithm>

namespace paraloop {
namespace {

constexpr std::int64_t millisecond = 1000000; // in ns

/// The body is awaited for hours, if need be; a worker that somebody stopped is
/// not.
constexpr std::int64_t stop_check_interval = 50 * millisecond;
constexpr unsigned stopped_too_often = 3;

/// Workers that die before they finish anything are replaced this often at
/// most.
constexpr unsigned most_replacements = 16;

/// So long a single worker has for a loop that may be done at once.
constexpr std::int64_t patience = 300000; // ns

/// How many chunks of each worker the parent lets come together before it is
/// woken: to wake it takes as long as to apply some of them.
constexpr std::uint64_t rounds_at_a_time = 8;

/// A longer time between two looks means that this process or the whole machine
/// slept.
constexpr std::int64_t overslept = 1000 * millisecond;

} // namespace

Parent::Turn Parent::wait_a_moment() {
  const std::int64_t since = monotonic_now();
  sleep();
  waited_ += monotonic_now() - since;
  for (const Crew::Death &death : crew_.reap())
    lost_worker(death, Loss::crash);
  check_claim();
  if (replace_lost() == Turn::child)
    return Turn::child;
  check_timeout();
  check_stopped();
  return fork_more();
}

/// The workers that were held back come as soon as the first one has shown that
/// the loop isn't done at once.
Parent::Turn Parent::fork_more() {
  bool all_forked = true;
  unsigned count = growth_.more(crew_, unclaimed());
  if (held_back_ != 0 && monotonic_now() - began_ > patience) {
    count += held_back_;
    held_back_ = 0;
  }
  return fork_workers(count, all_forked);
}

void Parent::show_progress() {
  progress_.show({before_ + resume_at_, report_.retries + report_.skipped,
                  output_.at_line_start()});
}

/// Returns the chunk whose end wakes the parent.
std::uint64_t Parent::awaited_chunk() const {
  const std::uint64_t last = board_.chunks() - 1;
  if (held_back_ != 0) // A first worker that is quick is best left alone.
    return last;
  std::uint64_t index = std::min(next_ + rounds_at_a_time * workers_, last);
  while (index > next_ && is_done(index))
    --index;
  return index;
}

bool Parent::is_done(std::uint64_t index) const {
  return state_of(board_.chunk(index).word.load()) == ChunkState::done;
}

void Parent::sleep() {
  if (waiting_since_ == 0)
    waiting_since_ = last_look_ = last_stop_check_ = monotonic_now();
  Control &control = board_.control();
  const std::uint32_t rings = control.doorbell.load();
  const std::uint64_t awaited = awaited_chunk();
  control.awaited.store(awaited + 1);
  // Sequentially consistent, like the store before: see Worker::publish().
  if (!is_done(awaited))
    sleep_on(control.doorbell, rings,
             held_back_ != 0 ? patience
             : last_look_ - waiting_since_ < 100 * millisecond
                 ? 2 * millisecond
                 : 5 * millisecond);
  control.awaited.store(0);
  const std::int64_t now = monotonic_now();
  if (now - last_look_ > overslept)
    timeout_from_ = now;
  last_look_ = now;
}

/// Returns true if no living worker will ever claim the next chunk. The cursors
/// are read before the word: a worker moves its cursor past a chunk only after
/// it has claimed it.
bool Parent::next_is_forgotten() const {
  for (const std::uint32_t slot : crew_.alive())
    if (board_.worker(slot).cursor.load() <= next_)
      return false;
  return state_of(board_.chunk(next_).word.load()) == ChunkState::free;
}

Parent::Turn Parent::replace_lost() {
  const bool forgotten = next_is_forgotten();
  const unsigned count = std::max(to_replace_, forgotten ? 1u : 0u);
  if (count == 0)
    return Turn::waited;
  to_replace_ = 0;
  replacements_ += count;
  bool all_forked = false;
  if (replacements_ <= most_replacements + workers_ &&
      fork_workers(count, all_forked) == Turn::child)
    return Turn::child;
  if (forgotten && next_ >= board_.control().limit.load())
    give_up_ = left;
  else if (!all_forked && forgotten)
    give_up_ = lost_workers;
  return Turn::waited;
}

void Parent::check_stopped() {
  if (last_look_ - last_stop_check_ < stop_check_interval)
    return;
  last_stop_check_ = last_look_;
  for (const std::uint32_t slot : crew_.alive()) {
    const pid_t pid = crew_.pid(slot);
    seen_stopped_[slot] = process_state(pid) == 'T' ? seen_stopped_[slot] + 1 : 0;
    if (seen_stopped_[slot] < stopped_too_often)
      continue;
    seen_stopped_[slot] = 0;
    crew_.end(slot);
    lost_worker({slot, pid, "being stopped"}, Loss::crash);
  }
}

} // namespace paraloop
