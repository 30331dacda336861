// Spans that a loop makes, moves on or is handed, iterators by which it counts, and ranges of numbers. The tool refuses
// each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <deque>
#include <iterator>
#include <list>
#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

inline double slow(double x) {
  for (int k = 0; k < 20; ++k) x = std::fmod(x * 7 + k, 509);
  return x;
}
constexpr int n = 24;
using Values = std::vector<double>;
inline Values values(int count) {
  Values made(count);
  for (int i = 0; i < count; ++i) made[i] = i;
  return made;
}
inline void show(const Values &all) {
  for (const double one : all) std::printf("%g ", one);
}

// == a-span-for-each-row: accepted
void run() {
  Values all = values(4 * n);
  std::vector<Values> rows(n, values(4));
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    std::span<double> row(all.data() + 4 * i, 4);
    row[2] = slow(row[3] + i);
    row[3] += 1;
  }
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    const std::span<double> row(rows[i]);
    row[0] = slow(row[1] + i);
  }
  std::span<double> whole(all);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    auto row = whole.subspan(4 * i, 4);
    row[1] = slow(row[1] + row.first(2)[0]);
  }
  show(all);
  for (const Values &row : rows) show(row);
}

// == rows-that-overlap: refused or equal
void run() {
  Values all = values(4 * n + 4);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    std::span<double> row(all.data() + 4 * i, 5);
    row[0] = slow(row[4] + i);
  }
  show(all);
}

// == a-span-that-moves-on: refused or equal
void run() {
  Values all = values(4 * n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    std::span<double> row(all.data() + 4 * i, 4);
    row[1] = slow(row[1]);
    row = std::span<double>(all).first(4);
    row[2] += slow(row[2]);
  }
  show(all);
}

// == the-end-of-a-span: refused or equal
void run() {
  Values all = values(2 * n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    auto row = std::span(all).last(i + 1);
    row[0] = slow(row[row.size() - 1] + i);
  }
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    auto row = std::span(all).subspan(i);
    row[0] = slow(row[1] + i);
  }
  show(all);
}

// == a-template-argument-for-a-place: refused or equal
void run() {
  Values all = values(2 * n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    auto row = std::span(all).subspan<1>();
    row[i] = slow(row[i + 1] + all[i] + i);
  }
  show(all);
}

// == a-span-of-what-grows: refused or equal
void run() {
  Values all = values(4 * n);
  all.reserve(1000);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    std::span<double> row(all.data() + 4 * i, 4);
    row[2] = slow(row[3] + i);
    all.push_back(slow(i));
  }
  show(all);
}

// == a-span-kept-by-a-lambda: refused or equal
void run() {
  Values all = values(2 * n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    std::span<double> row(all.data() + i, 2);
    const auto change = [row](int at) { row[at] = slow(row[at]); };
    change(0);
    change(1);
  }
  show(all);
}

// == a-span-handed-on: refused or equal
static void change(std::span<double> row, int at) { row[at] = slow(row[0] + row[at]); }
void run() {
  Values all = values(2 * n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    change(std::span<double>(all.data() + i, 2), 1);
    change(all, i);
  }
  show(all);
}

// == bytes-of-a-span: refused or equal
void run() {
  Values all = values(2 * n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    auto row = std::as_writable_bytes(std::span<double>(all));
    row[8 * i + 9] = std::byte(int(slow(i)) % 256);
    all[i] = slow(all[i]);
  }
  for (const double one : all) std::printf("%a ", one);
}

// == a-span-beside-a-vector: accepted
static void copy(std::span<double> to, const Values &from) {
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < to.size(); ++i) to[i] = slow(from[i] + i);
}
static void copyRange(std::span<double> to, const Values &from) {
  std::size_t i = 0;
  for (double &one : to) one = slow(from[i++]);
}
void run() {
  Values all = values(2 * n), others = values(2 * n);
  copy(all, others);
  copy(std::span(all).subspan(1, n), all);
  copyRange(all, others);
  show(all);
}

