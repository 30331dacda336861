// Algorithms that are handed a view or an iterator, and change what that leads to: the tool refuses each of these
// programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --std=c++20 --allow-native

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <iterator>
#include <ranges>
#include <span>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
long y[40];
void show() {
  for (long k : y) std::printf(" %ld", k);
}

// == a-span-of-the-body: refused or equal
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::span<int> s(a.data() + i * 2, 3); std::ranges::fill(s, work(i)); }
  for (int k : a) std::printf(" %d", k);
}

// == a-span-as-a-parameter: refused or equal
static void fill(std::span<int> s, int k) { std::ranges::fill(s, k); }
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { fill({a.data() + i * 2, 3}, work(i)); }
  for (int k : a) std::printf(" %d", k);
}

// == a-part-of-a-parameter: refused or equal
static void fill(std::span<int> all, int i) {
  auto s = all.subspan(std::size_t(i) * 2, 2);
  std::ranges::fill(s, work(i));
}
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { fill(a, i); }
  for (int k : a) std::printf(" %d", k);
}

// == a-part-of-a-span-from-before: refused or equal
void run() {
  std::vector<int> a(82);
  std::span<int> all(a);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { auto s = all.subspan(std::size_t(i) * 2, 2); std::ranges::fill(s, work(i)); }
  for (int k : a) std::printf(" %d", k);
}

// == a-span-of-each-row: refused or equal
void run() {
  std::vector<std::vector<int>> rows(40, std::vector<int>(3));
  [[paraloop(chunk = 1)]] for (auto &row : rows) { std::span s(row); std::ranges::fill(s, work(int(&row - &rows[0]))); }
  for (auto &a : rows) for (int k : a) std::printf(" %d", k);
}

// == a-span-of-characters: refused or equal
void run() {
  std::string a(80, 'x');
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::span<char> s(a.data() + i * 2, 2); std::ranges::fill(s, char('a' + work(i) % 26)); }
  std::printf("%s", a.c_str());
}

// == a-span-that-is-moved: refused or equal
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::span<int> s(a.data() + i * 2, 3); std::ranges::fill(std::move(s), work(i)); }
  for (int k : a) std::printf(" %d", k);
}

// == a-subrange: refused or equal
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::ranges::subrange s(a.begin() + i * 2, a.begin() + i * 2 + 2); std::ranges::fill(s, work(i)); }
  for (int k : a) std::printf(" %d", k);
}

// == sorted-and-generated: refused or equal
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::span<int> s(a.data() + i * 2, 3); std::ranges::generate(s, [k = work(i)]() mutable { return k--; }); std::ranges::stable_sort(s); std::ranges::reverse(s); }
  for (int k : a) std::printf(" %d", k);
}

// == swapped-ranges: refused or equal
void run() {
  std::vector<int> a(82), b(82, 7);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { work(i); std::span s(&a[i], 3), t(&b[i], 3); std::ranges::swap_ranges(s, t); }
  for (int k : a) std::printf(" %d", k);
}

// == swapped-elements: accepted
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { work(i); a[i * 2] = i; auto first = a.begin() + i * 2, last = first + 1; std::ranges::iter_swap(first, last); }
  for (int k : a) std::printf(" %d", k);
}

// == a-view-of-the-programs-own: refused or equal
struct Row {
  int *p;
  int n;
  int *begin() const { return p; }
  int *end() const { return p + n; }
};
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { Row row{a.data() + i * 2, 3}; std::ranges::fill(row, work(i)); }
  for (int k : a) std::printf(" %d", k);
}

// == a-constant-view-of-the-programs-own: refused or equal
struct Row {
  int *p;
  int n;
  int *begin() const { return p; }
  int *end() const { return p + n; }
};
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { const Row row{a.data() + i * 2, 3}; std::ranges::fill(row, work(i)); }
  for (int k : a) std::printf(" %d", k);
}

// == a-view-that-begins-in-a-global: refused or equal
int global[82];
struct Row {
  int i;
  int *begin() const { return global + i * 2; }
  int *end() const { return global + i * 2 + 2; }
};
void run() {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { Row row{i}; std::ranges::fill(row, work(i)); }
  for (int k : global) std::printf(" %d", k);
}

// == a-view-with-a-reference: refused or equal
struct Row {
  std::vector<int> &v;
  auto begin() { return v.begin(); }
  auto end() { return v.end(); }
};
void run() {
  std::vector<std::vector<int>> rows(40, std::vector<int>(2));
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { Row row{rows[std::size_t(i)]}; std::ranges::fill(row, work(i)); }
  for (auto &a : rows) for (int k : a) std::printf(" %d", k);
}

// == a-view-derived-from-a-span: refused or equal
struct Row : std::span<int> { using std::span<int>::span; };
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { Row row(a.data() + i * 2, 2); std::ranges::fill(row, work(i)); }
  for (int k : a) std::printf(" %d", k);
}

// == iterators-of-the-programs-own: refused or equal
struct It {
  using difference_type = std::ptrdiff_t;
  using value_type = int;
  using pointer = int *;
  using reference = int &;
  using iterator_category = std::forward_iterator_tag;
  int *p = nullptr;
  int &operator*() const { return *p; }
  It &operator++() { ++p; return *this; }
  It operator++(int) { It before = *this; ++p; return before; }
  bool operator==(const It &other) const { return p == other.p; }
};
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::fill(It{a.data() + i * 2}, It{a.data() + i * 2 + 1}, work(i)); }
  for (int k : a) std::printf(" %d", k);
}

