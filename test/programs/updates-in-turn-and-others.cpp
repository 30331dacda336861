// Updates in turn beside updates that the program executes, prints, exceptions,
// and loops that run again and again.
//
// RUN: %equal %s --both
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <vector>
struct S {
  double sum = 0;
  void run(const std::vector<double> &v);
};
void S::run(const std::vector<double> &v) {
  double local = 0;
  [[paraloop]] for (double x : v) {
    sum += x;
    local += x * x;
  }
  std::printf("%.17g %.17g\n", sum, local);
}
double table[100];
struct Loud {
  double *at;
  ~Loud() { std::printf("end %.17g\n", *at); }
};
int main() {
  std::vector<double> v;
  for (int i = 0; i < 4000; ++i)
    v.push_back(1.0 / (i + 3));
  S s;
  s.run(v);
  for (int i = 0; i < 100; ++i)
    table[i] = i * .37;
  double sum = 0, other = 0;
  float f = 0;
  bool any = false;
  short sh = 3;
  char c = 'a';
  std::vector<double> lines;
  [[paraloop]] for (int i = 0; i < 3000; ++i) {
    sum += table[i % 100] * v[i];
    other += v[i];
    if (i % 500 == 0)
      std::printf("%d %d\n", i, i);
    if (i == 7)
      lines.push_back(other);
    f = f * 0.5f + (float)v[i];
    any = any || v[i] > 0.3;
    sh += i % 3;
    c ^= i;
  }
  std::printf("%.17g %.17g %.17g %.9g %d %d %d\n", lines[0], sum, other, f, any,
              sh, c);
  double acc = 0;
  std::vector<int> log;
  try {
    [[paraloop]] for (int i = 0; i < 3000; ++i) {
      acc += v[i];
      if (i > 2000)
        log.at(7) = i;
      acc *= 1.0001;
    }
  } catch (const std::out_of_range &) {
    std::printf("thrown %.17g\n", acc);
  }
  double best = 1e9;
  int arg = -1;
  [[paraloop]] for (int i = 2999; i >= 0; --i) {
    const double d = (v[i] - .01) * (v[i] - .01);
    if (d <= best)
      best = d, arg = i;
    if (i == 12)
      continue;
    if (i == 5)
      break;
  }
  std::printf("%.17g %d\n", best, arg);
  int n = 0;
  long prod = 1;
  for (int r = 0; r < 30; ++r) {
    [[paraloop]] for (int i = 1; i < 200; ++i) {
      prod = prod * 31 % 1000003 + i;
      n = n < i ? i : n;
    }
  }
  std::printf("%ld %d\n", prod, n);
  double t = 0;
  [[paraloop]] for (int i = 0; i < 2000; ++i) {
    for (double x : {1., 2., 3.})
      t += x / (i + 1);
    if (i == 1900)
      std::exit((int)t % 100);
  }
  return 0;
}
