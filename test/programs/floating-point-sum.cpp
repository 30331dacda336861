// A floating-point sum has the same bits, though its terms differ by 10^12 in size.
//
// RUN: %equal %s --both
#include <cmath>
#include <cstdio>
double f(int i) { return std::sin(i) * std::pow(10.0, i % 13 - 6) + (i % 2 ? 1e6 : -1e6); }
int main() {
  double total = 0.1;
  [[paraloop]] for (int i = 0; i < 5000; ++i) total += f(i);
  std::printf("%a\n", total);
}