// == iterators-of-the-programs-own-in-variables: refused or equal
struct It {
  using difference_type = std::ptrdiff_t;
  using value_type = int;
  using pointer = int *;
  using reference = int &;
  using iterator_category = std::forward_iterator_tag;
  int *p = nullptr;
  int &operator*() const { return *p; }
  It &operator++() { ++p; return *this; }
  It operator++(int) { It before = *this; ++p; return before; }
  bool operator==(const It &other) const { return p == other.p; }
};
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { It first{a.data() + i * 2}, last{a.data() + i * 2 + 1}; std::ranges::fill(first, last, work(i)); }
  for (int k : a) std::printf(" %d", k);
}

// == copied-to-an-iterator-of-the-programs-own: refused or equal
struct It {
  using difference_type = std::ptrdiff_t;
  using value_type = int;
  using pointer = int *;
  using reference = int &;
  using iterator_category = std::forward_iterator_tag;
  int *p = nullptr;
  int &operator*() const { return *p; }
  It &operator++() { ++p; return *this; }
  It operator++(int) { It before = *this; ++p; return before; }
  bool operator==(const It &other) const { return p == other.p; }
};
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> own{i, work(i)}; std::copy(own.begin(), own.end(), It{a.data() + i * 2}); }
  for (int k : a) std::printf(" %d", k);
}

// == moved-elements: refused or equal
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> own{i, work(i)}; std::move(own.begin(), own.end(), a.begin() + i); }
  for (int k : a) std::printf(" %d", k);
}

// == moved-elements-of-a-range: refused or equal
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> own{i, work(i)}; std::ranges::move(own, a.begin() + i); }
  for (int k : a) std::printf(" %d", k);
}

// == sorted-into-a-range: refused or equal
void run() {
  std::vector<int> a(82);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> own{i, work(i)}; std::ranges::partial_sort_copy(own, a); }
  for (int k : a) std::printf(" %d", k);
}

// == a-span-of-a-local-array: accepted
static void fill(std::span<int> s, int k) { std::ranges::fill(s.subspan(1), k); std::ranges::reverse(s); }
void run() {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { int own[6] = {i, work(i)}; std::span<int> s(own); std::ranges::sort(s); fill(own, s[5]); y[i] = own[5] + own[0]; }
  show();
}

// == a-class-with-elements-in-it: accepted
struct Row {
  int n[3] = {};
  int *begin() { return n; }
  int *end() { return n + 3; }
};
void run() {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { Row row; std::ranges::fill(row, work(i)); y[i] = row.n[1]; }
  show();
}

// == a-class-with-a-container-in-it: accepted
struct Row : std::vector<int> { using std::vector<int>::vector; };
void run() {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { Row row{1, 2}; std::ranges::fill(row, work(i)); y[i] = row[1]; }
  show();
}

// == a-class-with-memory-of-its-own: accepted
class Row {
  int *p = new int[3];
public:
  Row() = default;
  Row(const Row &) = delete;
  ~Row() { delete[] p; }
  int *begin() { return p; }
  int *end() { return p + 3; }
};
void run() {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { Row row; std::ranges::fill(row, work(i)); y[i] = *row.begin(); }
  show();
}

// == spans-that-are-read: accepted
static int sum(std::span<int> s) {
  int n = 0;
  std::ranges::for_each(s, [&](int k) { n += k; });
  return n + int(std::ranges::count(s, 0)) + std::ranges::is_partitioned(s, [](int k) { return k > 0; });
}
void run() {
  std::vector<int> a(82, 3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = sum(a) + work(i); }
  show();
}

// == a-span-from-before: refused or equal
void run() {
  std::vector<int> a(8);
  std::span<int> s(a);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) std::ranges::fill(s, work(i)); y[i] = a[0]; }
  show();
}

// == a-view-of-the-programs-own-from-before: refused or equal
struct Row {
  int *p;
  int n;
  int *begin() const { return p; }
  int *end() const { return p + n; }
};
void run() {
  std::vector<int> a(8);
  Row row{a.data(), 3};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) std::ranges::fill(row, work(i)); y[i] = a[0]; }
  show();
}

// == a-view-of-the-programs-own-as-a-parameter: refused or equal
struct Row {
  int *p;
  int n;
  int *begin() const { return p; }
  int *end() const { return p + n; }
};
void set(const Row &row, int k) { std::ranges::fill(row, k); }
void go(const Row &row, std::vector<int> &a) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) set(row, work(i)); y[i] = a[0]; }
  show();
}
void run() {
  std::vector<int> a(8);
  go({a.data(), 3}, a);
}

// == a-view-with-a-reference-from-before: accepted
struct Row {
  std::vector<int> &v;
  auto begin() const { return v.begin(); }
  auto end() const { return v.end(); }
};
void run() {
  std::vector<int> a(8);
  Row row{a};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) std::ranges::fill(row, work(i)); y[i] = a[0]; }
  show();
}
