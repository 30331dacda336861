// References that the body names where it does other work, and that refer to more, or to something else, than the parent
// could remember. The tool refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
#include <cstdio>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <unistd.h>
#include <utility>
#include <vector>

int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(100); // So that all workers get something.
  return i;
}

// == the-larger-of-two: refused or equal
void run() {
  std::string best = "a";
  long all = 0;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    const std::string w = std::to_string(work(i));
    const std::string &larger = std::max(best, w);
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) { all += larger.size() + v; best = larger; } }
  }
  std::printf("%s %ld\n", best.c_str(), all);
}

// == one-or-the-other: refused or equal
void run() {
  std::map<int, long> sums;
  long all = 0;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    long own = work(i);
    long &sum = i % 3 ? sums[i % 5] : own;
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) sum += v; }
    all += own;
  }
  for (auto &[k, s] : sums) std::printf("%d %ld ", k, s);
  std::printf("%ld\n", all);
}

// == of-two-outside: refused or equal
void run() {
  long odd = 0, even = 0;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    long &sum = work(i) % 2 ? odd : even;
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) sum += v; }
  }
  std::printf("%ld %ld\n", odd, even);
}

// == a-swap-in-between: refused or equal
void run() {
  std::vector<std::vector<int>> lists(5);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    auto &list = lists[work(i) % 5];
    std::swap(lists[0], lists[1 + i % 4]);
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) list.push_back(v); }
  }
  for (auto &l : lists) { for (int x : l) std::printf("%d ", x); std::puts(""); }
}

// == read-by-the-worker: refused or equal
void run() {
  std::map<int, long> sums;
  std::vector<long> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    long &sum = sums[i % 5];
    for (int k = 0; k < 2; ++k) { const int v = work(static_cast<int>(sum % 100) + k); if (v % 2) sum += v; }
    out.push_back(sum);
  }
  for (long x : out) std::printf("%ld ", x);
}

// == decides-the-inner-loop: refused or equal
void run() {
  std::map<int, long> sums;
  long calls = 0;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    long &sum = sums[i % 5];
    for (int k = 0; sum % 7 != 3 && k < 10; ++k) { const int v = work(i + k); ++calls; if (v % 2) sum += v; }
  }
  std::printf("%ld %ld\n", sums[2], calls);
}

// == in-a-lambda: refused or equal
void run() {
  std::map<int, long> sums;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    long &sum = sums[i % 5];
    const auto add = [&](int v) { sum += v; };
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) add(v); }
  }
  for (auto &[k, s] : sums) std::printf("%d %ld ", k, s);
}

// == an-alias-of-it: refused or equal
void run() {
  std::map<int, long> sums;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    long &sum = sums[i % 5];
    long &alias = sum;
    long *pointer = &alias;
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 3 == 0) alias += v; else if (v % 3 == 1) *pointer -= v; else sum ^= v; }
  }
  for (auto &[k, s] : sums) std::printf("%d %ld ", k, s);
}

// == two-in-one-declaration: refused or equal
void run() {
  std::map<int, long> sums;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    long &a = sums[i % 5], &b = sums[i % 7];
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) a += v; else b -= v; }
  }
  for (auto &[k, s] : sums) std::printf("%d %ld ", k, s);
}

// == bindings: refused or equal
void run() {
  std::map<int, std::pair<long, int>> sums;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    auto &[sum, count] = sums[i % 5];
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) { sum += v; ++count; } }
  }
  for (auto &[k, s] : sums) std::printf("%d %ld %d ", k, s.first, s.second);
}

// == rvalue-reference: refused or equal
void run() {
  std::map<int, std::string> texts;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    auto &&text = texts[i % 5];
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) text += std::to_string(v); }
  }
  for (auto &[k, s] : texts) std::printf("%d %s ", k, s.c_str());
}

// == kept-temporary: refused or equal
void run() {
  std::vector<std::string> texts(5);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    const std::string &text = texts[i % 5] + "x";
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) texts[v % 5] = text.substr(0, 9) + std::to_string(v % 10); }
  }
  for (auto &t : texts) std::printf("%s ", t.c_str());
}

// == of-a-base: refused or equal
struct Base { long sum = 0; };
struct Derived : Base { long other = 0; };
void run() {
  std::map<int, Derived> all;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    Base &base = all[i % 5];
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) base.sum += v; else all[i % 5].other += v; }
  }
  for (auto &[k, d] : all) std::printf("%d %ld %ld ", k, d.sum, d.other);
}

