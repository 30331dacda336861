// ExitGuard.cpp: in: the end of a process by exit(). Out: a call of the
// worker's own end.

#include "ExitGuard.h"

#include <cstdlib>
#include <unistd.h>
#include <utility>

// Exit handlers that can be taken back: those of a shared object. Its address
// only has to be unlike all others'.
extern "C" {
int __cxa_atexit(void (*handler)(void *), void *context, void *object);
void __cxa_finalize(void *object);
}

namespace paraloop {
namespace {

struct Guard {
  pid_t process = 0;
  void (*abandon)(void *) = nullptr;
  void *context = nullptr;
};

Guard guard;
Guard parent;
char object;

void run_guard() {
  if (guard.process == getpid())
    guard.abandon(guard.context);
}

void close_parent() {
  const Guard now = std::exchange(parent, Guard());
  if (now.process == getpid())
    now.abandon(now.context);
}

} // namespace

AtExit::AtExit(void (*close)(void *), void *context) {
  parent = {getpid(), close, context};
  static const int quick = std::at_quick_exit(close_parent);
  (void)quick;
  __cxa_atexit([](void *) { close_parent(); }, nullptr, &object);
}

AtExit::~AtExit() {
  parent = Guard();
  __cxa_finalize(&object);
}

void guard_exit(void (*abandon)(void *), void *context) {
  guard = {getpid(), abandon, context};
  // Handlers run in reverse order, so the last one registered runs first. If
  // there is no memory for one more handler, exit() in the body would do the
  // parent's exit work here: better no worker at all.
  if (std::atexit(run_guard) != 0 || std::at_quick_exit(run_guard) != 0)
    _exit(1);
}

} // namespace paraloop
