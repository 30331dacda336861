// FaultPoints.h: places at which a test can end or stop a worker.
//
// In: PARALOOP_TEST_FAULT=point:action[:nth], only where PARALOOP_FAULT_POINTS
// is defined. Out: the worker is killed, stopped, aborted... there. In the
// library that users link, a fault point is nothing at all.

#ifndef PARALOOP_FAULT_POINTS_H
#define PARALOOP_FAULT_POINTS_H

#include <atomic>
#include <cstdint>

namespace paraloop {

#ifdef PARALOOP_FAULT_POINTS
/// fault_point() acts if the environment names `point`. `passed` counts, over
/// all workers of a region, how often the named point was reached: with `nth`
/// given, only that one time acts.
void fault_point(const char *point, std::atomic<std::uint32_t> &passed);
constexpr bool has_fault_points = true;
#else
inline void fault_point(const char *, std::atomic<std::uint32_t> &) {}
constexpr bool has_fault_points = false;
#endif

} // namespace paraloop

#endif
