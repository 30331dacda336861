// A class object is handed over beside its fields: what the replayed statement doesn't name has no name there.
//
// RUN: %equal %s --both

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>
struct Point { int x = 1; std::string name; int norm() const { return x * 3 % 101; } };
static int spin(int x) { int s = x; for (int k = 0; k < 5; ++k) s = (s * 7 + k) % 509; return s; }
static int mix(int a, int b) { return (a * 31 + b * 17 + 5) % 1009; }
int main() {
  std::vector<std::string> words{"a", "bb", "ccc"};
  int total = 1;
  std::vector<int> out;
  [[paraloop]]
  for (std::string word : words) {
    Point here;
    here.x = spin(static_cast<int>(word.size()));
    total = (total + here.norm()) % 1009;
    const int own18 = spin(total);
    std::vector<int> own19 = {mix([&](int own) { return (own + 3) % 1009; }(here.x), 5), mix(own18, here.x) & 127, here.x};
    out.push_back(own19[1]);
  }
  std::printf("%d %d\n", total, out[2]);
}
