// Workers store into a SharedVariable directly; the program has what they stored.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 %runtime_include | FileCheck %s
// RUN: %equal %s --both

#include <paraloop/paraloop.h>

#include <cstdio>
#include <vector>

struct Sample {
  double value;
  int from;
};

class Grid {
public:
  explicit Grid(std::size_t n) : cells_(n) {}
  void fill() {
    // CHECK: {{^}}  this->cells_: shared
    [[paraloop]]
    for (std::size_t i = 0; i < cells_.size(); ++i)
      cells_[i] = static_cast<int>(i * i % 101);
  }
  long sum() const {
    long sum = 0;
    for (const int cell : cells_)
      sum = sum * 3 % 1000003 + cell;
    return sum;
  }

private:
  paraloop::SharedVariable<int[]> cells_;
};

int main() {
  const std::size_t n = 1000;
  paraloop::SharedVariable<double[]> roots(n);
  paraloop::SharedVariable<Sample[]> samples(n);
  paraloop::SharedVariable<bool> found(false);
  std::vector<int> order;
  // CHECK: {{^}}  found: shared
  // CHECK: {{^}}  order: replayed
  // CHECK: {{^}}  roots: shared
  // CHECK: {{^}}  samples: shared
  [[paraloop(shared(roots, samples))]]
  for (std::size_t i = 0; i < n; ++i) {
    double x = 1;
    for (int k = 0; k < 20; ++k)
      x = (x + static_cast<double>(i) / x) / 2;
    roots[i] = x;
    samples[n - 1 - i].value = x;
    samples[n - 1 - i].from = static_cast<int>(i);
    if (i % 77 == 5)
      found = true;
    if (x > 30)
      order.push_back(static_cast<int>(i));
  }
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i)
    sum += roots[i] * samples[i].from - samples[i].value;
  Grid grid(500);
  grid.fill();
  std::printf("%.17g %d %zu %ld\n", sum, static_cast<int>(found), order.size(), grid.sum());
}
