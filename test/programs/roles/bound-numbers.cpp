// Numbers of the body that only the parent knows, named where the body does other work: the parent remembers them.
//
// RUN: %equal %s --both
// RUN: %paraloop --explain %s -- -std=c++17 | FileCheck %s
// CHECK-COUNT-3: parallel: {{[89][0-9]}} % of the body
#include <cstdio>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>
static int work(int i) { for (int k = 0; k < 3000; ++k) i = (i * 31 + 7) % 1009; return i; }
enum class Kind { Small, Large };
static void ids() {
  std::unordered_map<std::string, std::size_t> numbers;
  std::vector<std::pair<std::size_t, int>> edges;
  [[paraloop]]
  for (int i = 0; i < 150; ++i) {
    const std::string name = "n" + std::to_string(work(i) % 40);
    const std::size_t id = numbers.emplace(name, numbers.size()).first->second;
    for (int k = 0; k < 3; ++k) { const int v = work(i + k); if (v % 2) edges.emplace_back(id, v); }
  }
  for (auto &[a, b] : edges) std::printf("%zu-%d ", a, b);
  std::puts("");
}
static void changed() {
  long total = 1; std::vector<long> out; int seen = 0;
  [[paraloop]]
  for (int i = 0; i < 150; ++i) {
    long before = total;
    Kind kind = total % 2 ? Kind::Small : Kind::Large;
    unsigned char narrow = static_cast<unsigned char>(total);
    bool odd(total % 2);
    for (int k = 0; k < 3; ++k) {
      const int v = work(i + k);
      if (v % 3 == 0) { before += v; total += kind == Kind::Large ? 1 : 2; }
      if (v % 5 == 0) { out.push_back(before); ++narrow; if (odd) ++seen; }
    }
    total += narrow;
  }
  for (long x : out) std::printf("%ld ", x);
  std::printf("%ld %d\n", total, seen);
}
static void lists() {
  std::vector<std::vector<int>> rows; double sum = 0;
  [[paraloop]]
  for (int i = 0; i < 100; ++i) {
    rows.emplace_back();
    const auto at = rows.size() - 1;
    const double start{sum};
    for (int k = 0; k < 3; ++k) { const int v = work(i + k); if (v % 2) rows[at].push_back(v); else sum += v / 3.0 + start * 1e-9; }
  }
  for (auto &r : rows) { for (int x : r) std::printf("%d ", x); }
  std::printf("%.17g\n", sum);
}
int main() { for (int r = 0; r < 2; ++r) { ids(); changed(); lists(); } }
