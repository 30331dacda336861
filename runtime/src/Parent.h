// Parent.h: the parent's half of a region.
//
// In: a loop that is worth workers. Out: its chunks in order, or the iteration
// from which to go on natively.

#ifndef PARALOOP_PARENT_H
#define PARALOOP_PARENT_H

#include "Board.h"
#include "Chunks.h"
#include "Crew.h"
#include "Growth.h"
#include "Native.h"
#include "Output.h"
#include "Pace.h"
#include "Progress.h"
#include "Report.h"
#include "SharedMemory.h"
#include "paraloop/region.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace paraloop {

class Parent {
public:
  /// Setup is what was decided before the memory was laid out.
  struct Setup {
    Chunks chunks;
    unsigned workers;   ///< How many to fork at the start.
    unsigned held_back; ///< How many more if the first needs a while.
    unsigned cpus;      ///< 0: the user gave the number of workers.
    std::uint32_t slots;
  };

  /// plan() decides on chunks and workers.
  static Setup plan(const Site &site, TripCount trips);

  /// EXPECTS: Board::bytes_needed() of `memory` and something for each segment
  /// are there.
  Parent(Site &site, const Setup &setup, const SharedMemory &memory,
         std::uint64_t before, bool judged);
  ~Parent();
  Parent(const Parent &) = delete;
  Parent &operator=(const Parent &) = delete;

  // What Region promises; see region.h.
  Step next();
  Reader record() const;
  std::uint64_t resume_at() const { return resume_at_; }

  /// raised_flags() returns the floating-point exceptions of the chunk that
  /// next() announced.
  std::uint32_t raised_flags() const {
    return static_cast<std::uint32_t>(record_.flags);
  }

  /// break_off() ends the workers where an update in the caller's hands has
  /// thrown. Instead of a further next(); the report is complete then.
  void break_off();

  /// worker() returns the worker half, in a process in which next() returned
  /// Step::work.
  Worker &worker() { return crew_.worker(); }

  /// running_at_start() returns where the first chunk finds its running values.
  std::byte *running_at_start() const { return running_values(board_, -1); }

  /// reason() returns why the rest runs natively, after Step::finished.
  const NativeReason &reason() const { return reason_; }
  const Report &report() const { return report_; }

private:
  /// Turn is what one turn of waiting came to.
  enum class Turn { child, waited };

  Turn fork_workers(unsigned count, bool &all_forked);
  Turn start();
  std::uint64_t unclaimed();

  void retire(bool whole);
  std::optional<Step> look_at_next();
  std::optional<Step> take(std::uint32_t owner);
  bool read_record(std::uint32_t owner, const Chunk &chunk,
                   Record &record) const;
  Step finish(std::uint64_t resume_at, const NativeReason &reason);
  void judge_pace();
  void note_experience();

  Turn wait_a_moment();
  std::uint64_t awaited_chunk() const;
  bool is_done(std::uint64_t index) const;
  void sleep();
  /// What became of a worker that holds a chunk.
  enum class Loss { crash, timeout };
  void lost_worker(const Crew::Death &death, Loss loss);
  void give_back(std::uint64_t index, const std::string &why, Loss loss);
  bool crashed_too_often(std::uint64_t index) const;
  void check_claim();
  bool next_is_forgotten() const;
  Turn replace_lost();
  Turn fork_more();
  void check_timeout();
  void timed_out(std::uint32_t slot, std::uint64_t iteration);
  void skip(std::uint64_t iteration);
  void complete_report();
  void refuse_to_go_on() const;
  void show_progress();
  [[noreturn]] void report_finding(std::uint32_t owner, const Chunk &chunk,
                                   const Record &record);
  void check_stopped();

  Site &site_;
  const Chunks chunks_;
  const unsigned workers_;
  unsigned held_back_;
  const bool judged_; // whether the workers' pace matters
  Board board_;
  Crew crew_;
  Output output_;
  Growth growth_;
  Pace pace_;
  Progress progress_;
  Report report_;
  NativeReason reason_;

  bool started_ = false;
  const std::uint64_t before_; // iterations that the loop had before
  std::uint64_t next_ = 0;     // the chunk to be applied next
  std::uint64_t unclaimed_from_ =
      0; // all chunks before this one are or were claimed
  std::uint64_t resume_at_ = 0;
  bool drains_ = false; // the workers are too slow: what is done is still used
  bool ended_ = false;  // a worker has found the end of the loop at resume_at_
  std::int64_t began_;  // when the region did, in ns
  std::int64_t waited_ = 0; // ns

  // The record in the caller's hands.
  bool applying_ = false;
  Record record_;
  std::uint32_t owner_ = 0;

  // Trouble.
  struct Crashes {
    unsigned count = 0;
    std::string how; // the last one, for a message
  };
  std::map<std::uint64_t, Crashes> crashes_;   // of chunks
  std::map<std::uint64_t, unsigned> timeouts_; // of iterations
  unsigned to_replace_ = 0; // workers that died holding a chunk
  unsigned replacements_ =
      0; // workers forked for them since the last chunk was applied
  NativeReason give_up_; // set: go on natively from the next chunk
  std::vector<unsigned> seen_stopped_; // for each slot: how often in a row

  // Waiting; all in ns of the monotonic clock.
  std::int64_t waiting_since_ = 0; // 0: not waiting
  std::int64_t last_look_ = 0;
  std::int64_t last_stop_check_ = 0;
  std::int64_t timeout_from_ =
      0; // time before doesn't count: the machine, or this process, was asleep
};

} // namespace paraloop

#endif
