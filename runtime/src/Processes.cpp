// Processes.cpp: in: a pid. Out: its end.

#include "Processes.h"

#include "ProcFs.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace paraloop {
namespace {

int open_pidfd(pid_t pid) {
  const auto descriptor = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
  return descriptor < 0 ? -1 : move_up(descriptor);
}

void send_kill(pid_t pid, int pidfd) {
  if (pidfd < 0 ||
      syscall(SYS_pidfd_send_signal, pidfd, SIGKILL, nullptr, 0) != 0)
    ::kill(pid, SIGKILL);
}

} // namespace

ChildProcess::ChildProcess(pid_t pid) : pid_(pid), pidfd_(open_pidfd(pid)) {}

/// Returns 1 if the child is gone, 0 if it still runs.
int ChildProcess::wait_for_it(int options) {
  siginfo_t info{};
  while (waitid(P_PID, static_cast<id_t>(pid_), &info, WEXITED | options) !=
         0) {
    if (errno == EINTR)
      continue;
    // ECHILD: the program ignores SIGCHLD, or reaped it itself. With WNOHANG
    // that means it is gone.
    return 1;
  }
  if (info.si_pid == 0)
    return 0;
  how_ = (info.si_code == CLD_EXITED ? "exit status " : "signal ") +
         std::to_string(info.si_status);
  return 1;
}

bool ChildProcess::reap_if_ended() {
  if (!alive() || wait_for_it(WNOHANG) == 0)
    return false;
  forget();
  return true;
}

void ChildProcess::kill() {
  if (!alive() || killed_ || reap_if_ended())
    return;
  killed_ = true;
  // What the body started would outlive the worker, so look for it first. Stop
  // the worker before, or it could start more meanwhile.
  ::kill(pid_, SIGSTOP);
  const std::vector<pid_t> started = descendants(pid_);
  send_kill(pid_, pidfd_);
  for (const pid_t pid : started)
    ::kill(pid, SIGKILL);
}

void ChildProcess::end() {
  kill();
  if (!alive())
    return;
  wait_for_it(0);
  forget();
}

void ChildProcess::forget() {
  if (pidfd_ >= 0)
    close(std::exchange(pidfd_, -1));
  pid_ = -1;
}

int move_up(int descriptor) {
  const int moved = fcntl(descriptor, F_DUPFD_CLOEXEC, 10);
  close(descriptor);
  return moved;
}

} // namespace paraloop
