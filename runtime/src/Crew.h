// Crew.h: the worker processes of a region, as the parent sees them.
//
// In: the board. Out: workers forked, reaped, killed; each with a slot on the
// board and capture files.

#ifndef PARALOOP_CREW_H
#define PARALOOP_CREW_H

#include "Board.h"
#include "Capture.h"
#include "Chunks.h"
#include "Processes.h"
#include "Signals.h"
#include "Worker.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace paraloop {

class Crew {
public:
  /// EXPECTS: `board` and `chunks` outlive the crew. `options` are
  /// those of the loop.
  Crew(const Board &board, const Chunks &chunks, const Options &options,
       const Printer &printer);
  /// Ends and reaps everything.
  ~Crew() { end_all(); }
  Crew(const Crew &) = delete;
  Crew &operator=(const Crew &) = delete;

  enum class Forked { parent, child, failed };

  /// fork_worker() forks one worker, which looks for chunks from `first_chunk`
  /// on. In the child it returns Forked::child, and worker() is there.
  Forked fork_worker(std::uint64_t first_chunk);

  /// worker() returns this process's worker half. EXPECTS: fork_worker()
  /// returned Forked::child.
  Worker &worker() { return *worker_; }

  /// Death is the end of a worker that the parent didn't ask for.
  struct Death {
    std::uint32_t slot;
    pid_t pid;
    std::string how;
  };

  /// reap() returns the workers that ended since the last call.
  std::vector<Death> reap();

  /// end() kills the worker in `slot`; nothing if there is none. end_all() ends
  /// all.
  void end(std::uint32_t slot);
  void end_all();

  /// let_finish() gives the workers, which have nothing left to do, time to
  /// write coverage counts.
  void let_finish();

  /// bury() notes that the dead worker in `slot` left `unapplied` finished
  /// chunks behind; its segment and its files can be given to another worker
  /// when these are applied.
  void bury(std::uint32_t slot, std::uint32_t unapplied);

  /// applied() notes that one chunk of the worker in `slot`, dead or alive, was
  /// applied.
  void applied(std::uint32_t slot);

  /// alive() returns the slots of the living workers.
  std::vector<std::uint32_t> alive() const;
  pid_t pid(std::uint32_t slot) const { return members_[slot].process.pid(); }
  /// is_full() returns true if a worker waits for the parent to catch up.
  bool is_full(std::uint32_t slot) const {
    return board_.worker(slot).asleep.load() != 0;
  }
  const CaptureFiles &files(std::uint32_t slot) const {
    return members_[slot].files;
  }
  const CapturePlan &plan() const { return plan_; }

  HeldSignals &signals() { return signals_; }

  /// forked() returns the number of workers forked in all.
  std::uint64_t forked() const { return forked_; }

private:
  struct Member {
    ChildProcess process;
    CaptureFiles files;
    std::uint32_t unapplied = 0; // chunks of a dead worker
  };

  std::optional<std::uint32_t> free_slot() const;
  bool has_descriptors(const CaptureFiles &files) const;
  pid_t fork_blocked(std::uint32_t slot, std::uint64_t first_chunk);
  void set_up_worker(std::uint32_t slot, std::uint64_t first_chunk,
                     pid_t parent);

  const Board &board_;
  const Chunks &chunks_;
  const Options options_;
  const Printer printer_;
  const CapturePlan plan_;
  HeldSignals signals_; // before the members, so that it outlives them
  std::vector<Member> members_;
  std::uint64_t forked_ = 0;
  std::unique_ptr<Worker> worker_;
};

} // namespace paraloop

#endif
