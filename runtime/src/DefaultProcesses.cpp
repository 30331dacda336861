// DefaultProcesses.cpp: in: the environment and the machine. Out: the number of
// processes that a call of parallel_parts() gets.

#include "paraloop/processes.h"

#include "Config.h"
#include "CpuCount.h"
#include "FloatingPoint.h"

namespace paraloop {

unsigned default_processes() {
  const FlagsKeeper flags;
  const unsigned asked = configuration().num_processes;
  return asked != 0 ? asked : usable_cpus();
}

} // namespace paraloop
