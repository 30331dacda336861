// Worker.cpp: in: free chunks. Out: records.

#include "Worker.h"

#include "Config.h"
#include "ExitGuard.h"
#include "FaultPoints.h"
#include "FloatingPoint.h"
#include "OpenFiles.h"
#include "Signals.h"

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

// Coverage tools write their counts in exit handlers, which a worker doesn't
// run. Null without such a tool.
extern "C" {
__attribute__((weak)) void __gcov_exit(void);
__attribute__((weak)) int __llvm_profile_write_file(void);
}

namespace paraloop {
namespace {

bool this_is_a_worker = false;

/// Workers that are so far ahead of the parent wait, so that the memory of
/// records stays bounded whatever their size; captured output is not counted.
/// In bytes; all workers together.
constexpr std::size_t whole_budget = std::size_t{1} << 30;
constexpr std::size_t least_budget = std::size_t{1} << 20;
constexpr std::size_t most_budget = std::size_t{64} << 20;

std::size_t budget_of_one(const Board &board) {
  const std::size_t share = whole_budget / board.slots();
  return std::min(std::max(least_budget, std::min(share, most_budget)),
                  board.segment_size() / 4);
}

} // namespace

bool in_worker() { return this_is_a_worker; }

void become_worker(pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  // The parent may have died before the line above.
  if (getppid() != parent)
    _exit(1);
  this_is_a_worker = true;
  // Best effort, both: without them only the choice of the victim and the place
  // of a core dump are worse.
  const int file = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
  if (file >= 0) {
    [[maybe_unused]] const ssize_t written = write(file, "1000", 4);
    close(file);
  }
  rlimit core{};
  if (getrlimit(RLIMIT_CORE, &core) == 0) {
    core.rlim_cur = 0;
    setrlimit(RLIMIT_CORE, &core);
  }
  note_signals_with_handlers();
  forget_unwritten_text();
}

void end_worker() {
  if (__gcov_exit)
    __gcov_exit();
  if (__llvm_profile_write_file)
    __llvm_profile_write_file();
  _exit(0);
}

Worker::Worker(const Birth &birth, const WorkerOutput &output)
    : board_(birth.board), chunks_(birth.chunks), slot_(birth.slot),
      timed_(birth.options.timeout().count() > 0),
      ranked_(!configuration().report.empty()),
      silent_(birth.options.replays_output()), printer_(birth.printer),
      parent_(getppid()), own_(board_.worker(slot_)),
      control_(board_.control()), turn_(board_, slot_), output_(output),
      writer_(board_.segment(slot_), board_.segment_size()),
      space_(board_.segment_size()) {
  own_.cursor.store(birth.first_chunk);
  board_.protect_others(slot_);
  guard_exit([](void *self) { static_cast<Worker *>(self)->abandon(); }, this);
}

void Worker::abandon() {
  if (claimed_)
    leave(chunk_.first);
  end_worker();
}

void Worker::exit() { end_worker(); }

/// Waits for the parent to apply records when too much is kept. The worker
/// holds no chunk meanwhile, so nobody waits for it.
void Worker::make_room() {
  const std::size_t most = budget_of_one(board_);
  for (;;) {
    const std::uint32_t applied = own_.applied.load(std::memory_order_acquire);
    space_.applied(applied);
    if (space_.empty()) {
      printed_before_ = output_.printed();
      return;
    }
    if (space_.outstanding() + (output_.printed() - printed_before_) <= most &&
        !space_.is_crowded())
      return;
    own_.asleep.store(1);
    ring();
    if (own_.applied.load() == applied)
      sleep_on(own_.applied, applied, 100000000);
    own_.asleep.store(0);
  }
}

bool Worker::take_next(std::uint64_t &index) {
  std::uint64_t cursor = own_.cursor.load(std::memory_order_relaxed);
  for (; cursor < control_.limit.load(std::memory_order_relaxed); ++cursor) {
    std::uint64_t free = chunk_word(0, ChunkState::free);
    auto &word = board_.chunk(cursor).word;
    // Claim before the cursor moves on, or the parent could take the chunk for
    // forgotten.
    const bool taken = word.load(std::memory_order_relaxed) == free &&
                       word.compare_exchange_strong(
                           free, chunk_word(slot_, ChunkState::running));
    own_.cursor.store(cursor + 1, std::memory_order_release);
    if (taken) {
      index = cursor;
      return true;
    }
  }
  return false;
}

bool Worker::claim(Chunk &chunk) {
  if (getppid() != parent_) // the death signal can have been reset by a program
                            // with other rights
    _exit(1);
  std::uint64_t index = 0;
  if (left_)
    return false;
  make_room();
  if (!take_next(index))
    return false;
  chunk_ = chunks_.at(index);
  claimed_ = true;
  in_turn_ = false;
  writer_ = Writer(board_.segment(slot_) + space_.offset(), space_.capacity());
  claimed_at_ = monotonic_now();
  if (own_.began.load(std::memory_order_relaxed) == 0)
    own_.began.store(claimed_at_, std::memory_order_relaxed);
  flags_at_claim_ = raised_flags();
  running_ = {};
  slowest_ = {};
  first_ = Printed();
  certain_ = true;
  printed_ = false;
  output_.begin_chunk();
  watch_.begin_chunk();
  fault_point("after_claim", control_.faults);
  chunk = chunk_;
  return true;
}

bool Worker::begin(std::uint64_t iteration) {
  if (is_skipped(iteration))
    return false;
  if (timed_ || ranked_) {
    const std::int64_t now = monotonic_now();
    end_iteration(now);
    running_ = {iteration, now};
    own_.iteration.store(iteration, std::memory_order_relaxed);
    own_.started.store(now, std::memory_order_release);
  }
  output_.begin_iteration();
  fault_point("mid_body", control_.faults);
  return true;
}

/// The parent skips iterations while no worker has the chunk.
bool Worker::watches_iterations() const {
  return timed_ || ranked_ || output_.notes_iterations() || has_fault_points ||
         control_.skips.load(std::memory_order_acquire) != 0;
}

bool Worker::is_skipped(std::uint64_t iteration) const {
  const std::uint32_t count = control_.skips.load(std::memory_order_acquire);
  return count != 0 && std::find(control_.skipped, control_.skipped + count,
                                 iteration) != control_.skipped + count;
}

void Worker::end_iteration(std::int64_t now) {
  if (ranked_ && running_.time != 0)
    insert(slowest_, {running_.iteration, now - running_.time});
  running_.time = 0;
}

/// Returns false if the chunk did something that only the parent can do for the
/// program: a handler of a signal that was to run, text in the buffer of a
/// file, the state of streams, of arithmetic or of the process changed.
bool Worker::nothing_strange_happened() {
  return !signal_was_noted() && !text_waits_in_files() &&
         state_at_fork_.still_holds() && process_at_fork_.still_holds() &&
         (flags_at_claim_ & ~raised_flags()) == 0 && !writer_.overflowed();
}

/// Takes what was printed since the stretch began, and notes whether its place
/// among the updates is known.
Printed Worker::take_printed() {
  Printed printed;
  const bool behind = !watch_.is_first();
  const bool missed = behind && watch_.missed_something();
  if (watch_.mixes_buffers())
    certain_ = false;
  certain_ = output_.end_stretch(printed) && certain_;
  if (behind &&
      (missed || !watch_.saw_all(printed) || !output_.follows_updates(printed)))
    certain_ = false;
  printed_ = printed_ || !printed.empty();
  return printed;
}

void Worker::update_begins(detail::PrintMarks &marks,
                           detail::UpdateWriter &updates) {
  if (watch_.something_was_printed())
    end_stretch(updates);
  watch_.count_update();
  watch_.set(marks);
}

void Worker::end_stretch(detail::UpdateWriter &updates) {
  const bool is_first = watch_.is_first();
  const Printed printed = take_printed();
  watch_.begin_stretch();
  if (is_first) {
    first_ = printed;
  } else if (!printed.empty()) {
    updates.head(printer_.print, printer_.update);
    updates.writer().value(printed);
  }
}

/// Returns true if the parent can do for the program all that the chunk did.
bool Worker::end_record(Record &record) {
  record.flags = raised_flags();
  const bool usual = nothing_strange_happened();
  const bool is_first = watch_.is_first();
  const Printed printed = take_printed();
  record.first = is_first ? printed : first_;
  if (!is_first)
    record.last = printed;
  record.wants_empty = output_.wants_empty();
  return usual && certain_ && !(silent_ && printed_);
}

const std::byte *Worker::running_before() {
  // The iteration is not to be blamed for the time.
  const std::int64_t started = own_.started.exchange(0);
  const std::int64_t since = monotonic_now();
  const std::byte *const running = turn_.await(chunk_.index, parent_);
  const std::int64_t waited = monotonic_now() - since;
  if (started != 0) {
    running_.time += waited;
    own_.started.store(started + waited, std::memory_order_release);
  }
  in_turn_ = running != nullptr;
  fault_point("in_turn", control_.faults);
  return running;
}

std::byte *Worker::running_after() {
  return running_values(board_, chunk_.index);
}

void Worker::commit() {
  Record record;
  publish(record, end_record(record) ? chunk_.last : chunk_.first);
}

void Worker::leave(std::uint64_t iteration) {
  Record record;
  // What the leaving iteration printed can't be told from what the others did:
  // do all of it again.
  const bool exact = end_record(record) && !printed_;
  publish(record, exact ? iteration : chunk_.first);
}

void Worker::end(std::uint64_t iteration) {
  Record record;
  const bool complete = end_record(record);
  record.ended = complete ? 1 : 0;
  publish(record, complete ? iteration : chunk_.first);
}

void Worker::check(const void *local) {
  lost_writes_ = std::make_unique<LostWrites>(local);
}

/// Returns where the chunk stops in the end. A chunk that gives back what it
/// can't finish may as well give back all: then nothing is lost.
std::uint64_t Worker::look_for_lost_writes(Record &record, std::uint64_t stop) {
  const LostWrites::Result result = lost_writes_->find();
  if (result.finding == Finding::nothing)
    return stop;
  if (stop != chunk_.last && record.ended == 0)
    return chunk_.first;
  writer_.rewind(0);
  writer_.bytes(result.text.data(), result.text.size());
  record = Record();
  record.finding = static_cast<std::uint64_t>(result.finding);
  left_ = true;
  board_.lower_limit(chunk_.index + 1);
  return chunk_.last;
}

void Worker::publish(Record &record, std::uint64_t stop) {
  fault_point("before_commit", control_.faults);
  if (lost_writes_ && stop != chunk_.first)
    stop = look_for_lost_writes(record, stop);
  if (stop == chunk_.first) {
    writer_.rewind(0);
    const std::uint64_t ended = record.ended;
    record = Record();
    record.ended = ended;
  }
  if (stop != chunk_.last) {
    left_ = true;
    board_.lower_limit(chunk_.index + 1);
    fault_point("after_limit", control_.faults);
  }
  record.offset = space_.offset();
  record.size = writer_.size();
  record.stop = stop;
  ChunkSlot &slot = board_.chunk(chunk_.index);
  slot.record = record;
  slot.checksum = Board::checksum(record, writer_.data());
  space_.add(writer_.size());
  own_.started.store(0, std::memory_order_relaxed);
  const std::int64_t now = monotonic_now();
  end_iteration(now);
  for (const Report::Slow &slow : slowest_)
    if (slow.iteration < stop)
      insert(own_.slowest, slow);
  own_.peak_bytes.store(
      std::max<std::uint64_t>(own_.peak_bytes.load(), space_.outstanding()));
  own_.busy.fetch_add(now - claimed_at_, std::memory_order_relaxed);
  own_.iterations.fetch_add(stop - chunk_.first, std::memory_order_relaxed);
  claimed_ = false;
  // Sequentially consistent, like the load in ring(): either the parent sees
  // `done`, or we see it sleep.
  slot.word.store(chunk_word(slot_, ChunkState::done));
  if (in_turn_)
    turn_.pass_on();
  if (left_ || control_.awaited.load() == chunk_.index + 1)
    ring();
  fault_point("after_commit", control_.faults);
}

/// Wakes the parent, if it sleeps.
void Worker::ring() {
  if (control_.awaited.load() == 0)
    return;
  control_.doorbell.fetch_add(1);
  wake(control_.doorbell);
}

} // namespace paraloop
