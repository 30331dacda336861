// Board.h: the shared memory of a region: who does which chunk, and what came
// out of it.
//
// In: the number of chunks and of worker slots. Out: one structure that the
// parent and its workers share without any lock, so that nothing can stay
// locked when a worker is killed.
//
//     | Control | ChunkSlot, one a chunk ... | WorkerSlot, one a worker ... |
//     segment | segment | ...
//
// A chunk's life:  free --(a worker's compare-and-swap)--> running --(the same
// worker's store)--> done
//                    ^--------(the parent, after that worker's death)--|
//
// All of it begins as zeroed pages, and zero bytes are the right start of every
// field below.

#ifndef PARALOOP_BOARD_H
#define PARALOOP_BOARD_H

#include "Report.h"
#include "SharedMemory.h"
#include "paraloop/region.h"

#include <atomic>
#include <cstddef>
#include <cstdint>

namespace paraloop {

enum class ChunkState : std::uint32_t { free = 0, running = 1, done = 2 };

/// chunk_word() packs a chunk's state and its owner (a worker slot) into one
/// word, so that a claim can't be half made.
constexpr std::uint64_t chunk_word(std::uint32_t owner, ChunkState state) {
  return static_cast<std::uint64_t>(owner) << 32 |
         static_cast<std::uint32_t>(state);
}
constexpr ChunkState state_of(std::uint64_t word) {
  return static_cast<ChunkState>(static_cast<std::uint32_t>(word));
}
constexpr std::uint32_t owner_of(std::uint64_t word) {
  return static_cast<std::uint32_t>(word >> 32);
}

/// StreamRange is where in a worker's capture file the output of one chunk is,
/// as offsets in bytes.
struct StreamRange {
  std::uint64_t begin = 0;
  std::uint64_t direct_end = 0; ///< [begin, direct_end) went past the buffer.
  std::uint64_t flushed_begin = 0; ///< [flushed_begin, flushed_end) came with
  std::uint64_t flushed_end = 0;   ///< and after the body's first flush.
  std::uint64_t file_begin = 0;    ///< [file_begin, file_end) was still in the
  std::uint64_t file_end = 0;      ///< buffer of the FILE when the chunk ended.
  std::uint64_t cpp_begin = 0;     ///< [cpp_begin, end) was still in the buffer
  std::uint64_t end = 0;           ///< of a C++ stream.
  std::uint32_t flushes = 0;       ///< 1 if the body flushed the stream.
  std::uint32_t unsure = 0; ///< 1 if direct and flushed can't be told apart.

  bool empty() const { return begin == end; }
};

/// Printed is what was printed in a stretch of a chunk.
struct Printed {
  StreamRange output[2];   ///< stdout and stderr.
  std::uint64_t calls = 0; ///< Where both are one file: so many Calls follow
                           ///< the bytes of stderr in its capture file.
  std::uint64_t most_at_once = 0; ///< No write to stdout was longer than this.

  bool empty() const { return output[0].empty() && output[1].empty(); }
};

/// Record describes a finished chunk. Written by the chunk's owner before it
/// stores `done`, read by the parent after it saw `done`.
struct Record {
  std::uint64_t offset = 0; ///< Where in the owner's segment the updates begin.
  std::uint64_t size = 0;   ///< Bytes of updates.
  std::uint64_t stop = 0;   ///< The first iteration that is not complete; the
                            ///< chunk's end if all are.
  std::uint64_t ended = 0;  ///< 1 if the loop has no iteration `stop`.
  Printed first;            ///< What was printed before the first update.
  Printed last; ///< What was printed after the last update, if there is one.
                ///< What was printed between is among the updates.
  std::uint64_t wants_empty = 0; ///< 1: nothing may wait in the parent's
                                 ///< buffer of stdout; 2: of stderr.
  std::uint64_t flags = 0;       ///< Floating-point exceptions that are raised.
  std::uint64_t finding = 0;     ///< A Finding: what the updates are, if none.
};

struct alignas(64) ChunkSlot {
  /// Workers: free to running, running to done. The parent: back to free, when
  /// the owner is dead.
  std::atomic<std::uint64_t> word;
  Record record;          ///< The owner, while running.
  std::uint32_t checksum; ///< The owner, while running: CRC-32C of the updates
                          ///< and the record.
};

struct WorkerSlot {
  // The worker writes these.
  alignas(64) std::atomic<std::uint64_t> cursor; ///< No chunk before this one
                                                 ///< will be claimed by it.
  std::atomic<std::uint64_t> iteration; ///< The iteration that began last.
  std::atomic<std::int64_t>
      started; ///< When, in ns of the monotonic clock; 0: none runs.
  std::atomic<std::int64_t> began; ///< When it claimed its first chunk, in ns
                                   ///< of the monotonic clock; 0: not yet.
  std::atomic<std::int64_t> busy; ///< Nanoseconds spent in finished chunks.
  std::atomic<std::uint64_t> iterations; ///< Iterations in finished chunks.
  std::atomic<std::uint64_t> peak_bytes; ///< The most that its records took.
  Report::Slow slowest[5];               ///< Of its finished chunks.
  std::atomic<std::uint32_t>
      asleep; ///< 1 while it waits for `applied` to change.

