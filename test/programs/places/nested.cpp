// Annotated loops inside of annotated loops, in place and in functions that the body calls.
//
// RUN: %equal %s --allow-native
#include "../Inputs/show.h"
#include <vector>

static long inner_sum(int n) {
  long sum = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) sum += i * i % 13;
  return sum;
}

static long depth(int level) {
  if (level == 0) return 1;
  long result = level;
  [[paraloop]]
  for (int i = 0; i < 4; ++i) result += depth(level - 1) * i;
  return result;
}

int main() {
  std::vector<long> rows;
  [[paraloop]]
  for (int row = 0; row < 60; ++row) {
    long sum = 0;
    [[paraloop]]
    for (int column = 0; column < 40; ++column) sum += row * column % 11;
    rows.push_back(sum);
  }
  long total = 0;
  [[paraloop]]
  for (int i = 0; i < 50; ++i) total += inner_sum(i);
  show("nested", rows, total, depth(4));
}
