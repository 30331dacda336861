// ParentWait.cpp: what the parent does while the next chunk isn't done: it
// sleeps, notices workers that died, were stopped or take too long, and forks
// new ones. All waits are bounded, so that nothing that a worker does or fails
// to do can keep the parent asleep.

#include "Fatal.h"
#include "Parent.h"
#include "ProcFs.h"

#include <algorithm>
#include <cstdio>

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

/// A longer time between two looks means that this process or the whole machine
/// slept.
constexpr std::int64_t overslept = 1000 * millisecond;

} // namespace

Parent::Turn Parent::wait_a_moment() {
  sleep();
  for (const Crew::Death &death : crew_.reap())
    lost_worker(death);
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

void Parent::sleep() {
  if (waiting_since_ == 0)
    waiting_since_ = last_look_ = last_stop_check_ = monotonic_now();
  Control &control = board_.control();
  const std::uint32_t rings = control.doorbell.load();
  // A first worker that is quick is best left alone.
  const std::uint64_t awaited = held_back_ != 0 ? board_.chunks() - 1 : next_;
  control.awaited.store(awaited + 1);
  // Sequentially consistent, like the store before: see Worker::publish().
  if (state_of(board_.chunk(awaited).word.load()) != ChunkState::done)
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

void Parent::lost_worker(const Crew::Death &death) {
  std::uint32_t unapplied = 0;
  for (std::uint64_t index = next_; index < chunks_.count(); ++index) {
    const std::uint64_t word = board_.chunk(index).word.load();
    if (owner_of(word) != death.slot)
      continue;
    if (state_of(word) == ChunkState::done)
      ++unapplied;
    else if (state_of(word) == ChunkState::running)
      give_back(index, "worker " + std::to_string(death.pid) + " ended by " +
                           death.how);
  }
  crew_.bury(death.slot, unapplied);
}

/// Gives a chunk to another worker, but not a third time: a body that crashes
/// does so natively then, where a debugger and a core dump see it.
void Parent::give_back(std::uint64_t index, const std::string &why) {
  const Chunk chunk = chunks_.at(index);
  const unsigned attempts = ++attempts_[index];
  notice(site_, "iterations " + std::to_string(before_ + chunk.first) + " to " +
                    std::to_string(before_ + chunk.last - 1) + ": " + why +
                    (attempts < 2 ? "; they are run again"
                                  : "; they will run natively"));
  if (attempts >= 2) {
    board_.lower_limit(index);
    return;
  }
  ++report_.retries;
  ++to_replace_;
  unclaimed_from_ = std::min(unclaimed_from_, index);
  // The worker may have ended between saying that the loop ends here and
  // publishing that. The second run may find otherwise.
  board_.raise_limit(index + 1);
  board_.chunk(index).word.store(chunk_word(0, ChunkState::free));
}

/// A wild write of a body can hit the table of chunks: a chunk that belongs to
/// nobody would be awaited for ever.
void Parent::check_claim() {
  const std::uint64_t word = board_.chunk(next_).word.load();
  const ChunkState state = state_of(word);
  const bool owned =
      owner_of(word) < board_.slots() && crew_.pid(owner_of(word)) > 0;
  if (state == ChunkState::free || state == ChunkState::done ||
      (state == ChunkState::running && owned))
    return;
  if (attempts_[next_] < 2)
    give_back(next_, "its claim is damaged");
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

/// Only the next chunk counts. A later iteration that hangs may be one that the
/// sequential program never reaches.
void Parent::check_timeout() {
  const std::int64_t limit = site_.options().timeout().count();
  const std::uint64_t word = board_.chunk(next_).word.load();
  if (limit <= 0 || state_of(word) != ChunkState::running ||
      owner_of(word) >= board_.slots())
    return;
  const WorkerSlot &worker = board_.worker(owner_of(word));
  const std::int64_t started = worker.started.load(std::memory_order_acquire);
  const std::uint64_t iteration = worker.iteration.load();
  const Chunk chunk = chunks_.at(next_);
  if (started == 0 || iteration < chunk.first || iteration >= chunk.last)
    return;
  if (monotonic_now() - std::max(started, timeout_from_) <= limit)
    return;
  crew_.end_all();
  char seconds[32];
  std::snprintf(seconds, sizeof seconds, "%lld.%03lld",
                static_cast<long long>(limit / (1000 * millisecond)),
                static_cast<long long>(limit / millisecond % 1000));
  fatal(exit_timeout, place_of(site_) + ": iteration " +
                          std::to_string(before_ + iteration) +
                          " took longer than its timeout of " + seconds +
                          " s, so the program was ended; if that is a normal "
                          "time, give the loop a longer timeout");
}

void Parent::check_stopped() {
  if (last_look_ - last_stop_check_ < stop_check_interval)
    return;
  last_stop_check_ = last_look_;
  for (const std::uint32_t slot : crew_.alive()) {
    const pid_t pid = crew_.pid(slot);
    seen_stopped_[slot] = is_stopped(pid) ? seen_stopped_[slot] + 1 : 0;
    if (seen_stopped_[slot] < stopped_too_often)
      continue;
    seen_stopped_[slot] = 0;
    crew_.end(slot);
    lost_worker({slot, pid, "being stopped"});
  }
}

} // namespace paraloop
