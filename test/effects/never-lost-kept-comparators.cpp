// Comparators, hashers and equalities that a container keeps run at every look-up, and change something. The tool refuses
// each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstddef>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <queue>
#include <set>
#include <unistd.h>
#include <unordered_map>
#include <unordered_set>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
void show(const std::vector<int> &y, long calls) {
  for (int v : y) std::printf("%d ", v);
  std::printf("%ld", calls);
}

// == a-function-pointer: refused or equal
long calls = 0;
bool less(int a, int b) { ++calls; return a < b; }
void run() {
  std::map<int, int, bool (*)(int, int)> m(less);
  for (int i = 0; i < 9; ++i) m[i] = i;
  calls = 0;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = m.at(work(i) % 9); }
  show(y, calls);
}

// == a-function-pointer-in-a-function: refused or equal
long calls = 0;
bool less(int a, int b) { ++calls; return a < b; }
using Map = std::map<int, int, bool (*)(int, int)>;
int look(const Map &m, int k) { const auto at = m.find(k); return at == m.end() ? -1 : at->second; }
void run() {
  Map m(less);
  for (int i = 0; i < 9; ++i) m[i] = i;
  calls = 0;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = look(m, work(i)); }
  show(y, calls);
}

// == a-std-function: refused or equal
void run() {
  long calls = 0;
  std::map<int, int, std::function<bool(int, int)>> m([&](int a, int b) { ++calls; return a < b; });
  for (int i = 0; i < 9; ++i) m[i] = i;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = m.at(work(i) % 9); }
  show(y, calls);
}

// == a-std-function-with-an-object: refused or equal
struct Less { long *calls; bool operator()(int a, int b) const { ++*calls; return a < b; } };
void run() {
  long calls = 0;
  std::set<int, std::function<bool(int, int)>> s(Less{&calls});
  for (int i = 0; i < 9; ++i) s.insert(i);
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = s.count(work(i)); }
  show(y, calls);
}

// == a-comparator-with-a-pointer: refused or equal
struct Less { long *calls; bool operator()(int a, int b) const { ++*calls; return a < b; } };
void run() {
  long calls = 0;
  std::set<int, Less> s(Less{&calls});
  for (int i = 0; i < 9; ++i) s.insert(i);
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { const auto at = s.find(work(i) % 9); y[i] = *at; }
  show(y, calls);
}

// == a-generic-comparator: refused or equal
struct Less {
  long *calls;
  using is_transparent = void;
  template <class A, class B> bool operator()(const A &a, const B &b) const { ++*calls; return a < b; }
};
void run() {
  long calls = 0;
  std::set<int, Less> s(Less{&calls});
  for (int i = 0; i < 9; ++i) s.insert(i);
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = s.contains(long(work(i))); }
  show(y, calls);
}

// == a-generic-comparator-with-a-global: refused or equal
long calls = 0;
struct Less {
  template <class A, class B> bool operator()(const A &a, const B &b) const { ++calls; return a < b; }
};
void run() {
  std::set<int, Less> s;
  for (int i = 0; i < 9; ++i) s.insert(i);
  calls = 0;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = s.contains(work(i)); }
  show(y, calls);
}

// == a-comparator-with-a-reference: refused or equal
struct Less { long &calls; bool operator()(int a, int b) const { ++calls; return a < b; } };
void run() {
  long calls = 0;
  std::set<int, Less> s(Less{calls});
  for (int i = 0; i < 9; ++i) s.insert(i);
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = *s.lower_bound(work(i) % 9); }
  show(y, calls);
}

// == a-comparator-that-counts-in-itself: refused or equal
struct Less { mutable long calls = 0; bool operator()(int a, int b) const { return ++calls % 2 ? a < b : a < b; } };
void run() {
  std::map<int, int, Less> m;
  for (int i = 0; i < 9; ++i) m[i] = i;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = m.at(work(i) % 9); }
  show(y, m.key_comp().calls);
}

// == a-hasher: refused or equal
struct Stats { long calls = 0; };
struct Hash { Stats *stats; std::size_t operator()(int k) const { ++stats->calls; return std::size_t(k); } };
void run() {
  Stats stats;
  std::unordered_map<int, int, Hash> m(16, Hash{&stats});
  for (int i = 0; i < 31; ++i) m[i] = i;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = m.find(work(i))->second; }
  show(y, stats.calls);
}

// == a-hasher-that-shares: refused or equal
struct Hash { std::shared_ptr<long> calls; std::size_t operator()(int k) const { ++*calls; return std::size_t(k); } };
void run() {
  const auto calls = std::make_shared<long>(0);
  std::unordered_set<int, Hash> s(16, Hash{calls});
  for (int i = 0; i < 31; ++i) s.insert(i);
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = s.count(work(i)); }
  show(y, *calls);
}

// == an-equality: refused or equal
struct Equal { long *calls; bool operator()(int a, int b) const { ++*calls; return a == b; } };
void run() {
  long calls = 0;
  std::unordered_set<int, std::hash<int>, Equal> s(16, {}, Equal{&calls});
  for (int i = 0; i < 31; ++i) s.insert(i);
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = s.count(work(i)); }
  show(y, calls);
}

// == two-sets-compared: refused or equal
struct Equal { long *calls; bool operator()(int a, int b) const { ++*calls; return a == b; } };
void run() {
  long calls = 0;
  using Set = std::unordered_set<int, std::hash<int>, Equal>;
  Set s(16, {}, Equal{&calls}), t(16, {}, Equal{&calls});
  for (int i = 0; i < 5; ++i) { s.insert(i); t.insert(i); }
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = work(i) + (s == t); }
  show(y, calls);
}

// == a-queue-of-the-body: refused or equal
long calls = 0;
bool less(int a, int b) { ++calls; return a < b; }
void fill(std::priority_queue<int, std::vector<int>, bool (*)(int, int)> &q, int i) { for (int k = 0; k < 5; ++k) q.push(work(i + k)); }
void run() {
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    std::priority_queue<int, std::vector<int>, bool (*)(int, int)> q(less);
    fill(q, i);
    y[i] = q.top();
  }
  show(y, calls);
}
