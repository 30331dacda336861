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
  /// Blocks those of SIGCHLD, SIGINT, SIGTERM and the like for which the
  /// program has a handler.
  HeldSignals();
  HeldSignals(const HeldSignals &) = delete;
  HeldSignals &operator=(const HeldSignals &) = delete;

  /// Takes away the SIGCHLD of our own children, passes on one that the
  /// program's own child sent, and restores the mask; held signals arrive now.
  /// EXPECTS: all of our children are reaped.
  ~HeldSignals();

  /// ours() notes a child of ours.
  void ours(pid_t pid) { ours_.push_back(pid); }

  /// let_in() unblocks all but SIGCHLD: an update is about to be executed,
  /// which may wait for a signal, or start programs, which inherit what is
  /// blocked. hold() blocks them again.
  void let_in();
  void hold();

  /// program_mask() returns the signal mask that the program had.
  const sigset_t &program_mask() const { return program_mask_; }

  /// handler_is_due() returns true if a signal waits for a handler of the
  /// program, or came to one during an update. The loop then has to go on
  /// natively: the handler may set a variable that the body looks at, and
  /// workers don't see it.
  bool handler_is_due() const;

private:
  void drain();

  void wrap(int signal);
  void unwrap(int signal) const;

  sigset_t program_mask_;
  sigset_t held_; // what we block
  bool let_in_ = false;
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

/// note_signals_with_handlers() replaces the program's signal handlers in this
/// worker by one that notes the signal: the program's has to run once, in the
/// parent. Programs that the body starts find the default action, as they do in
/// the sequential program. Handlers of faults (SIGSEGV, ...) stay.
void note_signals_with_handlers();

/// signal_was_noted() returns true if a signal came for one of these handlers.
bool signal_was_noted();

} // namespace paraloop

#endif
