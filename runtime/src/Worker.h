// Worker.h: a worker's half of a region.
//
// In: the board, a slot on it, redirected streams. Out: chunks claimed, records
// published.

#ifndef PARALOOP_WORKER_H
#define PARALOOP_WORKER_H

#include "Board.h"
#include "Capture.h"
#include "Chunks.h"
#include "LostWrites.h"
#include "PrintWatch.h"
#include "ProcessState.h"
#include "RecordSpace.h"
#include "StreamState.h"
#include "Turn.h"
#include "paraloop/region.h"
#include "paraloop/updates.h"

#include <memory>
#include <optional>
#include <sys/types.h>

namespace paraloop {

/// Printer is the update with which the parent prints what was printed between
/// two updates; its operand is a Printed.
struct Printer {
  detail::Thunk print;
  const void *update;
};

class Worker {
public:
  /// Birth is what the parent knows about the worker that it forks.
  struct Birth {
    const Board &board;
    const Chunks &chunks;
    std::uint32_t slot;
    std::uint64_t first_chunk; ///< All chunks before this one are applied.
    const Options &options;    ///< Of the loop.
    const Printer &printer;
  };

  /// Takes over stdout and stderr as they are
  /// now.
  Worker(const Birth &birth, const WorkerOutput &output);

  // What Region promises; see region.h.
  bool claim(Chunk &chunk);
  Writer &writer() { return writer_; }
  bool begin(std::uint64_t iteration);
  /// watches_iterations() returns false if begin() would do nothing in the
  /// claimed chunk.
  bool watches_iterations() const;
  void update_begins(detail::PrintMarks &marks, detail::UpdateWriter &updates);
  const std::byte *running_before();
  std::byte *running_after();
  void commit();
  void leave(std::uint64_t iteration);
  void end(std::uint64_t iteration);
  [[noreturn]] void exit();

  /// check() makes every change an error that lost_writes() isn't told about
  /// (PARALOOP_CHECK=1). `local` is a variable of the function that holds the
  /// loop.
  void check(const void *local);
  /// lost_writes() returns null where nothing is checked.
  LostWrites *lost_writes() const { return lost_writes_.get(); }

  /// abandon() ends this process in the middle of a chunk, which then runs
  /// natively.
  [[noreturn]] void abandon();

private:
  bool nothing_strange_happened();
  Printed take_printed();
  void end_stretch(detail::UpdateWriter &updates);
  bool end_record(Record &record);
  void make_room();
  bool take_next(std::uint64_t &index);
  std::uint64_t look_for_lost_writes(Record &record, std::uint64_t stop);
  void publish(Record &record, std::uint64_t stop);
  bool is_skipped(std::uint64_t iteration) const;
  void end_iteration(std::int64_t now);
  void ring();

  const Board &board_;
  const Chunks &chunks_;
  const std::uint32_t slot_;
  const bool timed_;  ///< The start of each iteration has to be noted.
  const bool ranked_; ///< The slowest iterations are asked for.
  const bool silent_; ///< A chunk that prints has to run natively.
  const Printer printer_;
  const pid_t parent_;
  WorkerSlot &own_;
  Control &control_;
  const Turn turn_;
  bool in_turn_ = false; // the claimed chunk has taken over running values
  WorkerOutput output_;
  PrintWatch watch_;
  Printed first_;        // what the chunk printed before its first update
  bool certain_ = true;  // the order of all that the chunk printed is known
  bool printed_ = false; // the chunk has printed something
  StreamState state_at_fork_;
  ProcessState process_at_fork_;
  Writer writer_;
  Chunk chunk_;
  bool claimed_ = false;             // a chunk is claimed and not yet published
  bool left_ = false;                // nothing that comes later matters
  RecordSpace space_;                // of the segment
  std::uint64_t printed_before_ = 0; // bytes captured when it was empty last
  std::int64_t claimed_at_ = 0;      // ns of the monotonic clock
  std::uint32_t flags_at_claim_ = 0; // floating-point exceptions
  Report::Slow running_;             // begun at `time`
  std::array<Report::Slow, 5> slowest_; // of the chunk
  std::unique_ptr<LostWrites> lost_writes_;
};

/// become_worker() makes this freshly forked process a worker: it dies with
/// `parent`, is the first that the kernel kills when memory runs out, dumps no
/// core, and treats itself as a worker from now on.
void become_worker(pid_t parent);

/// end_worker() ends this process at once; coverage counts are written before.
[[noreturn]] void end_worker();

} // namespace paraloop

#endif
