// ParentTrouble.cpp: what becomes of iterations whose worker died, or that take
// too long, by the loop's options: they are run again, run natively, skipped,
// or they end the program with a message. So do those that change what nobody
// knows of, if that is checked.

#include "Fatal.h"
#include "Parent.h"

#include <algorithm>
#include <cstdio>

namespace paraloop {
namespace {

std::string in_seconds(std::int64_t time) {
  char text[40];
  std::snprintf(text, sizeof text, "%lld.%03lld s",
                static_cast<long long>(time / 1000000000),
                static_cast<long long>(time / 1000000 % 1000));
  return text;
}

std::string iterations(std::uint64_t first, std::uint64_t last) {
  return first + 1 == last ? "iteration " + std::to_string(first)
                           : "iterations " + std::to_string(first) + " to " +
                                 std::to_string(last - 1);
}

} // namespace

void Parent::lost_worker(const Crew::Death &death, Loss loss) {
  std::uint32_t unapplied = 0;
  for (std::uint64_t index = next_; index < chunks_.count(); ++index) {
    const std::uint64_t word = board_.chunk(index).word.load();
    if (owner_of(word) != death.slot)
      continue;
    if (state_of(word) == ChunkState::done)
      ++unapplied;
    else if (state_of(word) == ChunkState::running)
      give_back(index,
                "worker " + std::to_string(death.pid) + " ended by " +
                    death.how,
                loss);
  }
  crew_.bury(death.slot, unapplied);
}

bool Parent::crashed_too_often(std::uint64_t index) const {
  const auto found = crashes_.find(index);
  return found != crashes_.end() &&
         found->second.count > site_.options().retries_after_crash();
}

/// Gives a chunk to another worker, as often as the options say. After that a
/// body that crashes does so natively, where a debugger and a core dump see it.
void Parent::give_back(std::uint64_t index, const std::string &why, Loss loss) {
  const Chunk chunk = chunks_.at(index);
  if (loss == Loss::crash) {
    ++crashes_[index].count;
    crashes_[index].how = why;
  }
  const bool again = !crashed_too_often(index);
  notice(site_, iterations(before_ + chunk.first, before_ + chunk.last) + ": " +
                    why +
                    (again ? "; run again" : "; not run in a worker again"));
  if (!again) {
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
  if (!crashed_too_often(next_))
    give_back(next_, "its claim is damaged", Loss::crash);
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
  timed_out(owner_of(word), iteration);
}

/// The iteration's worker ends, and what it did of the chunk is lost.
void Parent::timed_out(std::uint32_t slot, std::uint64_t iteration) {
  const Options &options = site_.options();
  const bool again = timeouts_[iteration]++ < options.retries_after_timeout();
  if (!again && options.on_timeout() != OnTimeout::skip) {
    crew_.end_all();
    fatal(exit_timeout,
          place_of(site_) + ": iteration " +
              std::to_string(before_ + iteration) +
              " took longer than its timeout of " +
              in_seconds(options.timeout().count()) +
              ", so the program was ended; if that is a normal time, give the "
              "loop a longer timeout");
  }
  const pid_t pid = crew_.pid(slot);
  crew_.end(slot);
  if (!again)
    skip(iteration);
  lost_worker({slot, pid, "its timeout"}, Loss::timeout);
}

void Parent::skip(std::uint64_t iteration) {
  Control &control = board_.control();
  const std::uint32_t count = control.skips.load();
  announce(site_, "iteration " + std::to_string(before_ + iteration) +
                      " took longer than its timeout of " +
                      in_seconds(site_.options().timeout().count()) +
                      " and is skipped");
  ++report_.skipped;
  if (count == most_skips)
    fatal(exit_timeout, place_of(site_) + ": more than " +
                            std::to_string(most_skips) +
                            " iterations of one chunk took longer than their "
                            "timeout; give the loop a shorter chunk");
  control.skipped[count] = iteration;
  control.skips.store(count + 1);
}

/// The updates that came before are applied, nothing of this chunk is.
void Parent::report_finding(std::uint32_t owner, const Chunk &chunk,
                            const Record &record) {
  const std::string text(
      reinterpret_cast<const char *>(board_.segment(owner) + record.offset),
      record.size);
  crew_.end_all();
  const std::string place = place_of(site_) + ": ";
  if (record.finding != static_cast<std::uint64_t>(Finding::lost_writes))
    fatal(exit_broken, place + "lost writes can't be looked for: " + text +
                           "; unset PARALOOP_CHECK to run the loop unchecked");
  fatal(exit_broken,
        place + iterations(before_ + chunk.first, before_ + chunk.last) +
            " changed " + text +
            ". The change was made where paraloop can't see it, and would be "
            "lost, so the program was ended. Let the function return the "
            "value, and change the variable in the loop's body; or make it a "
            "paraloop::SharedVariable; or, if such a change doesn't matter, "
            "set PARALOOP_CHECK_IGNORE to the variable's name");
}

/// Ends the program where the rest of the loop must not run natively.
void Parent::refuse_to_go_on() const {
  const Control &control = board_.control();
  for (std::uint32_t i = 0; i < control.skips.load(); ++i)
    if (reason_ && control.skipped[i] >= resume_at_)
      fatal(exit_timeout,
            place_of(site_) + ": iteration " +
                std::to_string(before_ + control.skipped[i]) +
                " was to be skipped, but its chunk can't run in a worker");
  if (!reason_.is(crashed) || site_.options().on_crash() != OnCrash::error)
    return;
  const Chunk chunk = chunks_.at(next_);
  const auto found = crashes_.find(next_);
  fatal(exit_broken,
        place_of(site_) + ": " +
            iterations(before_ + chunk.first, before_ + chunk.last) + ": " +
            (found == crashes_.end() ? "the record is damaged"
                                     : found->second.how) +
            "; on_crash = error, so the program was ended");
}

} // namespace paraloop
