// The price of an option by simulation: paths with random numbers of their own, and a floating-point sum.
#include "bench.h"
#include <cmath>
#include <random>
#ifndef LOOP
#include "ways.h"
#endif

static double payoff(long path) {
  std::mt19937 random(static_cast<unsigned>(path));
  std::normal_distribution<double> normal;
  double price = 100;
  for (int day = 0; day < 50; ++day)
    price *= std::exp(0.0001 + 0.02 * normal(random));
  return price > 105 ? price - 105 : 0;
}

int main(int argc, char **argv) {
  const long paths = bench::argument(argc, argv, 1);
  double total = 0;
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (long path = 0; path < paths; ++path) total += payoff(path);
#else
    total = ways::sum(paths, payoff);
#endif
  }
  bench::sum("total", total);
}
