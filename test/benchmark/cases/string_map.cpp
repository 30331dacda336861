// A hash map of many strings, whose keys are made by the body, with some rounds of other work.
#include "bench.h"
#include <string>
#include <unordered_map>
#ifndef LOOP
#include "ways.h"
#endif

using Counts = std::unordered_map<std::string, long>;

static std::string key(long i, long keys, long rounds) {
  std::uint64_t x = bench::mix(static_cast<std::uint64_t>(i));
  for (long k = 0; k < rounds; ++k)
    x = bench::mix(x);
  return "the key of number " + std::to_string(x % static_cast<std::uint64_t>(keys));
}

int main(int argc, char **argv) {
  const long n = bench::argument(argc, argv, 1), keys = bench::argument(argc, argv, 2),
             rounds = bench::argument(argc, argv, 3);
  Counts counts;
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (long i = 0; i < n; ++i)++ counts[key(i, keys, rounds)];
#else
    ways::collect(
        n, counts, [&](Counts &part, long i) { ++part[key(i, keys, rounds)]; },
        [](Counts &all, const Counts &part) {
          for (const auto &[text, count] : part)
            all[text] += count;
        });
#endif
  }
  std::uint64_t content = 0, sequence = 0;
  for (const auto &[text, count] : counts) {
    const std::uint64_t hash = bench::mix(bench::checksum(text) + static_cast<std::uint64_t>(count));
    content += hash;
    sequence = bench::mix(sequence ^ hash);
  }
  bench::exact("content", content);
  bench::order("sequence", sequence);
}
