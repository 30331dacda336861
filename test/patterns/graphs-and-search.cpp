// Patterns of graphs and search: degree count, flags with an early break, prefix sums, compaction.
//
// RUN: %equal %s
#include "../programs/Inputs/show.h"
#include <utility>
#include <vector>

static long term(int a, int b) {
  long made = 0;
  for (int k = 0; k < 50; ++k) made = made * 3 % 1009 + a * b;
  return made;
}

static bool is_sorted(const std::vector<int> &values) {
  bool sorted = true;
  [[paraloop]]
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (values[i] < values[i - 1]) {
      sorted = false;
      break;
    }
  }
  return sorted;
}

int main() {
  const int n = 150;
  std::vector<std::pair<int, int>> edges;
  for (int i = 0; i < 600; ++i) edges.push_back({i * 7 % n, i * i % n});
  std::vector<int> in(n), out(n);
  int loops = 0;
  [[paraloop]]
  for (const auto &[from, to] : edges) {
    ++out[from];
    in[to]++;
    if (from == to) ++loops;
  }
  show("degrees", in, out, loops);
  show("sorted", is_sorted({1, 2, 3}), is_sorted(in));

  // What depends on earlier iterations the program itself does; the workers compute the terms.
  std::vector<long> sums(n);
  sums[0] = in[0];
  [[paraloop]]
  for (int i = 1; i < n; ++i) sums[i] = sums[i - 1] + term(in[i], out[i]);
  std::vector<int> large;
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    if (in[i] > 3) large.push_back(i);
  show("sums", sums, large);
}
