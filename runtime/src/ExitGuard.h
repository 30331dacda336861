// ExitGuard.h: keeps a worker from ending the way the program would.
//
// In: a body that calls exit() or quick_exit() in a worker. Out: the function
// given here is called instead of the parent's exit handlers and destructors.

#ifndef PARALOOP_EXIT_GUARD_H
#define PARALOOP_EXIT_GUARD_H

namespace paraloop {

/// guard_exit() has `abandon(context)` called when this process calls exit() or
/// quick_exit(), before all handlers that were registered earlier. Processes
/// that this one forks are left alone: they end as they would in the sequential
/// program. EXPECTS: `abandon` ends the process. Called at most once in a
/// process.
void guard_exit(void (*abandon)(void *), void *context);

/// AtExit has `close(context)` called if this process exits while the object
/// lives (an update calls exit()): before the program's own exit handlers,
/// which may wait for children or delete what workers use. There is one at a
/// time.
class AtExit {
public:
  AtExit(void (*close)(void *), void *context);
  ~AtExit();
  AtExit(const AtExit &) = delete;
  AtExit &operator=(const AtExit &) = delete;
};

} // namespace paraloop

#endif