// == a-span-of-what-is-appended-to: accepted
static void append(std::span<double> from, Values &to) {
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < from.size(); ++i) {
    from[i] = slow(from[i]);
    to.push_back(slow(from[i] + i));
  }
}
void run() {
  Values all = values(n), others = values(n);
  append(others, all);
  all.reserve(1000);
  append(std::span(all).first(n), all);
  show(all);
  show(others);
}

// == a-span-that-changes-its-size: refused or equal
void run() {
  Values all = values(n);
  std::span<double> some(all);
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < some.size(); ++i) {
    some[i] = slow(some[i]);
    if (i == 5) some = some.first(8);
  }
  show(all);
}

// == two-spans: accepted
static void copy(std::span<double> to, std::span<const double> from) {
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < to.size(); ++i) to[i] = slow(from[i] + i);
}
void run() {
  Values all = values(2 * n);
  copy(std::span(all).first(n), std::span(all).last(n));
  copy(std::span(all).subspan(1, n), std::span(all).first(n));
  show(all);
}

// == counted-by-an-iterator: accepted
void run() {
  Values all = values(n), others(n);
  double *p = others.data();
  const double *q = all.data();
  [[paraloop(chunk = 1)]] for (auto at = all.begin(); at != all.end(); ++at) all[at - all.begin()] = slow(*at);
  [[paraloop(chunk = 1)]] for (auto at = all.begin(); at != all.end(); ++at)
    p[at - all.begin()] = slow(q[std::distance(all.begin(), at)]);
  [[paraloop(chunk = 1)]] for (const double *at = q; at != q + n; ++at) p[at - q] += slow(*at);
  show(all);
  show(others);
}

// == counted-from-another-place: refused or equal
void run() {
  Values all = values(2 * n);
  auto middle = all.begin() + n;
  [[paraloop(chunk = 1)]] for (auto at = all.begin() + 3; at != middle; ++at) all[at - all.begin() - 2] = slow(*at);
  [[paraloop(chunk = 1)]] for (auto at = all.begin(); at != middle; ++at) all[middle - at] = slow(all[middle - at] + *at);
  [[paraloop(chunk = 1)]] for (auto at = all.rbegin(); at != all.rend(); ++at) all[at - all.rbegin()] = slow(*at);
  show(all);
}

// == meeting-by-distance: accepted
static void change(const Values &all, double *p, const double *q) {
  [[paraloop(chunk = 1)]] for (auto at = all.begin(); at != all.end(); ++at)
    p[at - all.begin()] = slow(q[at - all.begin()] + *at);
}
void run() {
  Values all = values(n), others = values(2 * n);
  change(all, others.data(), others.data() + n);
  change(all, others.data() + 1, others.data());
  change(all, all.data(), others.data());
  show(all);
  show(others);
}

// == numbers-from-a-view: accepted
void run() {
  Values all = values(3 * n);
  double *p = all.data();
  double *rows[n];
  for (int i = 0; i < n; ++i) rows[i] = p + 3 * i;
  [[paraloop(chunk = 1)]] for (int i : std::views::iota(1, n)) p[i] = slow(p[i] + i);
  [[paraloop(chunk = 1)]] for (const auto i : std::views::iota(0, n)) rows[i][1] = slow(rows[i][0] + i);
  rows[5] = rows[4];
  [[paraloop(chunk = 1)]] for (const auto i : std::views::iota(0, n)) rows[i][1] = slow(rows[i][1] + i);
  show(all);
}

// == numbers-that-are-changed: refused or equal
void run() {
  Values all = values(4 * n);
  double *p = all.data();
  [[paraloop(chunk = 1)]] for (int i : std::views::iota(1, n)) {
    if (i % 3 == 0) ++i;
    p[i] = slow(p[i] + i);
  }
  [[paraloop(chunk = 1)]] for (int i : std::views::iota(1, n)) p[i] = slow(p[i - 1] + i);
  [[paraloop(chunk = 9)]] for (unsigned char i : std::views::iota(0, 600)) p[i % 64] = slow(p[i % 64] + i);
  [[paraloop(chunk = 9)]] for (signed char i : std::views::iota(0, 600)) p[i < 0 ? 0 : i / 8] += slow(i);
  show(all);
}

