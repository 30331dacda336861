// The way OpenMP. In: SCHEDULE, static or dynamic.
#ifndef BENCHMARK_OPENMP_H
#define BENCHMARK_OPENMP_H

namespace ways {

template <class Body, class... T> void rows(long n, Body body, Slice<T>... results) {
#pragma omp parallel for schedule(SCHEDULE) num_threads(workers)
  for (long i = 0; i < n; ++i)
    body(i, results.row(i)...);
}

template <class Term> double sum(long n, Term term) {
  double total = 0;
#pragma omp parallel for schedule(SCHEDULE) num_threads(workers) reduction(+ : total)
  for (long i = 0; i < n; ++i)
    total += term(i);
  return total;
}

template <class T, class Add, class Merge> void collect(long n, T &all, Add add, Merge merge) {
  const T empty = all;
#pragma omp parallel num_threads(workers)
  {
    T part = empty;
#pragma omp for schedule(SCHEDULE) nowait
    for (long i = 0; i < n; ++i)
      add(part, i);
#pragma omp critical
    merge(all, part);
  }
}

} // namespace ways

#endif
