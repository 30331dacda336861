// Process.cpp: posix_spawn, waitpid and the passing on of signals; see
// Process.h.

#include "Process.h"

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace paraloop::driver {
namespace {

std::atomic<int> caughtSignal{0};
std::atomic<pid_t> runningProgram{0};
static_assert(std::atomic<int>::is_always_lock_free &&
              std::atomic<pid_t>::is_always_lock_free);

void passOn(int signal) {
  const int savedErrno = errno;
  int none = 0;
  caughtSignal.compare_exchange_strong(none, signal);
  if (const pid_t program = runningProgram)
    ::kill(program, signal);
  errno = savedErrno;
}

std::vector<char *> pointers(const std::vector<std::string> &words) {
  std::vector<char *> result;
  for (const std::string &word : words)
    result.push_back(const_cast<char *>(word.c_str())); // exec doesn't write
  result.push_back(nullptr);
  return result;
}

[[noreturn]] void failToStart(int reason, const std::string &program) {
  throw std::system_error(reason, std::generic_category(),
                          "can't run " + program);
}

sigset_t guardedSignals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int signal : SignalGuard::signals)
    sigaddset(&set, signal);
  return set;
}

pid_t start(const std::vector<std::string> &words,
            const std::string &inputFile) {
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  if (!inputFile.empty())
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, inputFile.c_str(),
                                     O_RDONLY, 0);
  pid_t pid = 0;
  // A handled signal has its default effect in the new program all the same; an
  // ignored one stays ignored.
  const int failure = ::posix_spawnp(&pid, words[0].c_str(), &files, nullptr,
                                     pointers(words).data(), environ);
  posix_spawn_file_actions_destroy(&files);
  if (failure != 0)
    failToStart(failure, words[0]);
  return pid;
}

int waitFor(pid_t pid) {
  int state = 0;
  while (::waitpid(pid, &state, 0) < 0)
    if (errno != EINTR)
      throw std::system_error(errno, std::generic_category(), "waitpid");
  return state;
}

} // namespace

SignalGuard::SignalGuard() {
  struct sigaction action {};
  action.sa_handler = passOn;
  sigemptyset(&action.sa_mask);
  for (std::size_t i = 0; i < signals.size(); ++i) {
    ::sigaction(signals[i], nullptr, &before[i]);
    if (before[i].sa_handler != SIG_IGN)
      ::sigaction(signals[i], &action, nullptr);
  }
}

SignalGuard::~SignalGuard() {
  for (std::size_t i = 0; i < signals.size(); ++i)
    ::sigaction(signals[i], &before[i], nullptr);
}

int SignalGuard::caught() { return caughtSignal; }

Ending run(const std::vector<std::string> &words,
           const std::string &inputFile) {
  if (const int signal = SignalGuard::caught())
    return {0, signal};
  const pid_t pid = start(words, inputFile);
  runningProgram = pid;
  // A signal that came before its pid was known has not been passed on yet.
  if (const int signal = SignalGuard::caught())
    ::kill(pid, signal);
  const int state = waitFor(pid);
  runningProgram = 0;
  if (const int signal = SignalGuard::caught())
    return {0, signal};
  if (WIFSIGNALED(state))
    return {0, WTERMSIG(state)};
  return {WEXITSTATUS(state), 0};
}

void replaceThisProcess(const std::vector<std::string> &words) {
  ::execvp(words[0].c_str(), pointers(words).data());
  failToStart(errno, words[0]);
}

void endAs(const Ending &ending) {
  if (ending.signal == 0)
    std::exit(ending.status);
  const struct rlimit noCore {
    0, 0
  }; // the other program's core is the telling one
  ::setrlimit(RLIMIT_CORE, &noCore);
  ::signal(ending.signal, SIG_DFL);
  const sigset_t all = guardedSignals();
  ::sigprocmask(SIG_UNBLOCK, &all, nullptr);
  ::raise(ending.signal);
  std::exit(128 + ending.signal); // a signal that doesn't end programs
}

} // namespace paraloop::driver
