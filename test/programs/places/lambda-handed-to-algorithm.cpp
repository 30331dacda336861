// A lambda of the body goes by value to an algorithm, in a loop that stands in a lambda.
//
// RUN: %equal %s

#include <set>
#include <cstdio>
#include <vector>
#include <algorithm>
int main() {
  std::multiset<int> data{1, 2, 3, 5, 8};
  long total = 0;
  const auto run = [&] {
  [[paraloop]]
  for (const auto &x : data) {
    std::vector<int> own = {x * 3, x, x & 7};
    std::for_each(own.begin(), own.end(), [&](int y) { total += y; });
  }
  };
  run();
  std::printf("%ld\n", total);
}
