// The product of two square matrices, row by row.
#include "bench.h"
#include <vector>
#ifndef LOOP
#include "ways.h"
#endif

static std::vector<double> matrix(long n, std::uint64_t seed) {
  std::vector<double> values(static_cast<std::size_t>(n * n));
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = static_cast<double>(bench::mix(seed + i) % 1000) / 100;
  return values;
}

int main(int argc, char **argv) {
  const long n = bench::argument(argc, argv, 1);
  const std::vector<double> a = matrix(n, 1), b = matrix(n, 2);
  std::vector<double> c(a.size());
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (long i = 0; i < n; ++i) for (long k = 0; k < n; ++k) for (long j = 0; j < n; ++j) c[i * n + j] +=
        a[i * n + k] * b[k * n + j];
#else
    ways::rows(
        n,
        [&](long i, double *row) {
          for (long k = 0; k < n; ++k)
            for (long j = 0; j < n; ++j)
              row[j] += a[i * n + k] * b[k * n + j];
        },
        ways::slice(c, n));
#endif
  }
  bench::exact("product", bench::checksum_of(c));
}