  // The parent writes this one, and wakes the worker that may sleep on it.
  alignas(64) std::atomic<std::uint32_t> applied; ///< How many of this worker's
                                                  ///< chunks it has applied.
};

/// Iterations of one chunk that may be skipped.
constexpr std::uint32_t most_skips = 64;

struct Control {
  /// Workers count it up, then wake the parent, when they finish the awaited
  /// chunk, and when they can't go on.
  alignas(64) std::atomic<std::uint32_t> doorbell;
  /// Parent: index + 1 of the chunk that it sleeps for; 0 while it is awake.
  std::atomic<std::uint64_t> awaited;
  /// Chunks from here on are not wanted any more. Lowered by the parent, and by
  /// a worker whose iteration leaves the loop; raised by the parent when that
  /// worker ended too early.
  std::atomic<std::uint64_t> limit;
  /// Iterations of the next chunk that are to be skipped; written by the
  /// parent while no worker has the chunk.
  std::atomic<std::uint32_t> skips;
  std::uint64_t skipped[most_skips];
  /// Workers count it up, then wake all that wait for their turn (Turn.h), if
  /// one does.
  std::atomic<std::uint32_t> turns;
  std::atomic<std::uint32_t> turn_is_awaited;
  /// The running values that chunks with an even and an odd index have left.
  /// Written by the chunk's owner before `done`, read by the next chunk's.
  alignas(64) std::byte running[2][running_bytes];
  /// Tests: how often the fault point was reached, counted by the workers.
  std::atomic<std::uint32_t> faults;
};

class Board {
public:
  /// EXPECTS: `memory` is large enough, see bytes_needed(), and outlives the
  /// board.
  Board(const SharedMemory &memory, std::uint64_t chunks, std::uint32_t slots);

  /// bytes_needed() returns the bytes of everything but the segments.
  static std::size_t bytes_needed(std::uint64_t chunks, std::uint32_t slots);

  std::uint64_t chunks() const { return chunks_; }
  std::uint32_t slots() const { return slots_; }
  Control &control() const { return *control_; }
  ChunkSlot &chunk(std::uint64_t index) const { return chunk_slots_[index]; }
  WorkerSlot &worker(std::uint32_t slot) const { return worker_slots_[slot]; }

  /// segment() returns where worker `slot` puts the updates of its chunks;
  /// segment_size() its bytes.
  std::byte *segment(std::uint32_t slot) const {
    return segments_ + slot * segment_size_;
  }
  std::size_t segment_size() const { return segment_size_; }

  /// protect_others() makes the segments of all workers but `slot` unreachable
  /// for this process, so that a wild write of the body is a crash of this
  /// worker and not damage to another's results.
  void protect_others(std::uint32_t slot) const;

  /// raise_limit() takes back that `index` is the limit, if it is.
  void raise_limit(std::uint64_t index) const;

  /// lower_limit() makes `limit` at most `index`.
  void lower_limit(std::uint64_t index) const;

  /// checksum() returns what ChunkSlot::checksum has to be for a record with
  /// these updates.
  static std::uint32_t checksum(const Record &record, const std::byte *updates);

private:
  std::uint64_t chunks_;
  std::uint32_t slots_;
  Control *control_;
  ChunkSlot *chunk_slots_;
  WorkerSlot *worker_slots_;
  std::byte *segments_;
  std::size_t segment_size_;
};

/// monotonic_now() returns nanoseconds of the monotonic clock, which all
/// processes share.
std::int64_t monotonic_now();

/// sleep_on() blocks until `word` no longer holds `value`, somebody calls
/// wake(), or `time` ns passed.
void sleep_on(std::atomic<std::uint32_t> &word, std::uint32_t value,
              std::int64_t time);
void wake(std::atomic<std::uint32_t> &word);

} // namespace paraloop

#endif
