// What all cases share: the size from the command line, a stopwatch, and lines of results.
//
// Out: results on stdout, one a line: a word that says how closely the ways have to agree, a name, a value. Seconds on
//      stderr.
#ifndef BENCHMARK_BENCH_H
#define BENCHMARK_BENCH_H

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace bench {

/// argument returns argument number `index` (1 is the first) as a number. EXPECTS: the harness gives it; else it ends.
inline long argument(int argc, char **argv, int index) {
  if (index < argc)
    return std::atol(argv[index]);
  std::fprintf(stderr, "%s: argument %d is missing\n", argv[0], index);
  std::exit(2);
}

/// Stopwatch prints the seconds of its life: put it around the loop alone.
class Stopwatch {
public:
  Stopwatch() = default;
  Stopwatch(const Stopwatch &) = delete;
  Stopwatch &operator=(const Stopwatch &) = delete;
  ~Stopwatch() {
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
    std::fprintf(stderr, "seconds %.9f\n", passed.count());
  }

private:
  std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
};

/// exact prints a result that has to be the same in every way.
inline void exact(const char *name, std::uint64_t value) {
  std::printf("exact %s %llx\n", name, static_cast<unsigned long long>(value));
}

/// sum prints a floating-point sum: bit for bit the same with paraloop, near it where threads add in their own order.
inline void sum(const char *name, double value) { std::printf("sum %s %.17g\n", name, value); }

/// order prints a result that depends on the order of updates: the same with paraloop, not compared elsewhere.
inline void order(const char *name, std::uint64_t value) {
  std::printf("order %s %llx\n", name, static_cast<unsigned long long>(value));
}

/// mix returns a well-spread number for each number (the finaliser of SplitMix64).
inline std::uint64_t mix(std::uint64_t x) {
  x += 0x9e3779b97f4a7c15u;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

/// checksum returns a number that depends on every byte of [data, data + size), and on their order.
inline std::uint64_t checksum(const void *data, std::size_t size) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const auto *at = static_cast<const unsigned char *>(data), *end = at + size; at != end; ++at)
    hash = (hash ^ *at) * 0x100000001b3u;
  return hash;
}

inline std::uint64_t checksum(const std::string &text) { return checksum(text.data(), text.size()); }

template <class Values> std::uint64_t checksum_of(const Values &values) {
  return checksum(values.data(), values.size() * sizeof(values[0]));
}

} // namespace bench

#endif
