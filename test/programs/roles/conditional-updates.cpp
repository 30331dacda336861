// Changes under if, switch, continue and in inner loops.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <string>
#include <vector>

int main() {
  std::vector<int> values;
  for (int i = 0; i < 900; ++i)
    values.push_back((i * 31 + 7) % 64);

  int small = 0, even = 0, rest = 0;
  long weighted = 0;
  [[paraloop]]
  for (int v : values) {
    if (v < 10)
      ++small;
    else if (v % 2 == 0)
      ++even;
    else
      rest++;
    weighted += v > 32 ? 2 * v : v;
    if (v == 5 || v == 7) continue;
    weighted -= 1;
  }
  show("branches", small, even, rest, weighted);

  int vowels = 0, digits = 0, others = 0;
  std::string kinds;
  [[paraloop]]
  for (int i = 0; i < 500; ++i) {
    switch (static_cast<char>(values[i] + 48)) {
    case 'A': case 'E': case 'I': case 'O': case 'U':
      ++vowels;
      kinds += 'v';
      break;
    case '0': case '1': case '2':
      ++digits;
      [[fallthrough]];
    default:
      others += 1;
    }
  }
  show("switch", vowels, digits, others, kinds);

  long pairs = 0, primes = 0;
  std::vector<int> twins;
  [[paraloop]]
  for (int i = 2; i < 400; ++i) {
    bool prime = true;
    for (int d = 2; d * d <= i && prime; ++d)
      prime = i % d != 0;
    if (!prime) continue;
    ++primes;
    for (int j = 0; j < i; j += 50) {
      if ((i + j) % 3 == 0) break;
      pairs += j;
      if (j == 100) twins.push_back(i);
    }
  }
  show("inner loops", pairs, primes, twins);
}
