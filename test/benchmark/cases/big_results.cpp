// More results than work: a vector of numbers, 8 bytes each, that cost a few nanoseconds.
//
// With WAY_MEMCPY: how long a plain copy of the results takes, what no way through other processes can beat.
#include "bench.h"
#include <cstring>
#include <vector>
#ifdef WAY_MEMCPY
#elif !defined(LOOP)
#include "ways.h"
#endif

static double value(long i) { return static_cast<double>(bench::mix(static_cast<std::uint64_t>(i)) >> 11) * 0.5; }

int main(int argc, char **argv) {
  const long n = bench::argument(argc, argv, 1);
  std::vector<double> results(static_cast<std::size_t>(n));
#ifdef WAY_MEMCPY
  std::vector<double> made(results.size());
  for (long i = 0; i < n; ++i)
    made[i] = value(i);
#endif
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (long i = 0; i < n; ++i) results[i] = value(i);
#elif defined(WAY_MEMCPY)
    std::memcpy(results.data(), made.data(), made.size() * sizeof(double));
#else
    ways::rows(
        n, [](long i, double *out) { *out = value(i); }, ways::slice(results));
#endif
  }
  bench::exact("results", bench::checksum_of(results));
}
