// A replayed statement that names a structured binding gives no warning, and a constant of the library that a default
// argument names isn't compared with what the loop changes.
//
// RUN: %equal %s --both
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

static int work(int x) { return x * 7 % 509; }

static void add(const std::vector<int> &data, long &total) {
  [[paraloop]] for (const int x : data) {
    total += x;
    std::puts(std::to_string(x + 100).substr(1).c_str());
  }
}

int main() {
  std::pair<int, int> real(1, 2);
  auto &[kept, other] = real;
  [[paraloop]] for (int i = 0; i < 20; ++i) { kept = (kept * 3 + work(i)) % 1009; }
  std::printf("%d %d\n", real.first, other);
  long total = 1;
  add({1, 2, 3}, total);
  std::printf("%ld\n", total);
}
