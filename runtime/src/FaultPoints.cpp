// FaultPoints.cpp: in: the environment and the name of a place. Out: a signal,
// an exit, or nothing.

#include "FaultPoints.h"

#ifdef PARALOOP_FAULT_POINTS

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <sstream>
#include <string>
#include <unistd.h>

namespace paraloop {
namespace {

struct Fault {
  std::string point;
  std::string action;
  std::uint32_t nth = 0; // 0: every time
};

Fault read_fault() {
  Fault fault;
  const char *text = secure_getenv("PARALOOP_TEST_FAULT");
  std::istringstream parts(text ? text : "");
  std::getline(parts, fault.point, ':');
  std::getline(parts, fault.action, ':');
  parts >> fault.nth;
  return fault;
}

void act(const std::string &action) {
  if (action == "KILL")
    raise(SIGKILL);
  else if (action == "STOP")
    raise(SIGSTOP);
  else if (action == "ABRT")
    std::abort();
  else if (action == "SEGV")
    raise(SIGSEGV);
  else if (action == "EXIT0")
    _exit(0);
  else if (action == "EXIT9")
    _exit(9);
  else if (action == "SLEEP")
    usleep(100000);
}

/// Ends one worker in about fifty points, always the same for the same seed and
/// the same order of points.
void act_at_random(const Fault &fault, std::uint32_t number) {
  const std::uint32_t mixed = (fault.nth * 7919 + number) * 2654435761u >> 16;
  static const char *const actions[] = {"KILL",  "ABRT", "SEGV", "EXIT0",
                                        "EXIT9", "KILL", "KILL", "STOP"};
  if (mixed % 50 == 0)
    act(actions[mixed / 50 % (fault.action == "STOP" ? 8 : 7)]);
}

} // namespace

void fault_point(const char *point, std::atomic<std::uint32_t> &passed) {
  // Every worker passes this point first.
  static Fault fault;
  if (std::strcmp(point, "before_prctl") == 0)
    fault = read_fault();
  if (fault.point == "any")
    return act_at_random(fault, passed.fetch_add(1) + 1);
  if (fault.point != point)
    return;
  const std::uint32_t number = passed.fetch_add(1) + 1;
  if (fault.nth == 0 || fault.nth == number)
    act(fault.action);
}

} // namespace paraloop

#endif
