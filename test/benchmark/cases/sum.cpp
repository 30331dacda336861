// A floating-point sum whose terms cost more the more rounds they take.
#include "bench.h"
#ifndef LOOP
#include "ways.h"
#endif

static double term(long i, long rounds) {
  double x = 1e-9 * static_cast<double>(i);
  for (long k = 1; k < rounds; ++k)
    x = x * 0.9999 + 1e-3 / (x + 1.5);
  return x;
}

int main(int argc, char **argv) {
  const long n = bench::argument(argc, argv, 1), rounds = bench::argument(argc, argv, 2);
  double total = 0;
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (long i = 0; i < n; ++i) total += term(i, rounds);
#else
    total = ways::sum(n, [&](long i) { return term(i, rounds); });
#endif
  }
  bench::sum("total", total);
}
