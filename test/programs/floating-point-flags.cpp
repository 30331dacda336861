// What the program asks about its arithmetic after a loop is what the loop computed, and nothing of the runtime's own.
//
// RUN: %equal %s
#include <cfenv>
#include <cstdio>

static int work(int n) {
  unsigned x = 7;
  for (int k = 0; k < n; ++k) x = x * 1664525u + 1013904223u;
  return static_cast<int>(x >> 8);
}

int main() {
  std::feclearexcept(FE_ALL_EXCEPT);
  long total = 0;
  for (int run = 0; run < 3; ++run) {
    [[paraloop]]
    for (int i = 0; i < 300; ++i) total += work(20000 + run);
    [[paraloop]]
    for (int i = 0; i < 20000; ++i) total += work(30);
  }
  std::printf("%ld, raised: %d\n", total, std::fetestexcept(FE_ALL_EXCEPT));
  double sum = 0, zero = 0;
  [[paraloop]]
  for (int i = 0; i < 300; ++i) sum += i == 7 ? 1 / (zero + work(10) * 0) : 1.0 * i;
  std::printf("%d %d %d\n", std::fetestexcept(FE_DIVBYZERO) != 0, std::fetestexcept(FE_OVERFLOW) != 0, sum > 1e300);
}
