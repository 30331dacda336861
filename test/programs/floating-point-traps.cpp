// The program has asked for SIGFPE; what the runtime computes for itself isn't the program's arithmetic.
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
  feenableexcept(FE_INEXACT | FE_DIVBYZERO | FE_INVALID);
  long total = 0;
  for (int run = 0; run < 3; ++run) {
    [[paraloop]]
    for (int i = 0; i < 300; ++i) {
      total += work(20000 + run);
      if (i % 100 == 0) std::printf("%d\n", i);
    }
    [[paraloop]]
    for (int i = 0; i < 20000; ++i) total += work(30);
  }
  std::printf("%ld %d\n", total, fegetexcept());
}
