// Cgroup.h: where this process's control groups are.
//
// In: /proc/self/cgroup and /proc/self/mountinfo, below a root that tests can
// choose. Out: directories.

#ifndef PARALOOP_CGROUP_H
#define PARALOOP_CGROUP_H

#include <string>
#include <vector>

namespace paraloop {

/// cgroup_directories() returns the directories of this process's groups that
/// control `controller` ("cpu", "pids", "memory") under version 1 and 2, with
/// all their ancestors. Empty where nothing is known.
std::vector<std::string> cgroup_directories(const std::string &root,
                                            const std::string &controller);

} // namespace paraloop

#endif
