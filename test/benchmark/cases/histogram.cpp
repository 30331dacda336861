// A histogram of computed values: every iteration increments one of a thousand counters.
#include "bench.h"
#include <vector>
#ifndef LOOP
#include "ways.h"
#endif

static std::size_t bin(long i) {
  std::uint64_t x = bench::mix(static_cast<std::uint64_t>(i));
  for (int k = 0; k < 8; ++k)
    x = bench::mix(x);
  return x % 1000;
}

int main(int argc, char **argv) {
  const long n = bench::argument(argc, argv, 1);
  std::vector<long> counts(1000);
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (long i = 0; i < n; ++i)++ counts[bin(i)];
#else
    ways::collect(
        n, counts, [](std::vector<long> &part, long i) { ++part[bin(i)]; },
        [](std::vector<long> &all, const std::vector<long> &part) {
          for (std::size_t k = 0; k < part.size(); ++k)
            all[k] += part[k];
        });
#endif
  }
  bench::exact("counts", bench::checksum_of(counts));
}
