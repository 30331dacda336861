// Skewed work: one iteration in a hundred takes a hundred times longer, and the long ones come in a row.
#include "bench.h"
#include <vector>
#ifndef LOOP
#include "ways.h"
#endif

static std::uint64_t work(long i, long n) {
  std::uint64_t x = static_cast<std::uint64_t>(i);
  const long rounds = i >= n / 4 && i < n / 4 + n / 100 ? 100000 : 1000;
  for (long k = 0; k < rounds; ++k)
    x = bench::mix(x);
  return x;
}

int main(int argc, char **argv) {
  const long n = bench::argument(argc, argv, 1);
  std::vector<std::uint64_t> results(static_cast<std::size_t>(n));
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (long i = 0; i < n; ++i) results[i] = work(i, n);
#else
    ways::rows(
        n, [&](long i, std::uint64_t *out) { *out = work(i, n); }, ways::slice(results));
#endif
  }
  bench::exact("results", bench::checksum_of(results));
}
