// Loops whose end only the body knows, and loops whose number of trips nobody knows in advance.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <iostream>
#include <vector>

static long collatz(long x) { return x % 2 ? 3 * x + 1 : x / 2; }

static int find(const std::vector<int> &values, int wanted) {
  [[paraloop]]
  for (int i = 0;; ++i) {
    if (values[i] == wanted) return i;
  }
}

int main() {
  std::vector<int> values;
  for (int i = 0; i < 500; ++i) values.push_back(i * 7 % 501);
  std::vector<int> seen;
  [[paraloop]]
  for (int i = 0;; i += 2) {
    if (i * i > 250000) break;
    seen.push_back(values[i % 500]);
  }
  show("seen", seen, find(values, 300));

  std::vector<long> path;
  [[paraloop]]
  for (long x = 97; x != 1; x = collatz(x)) path.push_back(x);
  int steps = 0;
  [[paraloop]]
  for (long x = 871; x != 1; x = x % 2 ? 3 * x + 1 : x / 2) ++steps;
  show("collatz", path, steps);
}
