// References of the body to what only the parent knows, named where the body does other work: the parent remembers what
// they refer to.
//
// RUN: %equal %s --both
// RUN: %paraloop --explain %s -- -std=c++17 | FileCheck %s
// CHECK-COUNT-4: parallel: {{[89][0-9]}} % of the body
#include <cstdio>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>
static int work(int i) { for (int k = 0; k < 3000; ++k) i = (i * 31 + 7) % 1009; return i; }
struct Entry { int ok = 0, bad = 0; std::vector<std::string> notes; void note(const std::string &s) { notes.push_back(s); } };
struct Failed : std::runtime_error { using runtime_error::runtime_error; };
static int fetch(int i, int attempt) { const int w = work(i + attempt * 1000); if (w % 3 == 0) throw Failed("w" + std::to_string(w)); return w; }
static void retries() {
  std::map<std::string, Entry> reports; int done = 0;
  [[paraloop]]
  for (int i = 0; i < 150; ++i) {
    auto &report = reports["host" + std::to_string(i % 7)];
    for (int attempt = 1;; ++attempt) {
      try {
        const int r = fetch(i, attempt);
        if (r % 2) ++report.ok; else { ++report.bad; report.notes.push_back(std::to_string(r)); }
        break;
      } catch (const Failed &e) {
        if (attempt == 2) { std::cerr << e.what() << '\n'; report.note(e.what()); break; }
      }
    }
    ++done;
    if (done % 10 == 0) std::cout << done << " of 150" << std::endl;
  }
  for (auto &[k, e] : reports) { std::printf("%s %d %d", k.c_str(), e.ok, e.bad); for (auto &n : e.notes) std::printf(" %s", n.c_str()); std::puts(""); }
}
static void inner() {
  std::map<int, std::vector<int>> groups; std::vector<long> sums(10); long all = 0;
  [[paraloop]]
  for (int i = 0; i < 150; ++i) {
    auto &group = groups[work(i) % 5];
    long &sum = sums[static_cast<std::size_t>(work(i + 1) % 10)];
    for (int k = 0; k < 4; ++k) {
      const int w = work(i * 4 + k);
      if (w % 2) { group.push_back(w); continue; }
      sum += w;
      if (w % 5 == 0) { const auto &fixed = groups[w % 5]; for (int j = 0; j < 2; ++j) { const int v = work(j + w); if (v % 2) all += static_cast<long>(fixed.size()) + v; } }
    }
  }
  for (auto &[k, g] : groups) { std::printf("%d:", k); for (int x : g) std::printf(" %d", x); std::puts(""); }
  for (long s : sums) std::printf("%ld ", s);
  std::printf("%ld\n", all);
}
static void nested() {
  std::map<int, std::map<int, Entry>> all;
  [[paraloop]]
  for (int i = 0; i < 150; ++i) {
    for (int k = 0; k < 2; ++k) {
      auto &row = all[i % 3];
      const int w = work(i + k);
      if (w % 2) {
        auto &cell = row[w % 4];
        for (int j = 0; j < 2; ++j) { const int v = work(w + j); if (v % 3) { ++cell.ok; cell.note(std::to_string(v)); } else ++cell.bad; }
      }
    }
  }
  for (auto &[a, r] : all) for (auto &[b, e] : r) std::printf("%d.%d %d %d %zu\n", a, b, e.ok, e.bad, e.notes.size());
}
static void seen() {
  std::map<int, int> first; std::vector<int> order;
  [[paraloop]]
  for (int i = 0; i < 150; ++i) {
    auto &place = first[work(i) % 20];
    if (place == 0) { order.push_back(i); place = i + 1; }
    for (int k = 0; k < 2; ++k) { const int w = work(i + k); if (w % 2) place += w; }
  }
  for (int x : order) std::printf("%d ", x);
  for (auto &[k, v] : first) std::printf("%d=%d ", k, v);
  std::puts("");
}
int main() { for (int r = 0; r < 2; ++r) { retries(); inner(); nested(); seen(); } }
