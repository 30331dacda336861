// Updates of local numbers that workers execute in turn: sums, products, minima
// with their index, hashes; beside other updates, with early exits, in headers
// of all kinds.
//
// RUN: %equal %s --both
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <list>
#include <map>
#include <string>
#include <vector>

static double value(int i) { return std::sin(i) * 1e3 / (i + 1); }

template <class T> T folded(const std::vector<T> &v) {
  T sum = 0, best = -1000;
  std::size_t at = 0;
  [[paraloop]]
  for (std::size_t i = 0; i < v.size(); ++i) {
    sum += v[i] * v[i];
    if (v[i] > best) {
      best = v[i];
      at = i;
    }
  }
  return sum + best + at;
}

int main() {
  double sum = 0.1, product = 1, largest = -1e9, smallest = 1e9;
  float narrow = 0;
  long double wide = 0;
  unsigned hash = 5381;
  int where = -1, odd = 0;
  std::vector<int> kept;
  std::map<int, int> counts;
  [[paraloop]]
  for (int i = 0; i < 5000; ++i) {
    const double x = value(i);
    sum += x;
    if (i % 7 == 0)
      product *= 1 + x * 1e-6;
    for (int k = 0; k < i % 3; ++k)
      narrow -= static_cast<float>(x) / (k + 1);
    wide += x * x;
    hash = hash * 33 + static_cast<unsigned>(i);
    smallest = std::min(smallest, x);
    if (x > largest) {
      largest = x;
      where = i;
    }
    odd += i & 1;
    if (i % 100 == 0)
      kept.push_back(i);
    ++counts[i % 5];
  }
  std::printf("%.17g %.17g %.9g %.21Lg %u %.17g %.17g %d %d %zu %d\n", sum,
              product, narrow, wide, hash, smallest, largest, where, odd,
              kept.size(), counts[3]);
  long last_number = 0, number = 1;
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    kept.push_back(i);
    if (value(i) > 0)
      last_number = number++;
  }
  std::printf("%ld %ld\n", last_number, number);
  double until = 0;
  int last = 0;
  [[paraloop]]
  for (int i = 0; i < 100000; ++i) {
    until += value(i);
    if (i == 3217) {
      last = i;
      break;
    }
  }
  std::printf("%.17g %d\n", until, last);
  double caught = 0;
  try {
    [[paraloop]]
    for (int i = 0;; ++i) {
      caught += value(i);
      if (i == 777)
        throw std::string("far");
    }
  } catch (const std::string &what) {
    std::printf("%.17g %s\n", caught, what.c_str());
  }
  std::list<double> list;
  for (int i = 0; i < 999; ++i)
    list.push_back(value(i));
  double listed = 1;
  [[paraloop]]
  for (double x : list)
    listed += x / listed;
  double heavy = 0;
  [[paraloop]]
  for (int i = 0; i < 40; ++i)
    for (int k = 0; k < 20000; ++k)
      heavy += value(i * k % 1000);
  std::printf("%.17g %.17g %.17g %g\n", listed, heavy,
              folded(std::vector<double>{1.5, 2.5, 2.5, -1}),
              folded(std::vector<float>{1, 7, 3}));
}
