// Counters of floating point type are stepped by real addition, and so are geometric steps.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <vector>

int main() {
  std::vector<double> seen;
  [[paraloop]]
  for (double x = 0; x < 30; x += 0.1) seen.push_back(x * x);
  [[paraloop]]
  for (float f = 1; f >= 0.0f; f -= 0.004f) seen.push_back(f);
  show("seen", seen);

  double sum = 0;
  [[paraloop]]
  for (double x = 1e-30; x < 1e30; x *= 1.5) sum += x / (1 + x);
  int doublings = 0;
  [[paraloop]]
  for (unsigned long power = 1; power != 0; power <<= 1) doublings += power % 7 == 2;
  [[paraloop]]
  for (int i = 1000000; i > 0; i /= 2) sum += i;
  show("geometric", sum, doublings);
}
