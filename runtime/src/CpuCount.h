// CpuCount.h: how many processors this process may use.
//
// In: the affinity mask and the control groups. Out: a number from 1 on.

#ifndef PARALOOP_CPU_COUNT_H
#define PARALOOP_CPU_COUNT_H

#include <string>

namespace paraloop {

/// usable_cpus() returns the smaller of the affinity mask's size and the
/// control groups' quota, rounded up. The quota is read once in a process.
unsigned usable_cpus();

/// affinity_cpus() returns the number of processors in the affinity mask; 1 if
/// it can't be read.
unsigned affinity_cpus();

/// cpu_quota() returns the processors that the control groups below `root` (""
/// for the real ones) grant, as a fraction; a huge number where there is no
/// limit.
double cpu_quota(const std::string &root);

} // namespace paraloop

#endif
