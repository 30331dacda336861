// CpuCount.cpp: in: affinity and quota. Out: a count.

#include "CpuCount.h"

#include "Cgroup.h"
#include "ProcFs.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <memory>
#include <sched.h>
#include <sstream>

namespace paraloop {
namespace {

constexpr double no_limit = 1e9;

double quotient(double quota, double period) {
  return quota > 0 && period > 0 ? quota / period : no_limit;
}

/// "150000 100000"; "max 100000" where there is no limit. May be missing, empty
/// or odd: then no limit.
double quota_version2(const std::string &directory) {
  std::istringstream text(read_text(directory + "/cpu.max"));
  double quota = 0, period = 0;
  return text >> quota >> period ? quotient(quota, period) : no_limit;
}

double quota_version1(const std::string &directory) {
  std::istringstream quota_text(read_text(directory + "/cpu.cfs_quota_us"));
  std::istringstream period_text(read_text(directory + "/cpu.cfs_period_us"));
  double quota = 0, period = 0;
  return quota_text >> quota && period_text >> period ? quotient(quota, period)
                                                      : no_limit;
}

} // namespace

double cpu_quota(const std::string &root) {
  double least = no_limit;
  for (const std::string &directory : cgroup_directories(root, "cpu"))
    least =
        std::min({least, quota_version2(directory), quota_version1(directory)});
  return least;
}

unsigned affinity_cpus() {
  // The kernel refuses a mask that is smaller than its own.
  for (int possible = 1024; possible <= 65536; possible *= 2) {
    const std::unique_ptr<cpu_set_t, void (*)(cpu_set_t *)> mask(
        CPU_ALLOC(possible), [](cpu_set_t *set) { CPU_FREE(set); });
    const std::size_t size = CPU_ALLOC_SIZE(possible);
    if (mask && sched_getaffinity(0, size, mask.get()) == 0)
      return static_cast<unsigned>(std::max(1, CPU_COUNT_S(size, mask.get())));
    if (errno != EINVAL)
      break;
  }
  return 1;
}

unsigned usable_cpus() {
  static const double quota = cpu_quota("");
  const double allowed =
      std::min(static_cast<double>(affinity_cpus()), std::ceil(quota));
  return static_cast<unsigned>(std::max(1.0, allowed));
}

} // namespace paraloop
