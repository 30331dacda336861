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

/// Signals that come from outside or from a timer, at any moment: their
/// handlers usually set something that the body looks at.
constexpr int outside_signals[] = {SIGINT,  SIGTERM, SIGHUP,  SIGQUIT,
                                   SIGALRM, SIGUSR1, SIGUSR2, SIGVTALRM,
                                   SIGPROF, SIGIO,   SIGWINCH};

bool has_handler(int signal) {
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 &&
         action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN;
}

/// Ours are reaped, so a child that has news to tell is the program's own.
bool program_has_news() {
  siginfo_t info{};
  return waitid(P_ALL, 0, &info,
                WEXITED | WSTOPPED | WCONTINUED | WNOHANG | WNOWAIT) == 0 &&
         info.si_pid != 0;
}

} // namespace

HeldSignals::HeldSignals() {
  pthread_sigmask(SIG_SETMASK, nullptr, &program_mask_);
  sigset_t set = only_sigchld();
  for (const int signal : outside_signals) {
    if (!has_handler(signal) || sigismember(&program_mask_, signal) == 1)
      continue;
    handled_.push_back(signal);
    sigaddset(&set, signal);
  }
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  was_pending_ = is_pending();
}

bool HeldSignals::handler_is_due() const {
  sigset_t pending;
  if (handled_.empty() || sigpending(&pending) != 0)
    return false;
  return std::any_of(handled_.begin(), handled_.end(), [&](int signal) {
    return sigismember(&pending, signal) == 1;
  });
}

HeldSignals::~HeldSignals() {
  if (!was_pending_ && !ours_.empty())
    drain();
  pthread_sigmask(SIG_SETMASK, &program_mask_, nullptr);
}

void HeldSignals::drain() {
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
  for (const int signal : outside_signals)
    if (has_handler(signal))
      std::signal(signal, SIG_IGN);
}

} // namespace paraloop
