// Structured bindings that hold pointers, or stand for parts of what the loop changes. The tool refuses each of these
// programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <array>
#include <cstdio>
#include <map>
#include <string>
#include <tuple>
#include <unistd.h>
#include <utility>
#include <vector>

int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}

struct Held { int *p; int n; };
struct Linked { Held inner; int &r; };
[[maybe_unused]] static int a, b, c;
[[maybe_unused]] static int *q = &b;
[[maybe_unused]] static std::vector<Held> all{{&c, 1}, {&a, 2}};
[[maybe_unused]] static void show() { std::printf("%d %d %d\n", a, b, c); }

// == pair-by-value: refused or equal
void run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { auto [p, n] = std::pair<int *, int>(q, 3); *p += work(n + i); }
  show();
}

// == struct-by-value: refused or equal
void run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { auto [p, n] = Held{q, i}; *p += work(n); }
  show();
}

// == tuple: refused or equal
void run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { auto [p, n] = std::make_tuple(q, i); *p += work(n); }
  show();
}

// == element-by-reference: refused or equal
void run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { auto &[p, n] = all[i % 2]; *p += work(n + i); }
  show();
}

// == element-by-value: refused or equal
void run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { auto [p, n] = all[i % 2]; p[0] += work(n + i); }
  show();
}

// == local-by-reference: refused or equal
void run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { Held own{q, i}; auto &[p, n] = own; *p += work(n + i); }
  show();
}

// == array-of-pointers: refused or equal
void run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { int *ps[2] = {q, &a}; auto &[x, y] = ps; *y += work(i); *x += 1; }
  show();
}

// == member-of-a-local: refused or equal
void run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { Held own = all[i % 2]; int *p = own.p; *p += work(i); *own.p += 1; }
  show();
}

// == moved: refused or equal
void run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { auto [p, n] = std::move(all[i % 2]); *p += work(n + i); }
  show();
}

// == nested: refused or equal
void run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { Linked one{{q, 1}, a}; auto &[held, r] = one; r += work(i); *held.p += 2; }
  show();
}

// == conditional: refused or equal
void run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { auto [p, n] = i % 2 ? all[0] : all[1]; *p += work(n); }
  show();
}

// == through-a-call: refused or equal
void run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { auto [x, y] = std::tie(a, b); x += work(i); y += 2; }
  show();
}

// == forwarded: refused or equal
void run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { auto &&[x, y] = std::forward_as_tuple(a, b); x += work(i); y += 2; }
  show();
}

// == pair-of-references: refused or equal
void run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { std::pair<int &, int &> both(a, c); auto &[x, y] = both; x += work(i); y -= 1; }
  show();
}

// == map-of-pointers: refused or equal
void run() {
  std::map<int, int *> m{{1, &a}, {2, &c}, {3, q}, {4, q}, {5, &a}};
  (void)m;
[[paraloop(chunk = 1)]] for (auto &[k, p] : m) { *p += work(k); }
  show();
}

// == map-of-pointers-by-value: refused or equal
void run() {
  std::map<int, int *> m{{1, &a}, {2, &c}, {3, q}, {4, q}, {5, &a}};
  (void)m;
[[paraloop(chunk = 1)]] for (auto [k, p] : m) { *p += work(k); }
  show();
}

// == vector-of-structs: refused or equal
void run() {
  std::map<int, int *> m{{1, &a}, {2, &c}, {3, q}, {4, q}, {5, &a}};
  (void)m;
[[paraloop(chunk = 1)]] for (auto &[p, n] : all) { *p += work(n); }
  show();
}

// == vector-of-structs-by-value: refused or equal
void run() {
  std::map<int, int *> m{{1, &a}, {2, &c}, {3, q}, {4, q}, {5, &a}};
  (void)m;
[[paraloop(chunk = 1)]] for (const auto [p, n] : all) { *p += work(n); }
  show();
}

// == entry-of-a-map: accepted
struct Entry { long sum = 0; int count = 0; };
void run() {
  std::map<int, Entry> entries;
  std::map<int, std::pair<long, std::string>> pairs;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    const int w = work(i);
    auto &[sum, count] = entries[i % 3];
    sum += w;
    ++count;
    auto &[total, text] = pairs[i % 4];
    total += w;
    text += std::to_string(w % 10);
  }
  for (auto &[k, e] : entries) std::printf("%d %ld %d\n", k, e.sum, e.count);
  for (auto &[k, p] : pairs) std::printf("%d %ld %s\n", k, p.first, p.second.c_str());
}

// == own-elements: accepted
void run() {
  std::vector<std::pair<int, long>> own(60);
  std::vector<std::array<int, 2>> arrays(60);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    auto &[x, y] = own[i];
    x = work(i);
    y += x;
    auto &[s, t] = arrays[i];
    s = t + x;
  }
  for (auto &[x, y] : own) std::printf("%d %ld ", x, y);
  for (auto &[s, t] : arrays) std::printf("%d %d ", s, t);
}

// == emplaced: accepted
struct Entry { long sum = 0; };
void run() {
  std::map<int, Entry> entries;
  std::vector<int> fresh;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    const int w = work(i);
    auto [at, isNew] = entries.try_emplace(w % 20);
    at->second.sum += w;
    if (isNew) fresh.push_back(i);
  }
  for (int x : fresh) std::printf("%d ", x);
  for (auto &[k, e] : entries) std::printf("%d %ld ", k, e.sum);
}
