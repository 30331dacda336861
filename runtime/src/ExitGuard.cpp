// ExitGuard.cpp: in: the end of a process by exit(). Out: a call of the
// worker's own end.

#include "ExitGuard.h"

#include <cstdlib>
#include <unistd.h>

namespace paraloop {
namespace {

struct Guard {
  pid_t process = 0;
  void (*abandon)(void *) = nullptr;
  void *context = nullptr;
};

Guard guard;

void run_guard() {
  if (guard.process == getpid())
    guard.abandon(guard.context);
}

} // namespace

void guard_exit(void (*abandon)(void *), void *context) {
  guard = {getpid(), abandon, context};
  // Handlers run in reverse order, so the last one registered runs first. If
  // there is no memory for one more handler, exit() in the body would do the
  // parent's exit work here: better no worker at all.
  if (std::atexit(run_guard) != 0 || std::at_quick_exit(run_guard) != 0)
    _exit(1);
}

} // namespace paraloop
