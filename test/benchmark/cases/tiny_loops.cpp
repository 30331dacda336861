// Thousands of loops that are too short for workers or threads to pay.
#include "bench.h"
#include <vector>
#ifndef LOOP
#include "ways.h"
#endif

int main(int argc, char **argv) {
  const long loops = bench::argument(argc, argv, 1), n = bench::argument(argc, argv, 2);
  std::vector<std::uint64_t> values(static_cast<std::size_t>(n));
  {
    const bench::Stopwatch stopwatch;
    for (long loop = 0; loop < loops; ++loop) {
#ifdef LOOP
      [[paraloop]] for (long i = 0; i < n; ++i) values[i] += bench::mix(static_cast<std::uint64_t>(i + loop));
#else
      ways::rows(
          n,
          [&](long i, std::uint64_t *value) { *value = values[i] + bench::mix(static_cast<std::uint64_t>(i + loop)); },
          ways::slice(values));
#endif
    }
  }
  bench::exact("values", bench::checksum_of(values));
}
