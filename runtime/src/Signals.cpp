// Signals.cpp: in: the program's signal mask. Out: the same mask, later.

#include "Signals.h"

#include <algorithm>
#include <ctime>
#include <iterator>
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

/// A body that runs into these can't go on before its own handler has run.
constexpr int faults[] = {SIGSEGV, SIGBUS,  SIGFPE, SIGILL,
                          SIGTRAP, SIGABRT, SIGSYS};

bool is_handler(const struct sigaction &action) {
  return action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN;
}

bool has_handler(int signal) {
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 && is_handler(action);
}

volatile std::sig_atomic_t noted = 0;

void note(int) { noted = 1; }

/// The program's own actions while ours are in their place; one region is open
/// at a time.
struct sigaction program_actions[NSIG];

/// Runs the program's handler in the parent, during an update. Workers don't
/// see what it does, so that the rest of the loop has to run natively.
void note_and_run(int signal, siginfo_t *info, void *context) {
  noted = 1;
  const struct sigaction &program = program_actions[signal];
  if (program.sa_flags & SA_SIGINFO)
    program.sa_sigaction(signal, info, context);
  else
    program.sa_handler(signal);
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
  noted = 0;
  pthread_sigmask(SIG_SETMASK, nullptr, &program_mask_);
  sigemptyset(&held_);
  if (has_handler(SIGCHLD))
    sigaddset(&held_, SIGCHLD);
  for (const int signal : outside_signals) {
    if (!has_handler(signal) || sigismember(&program_mask_, signal) == 1)
      continue;
    handled_.push_back(signal);
    sigaddset(&held_, signal);
  }
  pthread_sigmask(SIG_BLOCK, &held_, nullptr);
  was_pending_ = is_pending();
  for (const int signal : handled_)
    wrap(signal);
}

void HeldSignals::wrap(int signal) {
  struct sigaction &program = program_actions[signal];
  sigaction(signal, nullptr, &program);
  struct sigaction ours = program;
  ours.sa_sigaction = note_and_run;
  ours.sa_flags |= SA_SIGINFO;
  sigaction(signal, &ours, nullptr);
}

/// An update may have put another handler in ours' place.
void HeldSignals::unwrap(int signal) const {
  struct sigaction now {};
  if (sigaction(signal, nullptr, &now) == 0 && now.sa_sigaction == note_and_run)
    sigaction(signal, &program_actions[signal], nullptr);
}

void HeldSignals::let_in() {
  if (handled_.empty() || let_in_)
    return;
  let_in_ = true;
  sigset_t mask = program_mask_;
  if (sigismember(&held_, SIGCHLD) == 1)
    sigaddset(&mask, SIGCHLD);
  pthread_sigmask(SIG_SETMASK, &mask, nullptr);
}

void HeldSignals::hold() {
  if (!let_in_)
    return;
  let_in_ = false;
  sigset_t now; // as the update left it
  pthread_sigmask(SIG_BLOCK, &held_, &now);
  if (sigismember(&held_, SIGCHLD) == 1 &&
      sigismember(&program_mask_, SIGCHLD) != 1)
    sigdelset(&now, SIGCHLD);
  program_mask_ = now;
}

bool HeldSignals::handler_is_due() const {
  sigset_t pending;
  if (handled_.empty() || sigpending(&pending) != 0)
    return false;
  return noted ||
         std::any_of(handled_.begin(), handled_.end(), [&](int signal) {
           return sigismember(&pending, signal) == 1;
         });
}

HeldSignals::~HeldSignals() {
  if (!was_pending_ && !ours_.empty())
    drain();
  for (const int signal : handled_)
    unwrap(signal);
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

void note_signals_with_handlers() {
  for (int signal = 1; signal < NSIG; ++signal) {
    struct sigaction action {};
    if (std::find(std::begin(faults), std::end(faults), signal) !=
            std::end(faults) ||
        sigaction(signal, nullptr, &action) != 0 || !is_handler(action))
      continue;
    action.sa_handler = note;
    action.sa_flags &= ~(SA_SIGINFO | SA_RESETHAND);
    sigaction(signal, &action, nullptr);
  }
  noted = 0;
}

bool signal_was_noted() { return noted != 0; }

} // namespace paraloop
