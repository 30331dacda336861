// Counters of every integer type, with every comparison and step.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <cstddef>
#include <cstdint>
#include <vector>

#define COUNT 300

int main() {
  std::vector<long> seen;
  [[paraloop]]
  for (int i = -100; i <= 150; ++i) seen.push_back(i);
  [[paraloop]]
  for (unsigned u = 5; u < COUNT; u += 1) seen.push_back(u % 7);
  [[paraloop]]
  for (std::size_t s = 900; s > 300; s -= 2) seen.push_back(static_cast<long>(s));
  [[paraloop]]
  for (long long l = 1LL << 40; l != (1LL << 40) + 210; l++) seen.push_back(static_cast<long>(l));
  [[paraloop]]
  for (char c = ' '; c <= '~'; ++c) seen.push_back(c);
  [[paraloop]]
  for (short h = 1000; h >= 0; h = static_cast<short>(h - 5)) seen.push_back(h);
  [[paraloop]]
  for (std::uint8_t b = 3; b < 240; ++b) seen.push_back(b);
  [[paraloop]]
  for (std::ptrdiff_t d = 230; 0 <= d; d = d - 1) seen.push_back(d * d);
  show("counters", seen);

  long sum = 0;
  const int n = 1000, step = 3;
  [[paraloop]]
  for (int i = n - 1; i > n / 3; i -= step) sum += i;
  [[paraloop]]
  for (int i = 0; i < static_cast<int>(seen.size()) - 1; i += 2) sum += seen[i] * i;
  [[paraloop]]
  for (int i{0}; n > i; ++i) sum ^= i;
  [[paraloop]]
  for (auto i = 0u; i < 10 * 30; ++i) sum += i % 5 == 0;
  show("sum", sum);
}
