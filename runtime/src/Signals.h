// Signals.h: keeps our children's deaths away from the program's signal
// handlers, and notices signals that the loop's body should see.
//
// In: the program's handlers. Out: SIGCHLD, and signals from outside that have
// a handler, blocked as long as the object lives; the program's mask as it was
// after.

#ifndef PARALOOP_SIGNALS_H
#define PARALOOP_SIGNALS_H

#include <csignal>
#include <sys/types.h>
#include <vector>

namespace paraloop {

class HeldSignals {
public:
  /// Blocks SIGCHLD in this thread, and those of SIGINT, SIGTERM, SIGHUP and
  /// SIGQUIT for which the program has a handler.
  HeldSignals();
  HeldSignals(const HeldSignals &) = delete;
  HeldSignals &operator=(const HeldSignals &) = delete;

  /// Takes away the SIGCHLD of our own children, passes on one that the
  /// program's own child sent, and restores the mask; held signals arrive now.
  /// EXPECTS: all of our children are reaped.
  ~HeldSignals();

  /// ours() notes a child of ours.
  void ours(pid_t pid) { ours_.push_back(pid); }

  /// program_mask() returns the signal mask that the program had.
  const sigset_t &program_mask() const { return program_mask_; }

  /// handler_is_due() returns true if a signal waits for a handler of the
  /// program. The loop then has to go on natively: the handler may set a
  /// variable that the body looks at, and workers don't see it.
  bool handler_is_due() const;

private:
  void drain();

  sigset_t program_mask_;
  std::vector<int> handled_; // the signals that we block for their handlers
  bool was_pending_;
  std::vector<pid_t> ours_;
};

/// AllBlocked blocks every signal as long as it lives: between fork() and the
/// end of a worker's set-up no handler of the program may run in the worker.
class AllBlocked {
public:
  AllBlocked();
  ~AllBlocked();
  AllBlocked(const AllBlocked &) = delete;
  AllBlocked &operator=(const AllBlocked &) = delete;

private:
  sigset_t before_;
};

/// leave_terminal_signals_to_parent() makes this worker ignore those of SIGINT,
/// SIGTERM, SIGHUP and SIGQUIT for which the program has a handler: it has to
/// run once, in the parent.
void leave_terminal_signals_to_parent();

} // namespace paraloop

#endif
