// The other ways, behind three functions, so that each case is written once for all of them:
//
//   rows(n, body, slice(out, width)...)   body(i, pointer to row i of each out) for every i in [0, n)
//   sum(n, term)                          the sum of term(i) over [0, n)
//   collect(n, all, add, merge)           add(part, i) for every i; each worker has its part, merge(all, part) at the
//   end
//
// In:  one of the macros WAY_OPENMP (with SCHEDULE, static or dynamic), WAY_TBB, WAY_STD, WAY_FORK.
#ifndef BENCHMARK_WAYS_H
#define BENCHMARK_WAYS_H

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace ways {

/// Slice is where row i of an array of results begins, and how long it is. It doesn't own the array.
template <class T> struct Slice {
  T *data;
  long width;
  T *row(long i) const { return data + i * width; }
};

template <class T> Slice<T> slice(std::vector<T> &values, long width = 1) { return {values.data(), width}; }

/// workers is how many threads or processes run; a case whose body waits sets it higher.
inline int workers = static_cast<int>(std::thread::hardware_concurrency());

} // namespace ways

#if defined(WAY_OPENMP)
#include "openmp.h"
#elif defined(WAY_TBB)
#include "tbb.h"
#elif defined(WAY_STD)
#include "standard.h"
#elif defined(WAY_FORK)
#include "fork.h"
#endif

#endif
