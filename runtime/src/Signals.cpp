// Signals.cpp: in: the program's signal mask. Out: the same mask, later.

#include "Signals.h"

#include <algorithm>
#include <ctime>
#include <sys/wait.h>

namespace paraloop {
namespace {

sigset_t only_sigchld() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGCHLD);
  return set;
}

bool is_pending() {
  sigset_t pending;
  return sigpending(&pending) == 0 && sigismember(&pending, SIGCHLD) == 1;
}

/// Ours are reaped, so a child that has news to tell is the program's own.
bool program_has_news() {
  siginfo_t info{};
  return waitid(P_ALL, 0, &info,
                WEXITED | WSTOPPED | WCONTINUED | WNOHANG | WNOWAIT) == 0 &&
         info.si_pid != 0;
}

} // namespace

ChildSignals::ChildSignals() {
  const sigset_t set = only_sigchld();
  pthread_sigmask(SIG_BLOCK, &set, &program_mask_);
  was_pending_ = is_pending();
}

ChildSignals::~ChildSignals() {
  if (!was_pending_ && !ours_.empty())
    drain();
  pthread_sigmask(SIG_SETMASK, &program_mask_, nullptr);
}

void ChildSignals::drain() {
  const sigset_t set = only_sigchld();
  const timespec now{0, 0};
  siginfo_t info{};
  if (sigtimedwait(&set, &info, &now) != SIGCHLD)
    return;
  const bool from_ours =
      std::find(ours_.begin(), ours_.end(), info.si_pid) != ours_.end();
  // Several SIGCHLD become one, so ours may have swallowed one of the program's
  // children.
  if (!from_ours || program_has_news())
    raise(SIGCHLD);
}

AllBlocked::AllBlocked() {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before_);
}

AllBlocked::~AllBlocked() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

void leave_terminal_signals_to_parent() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) {
    struct sigaction action {};
    if (sigaction(signal, nullptr, &action) != 0)
      continue;
    if (action.sa_handler == SIG_DFL || action.sa_handler == SIG_IGN)
      continue;
    action.sa_handler = SIG_IGN;
    action.sa_flags = 0;
    sigaction(signal, &action, nullptr);
  }
}

} // namespace paraloop
