// One loop of some microseconds of work in a process of some megabytes: from which work on do workers pay?
#include "bench.h"
#include <vector>
#ifndef LOOP
#include "ways.h"
#endif

static std::uint64_t microseconds(std::uint64_t x) { // about ten
  for (int k = 0; k < 4000; ++k)
    x = bench::mix(x);
  return x;
}

int main(int argc, char **argv) {
  const long megabytes = bench::argument(argc, argv, 1), n = bench::argument(argc, argv, 2);
  const std::vector<char> ballast(static_cast<std::size_t>(megabytes) << 20, 'b');
  std::vector<std::uint64_t> results(static_cast<std::size_t>(n));
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (long i = 0; i < n; ++i) results[i] = microseconds(static_cast<std::uint64_t>(i));
#else
    ways::rows(
        n, [](long i, std::uint64_t *out) { *out = microseconds(static_cast<std::uint64_t>(i)); },
        ways::slice(results));
#endif
  }
  bench::exact("results", bench::checksum_of(results) + static_cast<unsigned char>(ballast[ballast.size() / 2]));
}
