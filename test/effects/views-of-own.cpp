// Views that the body makes, of what it reads and of what it may change; and moves onto rows of its own: accepted where the result is
// equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include "Inputs/work.h"
#include <numeric>
#include <ranges>

static void print(const auto &v) {
  for (const auto &k : v)
    std::printf("%d ", int(k));
}

// == view-row-reverse: refused or equal
void run() { std::vector<std::vector<int>> m(40, std::vector<int>(5)); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { for (int &k : m[i] | std::views::reverse) k += work(i); } for (auto &r : m) print(r); }

// == view-row-drop: refused or equal
void run() { std::vector<std::vector<int>> m(40, std::vector<int>(5)); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { auto &row = m[i]; for (int &k : row | std::views::drop(1) | std::views::take(3)) k = work(i); } for (auto &r : m) print(r); }

// == view-row-filter: refused or equal
void run() { std::vector<std::vector<int>> m(40, std::vector<int>(5)); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { auto &row = m[i]; for (int &k : row | std::views::filter([](int x) { return x == 0; })) k = work(i); } for (auto &r : m) print(r); }

// == view-local-filter: accepted
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> row(5, i); for (int &k : row | std::views::filter([](int x) { return x % 2 == 0; })) k = work(i); y[i] = row[2]; } show(); }

// == view-local-reverse: accepted
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> row(5, i); for (int &k : row | std::views::reverse) k = work(i); y[i] = row[2]; } show(); }

// == view-drop-read: accepted
void run() { std::vector<int> a(40, 2); a[7] = 5; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { long s = work(i); for (int k : a | std::views::drop(i)) s += k; y[i] = s; } show(); }

// == view-drop-accumulate: accepted
void run() { std::vector<int> a(40, 2); a[7] = 5; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { auto part = a | std::views::drop(i); y[i] = std::accumulate(part.begin(), part.end(), work(i)); } show(); }

// == move-onto-row: accepted
void run() { std::vector<std::vector<int>> m(40, std::vector<int>(5)); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> r(5, work(i)); std::move(r.begin(), r.end(), m[i].begin()); } for (auto &r : m) print(r); }

// == move-onto-part: accepted
void run() { std::vector<int> m(200); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> r(5, work(i)); std::move(r.begin(), r.end(), m.begin() + i * 5); } print(m); }

// == move-onto-own-moved-from: refused or equal
void run() { std::vector<std::string> a(40, std::string(30, 'a')), b(40); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::move(a.begin() + i, a.begin() + i + 1, b.begin() + i); y[i] = work(i); } for (auto &s : a) std::printf("%s ", s.c_str()); for (auto &s : b) std::printf("%s ", s.c_str()); }

// == move-strings: refused or equal
void run() { std::vector<std::vector<std::string>> m(40, std::vector<std::string>(5)); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<std::string> r(5, std::to_string(work(i))); std::move(r.begin(), r.end(), m[i].begin()); } for (auto &r : m) for (auto &s : r) std::printf("%s ", s.c_str()); }

// == move-from-next: refused or equal
void run() { std::vector<int> m(41, 1); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { m[i] += work(i); std::move(m.begin() + i, m.begin() + i + 1, m.begin() + i + 1); } print(m); }

// == view-drop-changed: refused or equal
void run() { std::vector<int> a(40, 1); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { for (int &k : a | std::views::drop(i)) k += work(i); y[i] = a[39]; } print(a); show(); }

// == view-drop-read-changed: refused or equal
void run() { std::vector<int> a(40, 1); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { a[i] += work(i); long s = 0; for (int k : a | std::views::drop(i / 2)) s += k; y[i] = s; } print(a); show(); }

// == view-kept-changed: refused or equal
void run() { std::vector<int> a(40, 1); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { auto part = a | std::views::drop(i) | std::views::take(2); part[0] += work(i); y[i] = a[i / 2]; } print(a); show(); }

// == view-filled: refused or equal
void run() { std::vector<int> a(40, 1); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::ranges::fill(a | std::views::drop(i), work(i)); y[i] = a[i / 2]; } print(a); show(); }

// == view-called: refused or equal
void run() { std::vector<int> a(40, 1); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { for (int &k : std::views::reverse(a)) k += work(i); y[i] = a[i / 2]; } print(a); show(); }

// == view-of-all: refused or equal
void run() { std::vector<int> a(40, 1); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { auto all = std::views::all(a); all[i / 2] += work(i); y[i] = a[39 - i]; } print(a); show(); }

// == view-iterators: refused or equal
void run() { std::vector<int> a(40, 1); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { auto part = a | std::views::drop(i / 2); *part.begin() += work(i); y[i] = a[39 - i]; } print(a); show(); }

// == view-front: refused or equal
void run() { std::vector<int> a(40, 1); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { (a | std::views::drop(i / 2)).front() += work(i); y[i] = a[39 - i]; } print(a); show(); }

// == view-counts-calls: refused or equal
void run() { std::vector<int> a(40, 1); int calls = 0; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { long s = work(i); for (int k : a | std::views::transform([&](int x) { ++calls; return x; })) s += k; y[i] = s + calls; } show(); }

// == view-transform-by-function: refused or equal
static int calls = 0;
static int count(int x) { ++calls; return x; }
void run() { std::vector<int> a(40, 1); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { long s = work(i); for (int k : a | std::views::transform(count)) s += k; y[i] = s + calls; } show(); }

// == view-of-keys: refused or equal
void run() { std::vector<std::pair<int, int>> a(40); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { for (int &k : a | std::views::elements<1> | std::views::drop(i)) k += work(i); y[i] = a[39].second; } for (auto &k : a) std::printf("%d ", k.second); show(); }

// == view-moved-from: refused or equal
void run() { std::vector<int> a(40, 1); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { long s = work(i); for (int k : std::move(a) | std::views::drop(2)) s += k; y[i] = s; } std::printf("%zu", a.size()); show(); }
