// Pointers that step through the same memory: such a loop runs natively.
// RUN: %equal %s --allow-native

#include <cstdio>

void shifted(double *to, double *from, int n) {
  [[paraloop]]
  for (double *p = to, *q = from, *end = to + n; p < end; ++p, ++q)
    *p = *q * 3 + 1;
}

int main() {
  double a[200];
  for (int i = 0; i < 200; ++i)
    a[i] = i % 7;
  shifted(a + 1, a, 150);
  shifted(a, a + 100, 100);
  for (double x : a)
    std::printf("%g ", x);
}