// == shadowed: refused or equal
void run() {
  std::map<int, long> sums;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    long &sum = sums[i % 5];
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) { sum += v; { long sum = v; sums[7] += sum; } } }
  }
  for (auto &[k, s] : sums) std::printf("%d %ld ", k, s);
}

// == leaves: refused or equal
void run() {
  std::map<int, long> sums;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    long &sum = sums[i % 5];
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v > 1000) goto out; if (v % 2) sum += v; }
  }
out:
  for (auto &[k, s] : sums) std::printf("%d %ld ", k, s);
}

// == by-a-function: refused or equal
struct Table { std::map<int, long> cells; long &at(int k) { return cells[k]; } long &either(int k, long &other) { return k % 2 ? cells[k] : other; } };
void run() {
  Table table;
  long rest = 0;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    long own = i;
    long &cell = table.at(i % 5);
    long &either = table.either(i % 3, own);
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) cell += v; else either += v; }
    rest += own;
  }
  for (auto &[k, s] : table.cells) std::printf("%d %ld ", k, s);
  std::printf("%ld\n", rest);
}

// == throws: refused or equal
void run() {
  std::map<int, long> sums;
  for (int i = 0; i < 4; ++i) sums[i] = 0;
  int k = -1;
  try {
[[paraloop]] for (int i = 0; i < 60; ++i) {
      long &sum = sums.at(i / 12);
      for (int j = 0; j < 2; ++j) { const int v = work(i + j); if (v % 2) { sum += v; k = i; } }
    }
  } catch (const std::exception &) { std::printf("thrown %d ", k); }
  for (auto &[k, s] : sums) std::printf("%d %ld ", k, s);
}

// == in-nested-loops: refused or equal
void run() {
  std::map<int, std::map<int, long>> all;
[[paraloop(chunk = 1)]] for (int i = 0; i < 20; ++i) {
    for (auto &row = all[i % 3]; row.size() < 4;) { const int v = work(i + static_cast<int>(row.size())); row[v] += 1; }
    if (auto &row = all[i % 4]; i % 2) for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) row[v % 3] += v; }
  }
  for (auto &[a, r] : all) for (auto &[b, v] : r) std::printf("%d %d %ld ", a, b, v);
}

// == moved-into-a-reference: refused or equal
void run() {
  std::map<int, std::vector<std::string>> all;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    std::string name = std::to_string(work(i));
    auto &list = all[i % 3];
    for (int k = 0; k < 3; ++k) { const int v = work(i + k); if (v % 5 == 0) { list.push_back(std::move(name)); name = "again"; } }
  }
  for (auto &[a, l] : all) for (auto &s : l) std::printf("%d %s ", a, s.c_str());
}

// == number-read-by-the-worker: refused or equal
void run() {
  long total = 0;
  std::vector<long> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    const int before = static_cast<int>(total % 97);
    for (int k = 0; k < 2; ++k) { const int v = work(i + k + before); if (v % 2) total += v; }
    out.push_back(before);
  }
  for (long x : out) std::printf("%ld ", x);
}

// == number-as-a-bound: refused or equal
void run() {
  std::vector<int> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    const std::size_t most = out.size() % 5;
    for (std::size_t k = 0; k < most + 1; ++k) { const int v = work(i + static_cast<int>(k)); if (v % 2) out.push_back(v); }
  }
  for (int x : out) std::printf("%d ", x);
}

// == number-with-an-address: refused or equal
void run() {
  std::vector<long> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    long size = static_cast<long>(out.size());
    long *pointer = &size;
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) *pointer += v; if (v % 3) out.push_back(size); }
  }
  for (long x : out) std::printf("%ld ", x);
}

// == number-in-a-lambda: refused or equal
void run() {
  std::vector<long> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    const long size = static_cast<long>(out.size());
    const auto next = [=](int v) { return size + v; };
    for (int k = 0; k < 2; ++k) { const int v = work(i + k); if (v % 2) out.push_back(next(v)); }
  }
  for (long x : out) std::printf("%ld ", x);
}

// == number-in-a-nested-scope: refused or equal
void run() {
  std::vector<long> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i)
    for (int k = 0; k < 3; ++k) {
      long size = static_cast<long>(out.size());
      for (int j = 0; j < 2; ++j) { const int v = work(i + k + j); if (v % 2) size += v; else out.push_back(size); }
    }
  for (long x : out) std::printf("%ld ", x);
}
