// Strings built piece by piece, with many small allocations; each iteration keeps a number.
#include "bench.h"
#include <algorithm>
#include <string>
#include <vector>
#ifndef LOOP
#include "ways.h"
#endif

static std::uint64_t build(long i) {
  std::vector<std::string> words;
  for (std::uint64_t x = bench::mix(static_cast<std::uint64_t>(i)), k = 0; k < 40; ++k) {
    x = bench::mix(x);
    words.push_back("a word that is too long for its place " + std::to_string(x % 100000));
  }
  std::sort(words.begin(), words.end());
  std::string text;
  for (const std::string &word : words)
    text += word + ' ';
  return bench::checksum(text);
}

int main(int argc, char **argv) {
  const long n = bench::argument(argc, argv, 1);
  std::vector<std::uint64_t> sums(static_cast<std::size_t>(n));
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (long i = 0; i < n; ++i) sums[i] = build(i);
#else
    ways::rows(
        n, [](long i, std::uint64_t *out) { *out = build(i); }, ways::slice(sums));
#endif
  }
  bench::exact("sums", bench::checksum_of(sums));
}