// == down-to-zero: accepted
void run() {
  Values all = values(n), others = values(n);
  double *p = all.data();
  const double *q = others.data();
  std::vector<double *> rows;
  for (double &one : others) rows.push_back(&one);
  [[paraloop(chunk = 1)]] for (std::size_t i = n; i-- > 0;) p[i] = slow(p[i] + q[i]);
  [[paraloop(chunk = 1)]] for (unsigned i = n; i--;) *rows[i] = slow(*rows[i] + p[i]);
  [[paraloop(chunk = 1)]] for (int i = n; i-- > 0;) p[i] += slow(q[n - 1 - i]);
  rows[3] = rows[4];
  [[paraloop(chunk = 1)]] for (unsigned i = n; i-- != 0;) *rows[i] = slow(*rows[i] + 1);
  show(all);
  show(others);
}

// == down-to-zero-over-others: refused or equal
static void change(double *p, const double *q) {
  [[paraloop(chunk = 1)]] for (unsigned i = n; i-- > 0;) p[i + 1] = slow(q[i] + i);
  [[paraloop(chunk = 1)]] for (unsigned i = n; i-- > 0;) p[i] = slow(q[i] + i);
}
void run() {
  Values all = values(3 * n);
  double *p = all.data();
  [[paraloop(chunk = 1)]] for (std::size_t i = n; i-- > 0;) p[i + 1] = slow(p[i] + i);
  [[paraloop(chunk = 1)]] for (std::size_t i = n; i-- > 0;) p[i] = slow(p[i + 1] + i);
  [[paraloop(chunk = 1)]] for (std::size_t i = n; i-- > 0; --i) p[i] = slow(p[i + 1] + i);
  [[paraloop(chunk = 1)]] for (unsigned char i = 200, k = 0; k < 50 && i-- > 0; ++k) p[i % 64] = slow(p[i % 64] + i);
  [[paraloop(chunk = 1)]] for (std::size_t i = n; i-- > 2;) p[i] = slow(p[i] + i);
  change(p, p);
  change(p + 1, p);
  change(p + n, p);
  change(p + n - 1, p);
  show(all);
}

// == next-and-prev: accepted
void run() {
  Values all = values(2 * n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    auto at = std::next(all.begin(), i);
    *at = slow(*at + i);
  }
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) *std::prev(all.end(), i + 1) += slow(*std::prev(all.end(), i + 1));
  show(all);
}

// == next-and-prev-of-others: refused or equal
void run() {
  Values all = values(2 * n);
  std::list<double> nodes(all.begin(), all.end());
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) *std::next(all.begin(), i) = slow(*std::next(all.begin() + i));
  [[paraloop(chunk = 1)]] for (int i = 1; i < n; ++i) *std::next(all.begin(), i) = slow(*std::prev(all.begin() + i) + i);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) *std::next(nodes.begin(), i) = slow(*std::next(nodes.begin(), i) + i);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) *std::next(all.rbegin(), i) = slow(all[i] + i);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) *std::next(all.begin(), i % 3) = slow(*std::next(all.begin(), i % 3) + i);
  show(all);
  for (const double one : nodes) std::printf("%g ", one);
}

// == from-where-the-variable-stands: accepted
void run() {
  Values all = values(3 * n), others = values(3 * n);
  double *p = all.data();
  const double *q = others.data();
  std::vector<double *> rows;
  for (double &one : others) rows.push_back(&one);
  long i = 3;
  [[paraloop(chunk = 1)]] for (; i < n; ++i) p[i] = slow(q[i] + i);
  i = 2;
  [[paraloop(chunk = 1)]] for (; i < n; ++i) p[static_cast<int>(i) + n] = slow(q[static_cast<int>(i)]);
  i = 5;
  [[paraloop(chunk = 1)]] for (; i < n; ++i) *rows[static_cast<int>(i)] = slow(p[i]);
  std::printf("%ld ", i);
  show(all);
  show(others);
}

// == counted-from-the-size: accepted
void run() {
  Values all = values(n);
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < all.size(); ++i) all[all.size() - 1 - i] = slow(all[all.size() - 1 - i] + i);
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < n; ++i) *(all.end() - 1 - i) += slow(i);
  show(all);
}
