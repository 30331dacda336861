// A sparse matrix times a vector, again and again: limited by memory, and short loops.
#include "bench.h"
#include <vector>
#ifndef LOOP
#include "ways.h"
#endif

struct Sparse {
  std::vector<long> starts;
  std::vector<int> columns;
  std::vector<double> values;
};

static Sparse matrix(long n) {
  Sparse m;
  for (long row = 0; row < n; ++row) {
    m.starts.push_back(static_cast<long>(m.columns.size()));
    for (std::uint64_t k = 0, end = 5 + bench::mix(static_cast<std::uint64_t>(row)) % 30; k < end; ++k) {
      const std::uint64_t random = bench::mix(static_cast<std::uint64_t>(row) * 64 + k);
      m.columns.push_back(static_cast<int>(random % static_cast<std::uint64_t>(n)));
      m.values.push_back(0.04 + static_cast<double>(random >> 40 & 255) / 16384);
    }
  }
  m.starts.push_back(static_cast<long>(m.columns.size()));
  return m;
}

int main(int argc, char **argv) {
  const long n = bench::argument(argc, argv, 1), times = bench::argument(argc, argv, 2);
  const Sparse m = matrix(n);
  std::vector<double> x(static_cast<std::size_t>(n), 1.0), y(x.size());
  {
    const bench::Stopwatch stopwatch;
    for (long time = 0; time < times; ++time) {
#ifdef LOOP
      [[paraloop]] for (long row = 0; row < n; ++row) {
        double sum = 0;
        for (long k = m.starts[row]; k < m.starts[row + 1]; ++k)
          sum += m.values[k] * x[m.columns[k]];
        y[row] = sum;
      }
#else
      ways::rows(
          n,
          [&](long row, double *out) {
            double sum = 0;
            for (long k = m.starts[row]; k < m.starts[row + 1]; ++k)
              sum += m.values[k] * x[m.columns[k]];
            *out = sum;
          },
          ways::slice(y));
#endif
      x.swap(y);
    }
  }
  bench::exact("vector", bench::checksum_of(x));
}
