// Operands with effects are evaluated in the order of the sequential statement.
//
// RUN: %paraloop %s -- -std=c++17 | FileCheck %s
// RUN: %equal %s --both

#include <cstdio>
#include <map>
#include <vector>

static int next(int &state) { return state = (state * 5 + 1) % 1000; }

int main() {
  std::map<int, int> counts;
  std::vector<std::pair<int, int>> pairs;
  [[paraloop]] for (int i = 0; i < 50; ++i) {
    int state = i;
    // The right side of an assignment comes first.
    // CHECK: paraloop_iteration{{[.]}}sum(paraloop_update_1, paraloop::Operands{next(state) + 1, next(state)});
    counts[next(state)] += next(state) + 1;
    // Braces evaluate from left to right.
    // CHECK: paraloop_iteration{{[.]}}update(paraloop_update_2, paraloop::Operands{next(state), next(state) * 2});
    pairs.push_back({next(state), next(state) * 2});
  }
  for (const auto &[key, count] : counts) std::printf("%d %d\n", key, count);
  for (const auto &[first, second] : pairs) std::printf("%d %d\n", first, second);
}
