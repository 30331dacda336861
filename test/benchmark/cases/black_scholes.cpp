// Black and Scholes' prices of calls and puts into plain vectors: much data, about 50 ns an option.
#include "bench.h"
#include <cmath>
#include <vector>
#ifndef LOOP
#include "ways.h"
#endif

struct Option {
  double spot, strike, years, rate, volatility;
};

static double normal(double x) { return 0.5 * std::erfc(-x * 0.70710678118654752); }

static void price(const Option &o, double &call, double &put) {
  const double spread = o.volatility * std::sqrt(o.years);
  const double d1 = (std::log(o.spot / o.strike) + (o.rate + 0.5 * o.volatility * o.volatility) * o.years) / spread;
  const double discounted = o.strike * std::exp(-o.rate * o.years);
  call = o.spot * normal(d1) - discounted * normal(d1 - spread);
  put = call + discounted - o.spot;
}

static std::vector<Option> options(long n) {
  std::vector<Option> list(static_cast<std::size_t>(n));
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::uint64_t random = bench::mix(i);
    list[i] = {
        80.0 + static_cast<double>(random % 4000) / 100, 100.0, 0.1 + static_cast<double>(random >> 12 & 1023) / 512,
        0.01 + static_cast<double>(random >> 24 & 63) / 2000, 0.1 + static_cast<double>(random >> 32 & 255) / 512};
  }
  return list;
}

int main(int argc, char **argv) {
  const long n = bench::argument(argc, argv, 1);
  const std::vector<Option> list = options(n);
  std::vector<double> calls(list.size()), puts(list.size());
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (std::size_t i = 0; i < list.size(); ++i) price(list[i], calls[i], puts[i]);
#else
    ways::rows(
        n, [&](long i, double *call, double *put) { price(list[static_cast<std::size_t>(i)], *call, *put); },
        ways::slice(calls), ways::slice(puts));
#endif
  }
  bench::exact("calls", bench::checksum_of(calls));
  bench::exact("puts", bench::checksum_of(puts));
}
