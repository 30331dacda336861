// The way oneTBB.
#ifndef BENCHMARK_TBB_H
#define BENCHMARK_TBB_H

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_reduce.h>
#include <tbb/task_arena.h>

namespace ways {

using Range = tbb::blocked_range<long>;

template <class Body, class... T> void rows(long n, Body body, Slice<T>... results) {
  const auto loop = [&] {
    tbb::parallel_for(Range(0, n), [&](const Range &range) {
      for (long i = range.begin(); i != range.end(); ++i)
        body(i, results.row(i)...);
    });
  };
  if (workers == tbb::info::default_concurrency())
    return loop();
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(workers));
  tbb::task_arena(workers).execute(loop);
}

template <class Term> double sum(long n, Term term) {
  return tbb::parallel_reduce(
      Range(0, n), 0.0,
      [&](const Range &range, double total) {
        for (long i = range.begin(); i != range.end(); ++i)
          total += term(i);
        return total;
      },
      [](double a, double b) { return a + b; });
}

template <class T, class Add, class Merge> void collect(long n, T &all, Add add, Merge merge) {
  tbb::enumerable_thread_specific<T> parts(all);
  tbb::parallel_for(Range(0, n), [&](const Range &range) {
    T &part = parts.local();
    for (long i = range.begin(); i != range.end(); ++i)
      add(part, i);
  });
  for (T &part : parts)
    merge(all, part);
}

} // namespace ways

#endif
