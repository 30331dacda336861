// The options of the attribute, and loops with few iterations or none.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <vector>

static long sum_to(int n) {
  long sum = 0;
  [[paraloop(chunk = 2)]]
  for (int i = 0; i < n; ++i) sum += i * i;
  return sum;
}

int main() {
  std::vector<int> out;
  [[paraloop(num_processes = 2, chunk = 7)]]
  for (int i = 0; i < 400; ++i) out.push_back(i % 9);
  [[paraloop(timeout = 30s)]]
  for (int i = 0; i < 250; ++i) out.push_back(-i);
  [[likely, paraloop(chunk = 1)]]
  for (int x : {4, 5, 6}) out.push_back(x);
  show("out", out);
  show("few", sum_to(0), sum_to(-3), sum_to(1), sum_to(2), sum_to(300));
}
