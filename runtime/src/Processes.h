// Processes.h: one child process that we own.
//
// In: the pid that fork() returned. Out: whether it ended; its end. Waits only
// for this child, never for any child, so that the children of the program
// itself stay the program's.

#ifndef PARALOOP_PROCESSES_H
#define PARALOOP_PROCESSES_H

#include <string>
#include <sys/types.h>

namespace paraloop {

class ChildProcess {
public:
  ChildProcess() = default;
  /// Takes over the child `pid`.
  explicit ChildProcess(pid_t pid);

  pid_t pid() const { return pid_; }
  bool alive() const { return pid_ > 0; }
  int pidfd() const { return pidfd_; }

  /// reap_if_ended() returns true, once, when the child has ended; alive() is
  /// false from then on.
  bool reap_if_ended();

  /// kill() kills the child and everything that it started; end() also waits
  /// until the child is gone.
  void kill();
  void end();

  /// how_it_ended() returns "signal 9", "exit status 3" or "an unknown way",
  /// for messages.
  const std::string &how_it_ended() const { return how_; }

private:
  void forget();
  int wait_for_it(int options);

  pid_t pid_ = -1;
  bool killed_ = false;
  int pidfd_ = -1; // -1 where the kernel has none; then the pid has to do
  std::string how_ = "an unknown way";
};

/// move_up() moves a descriptor to 10 or above, close-on-exec, so that the
/// program's own low numbers stay free and a closed stdout isn't taken for
/// ours. Returns -1 (and closes `descriptor`) on failure.
int move_up(int descriptor);

} // namespace paraloop

#endif
