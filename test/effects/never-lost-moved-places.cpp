// Nodes and buffers that change their order, or their owner: pointers, references and iterators from before the loop follow
// them.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --both

#include <algorithm>
#include <cstdio>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unistd.h>
#include <unordered_map>
#include <vector>

constexpr int n = 12;
static int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
static void show(const std::vector<int> &v) {
  for (int x : v) std::printf("%d ", x);
}

// == a-list-is-sorted: accepted
void run() { std::vector<std::list<int>> v(n, std::list<int>{3, 1, 2}); std::vector<int> y(n); const int *p = &v[3].front();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { v[i].sort(); y[i] = v[i].front() + work(i); }
  std::printf("%d ", *p); show(y); }

// == a-list-is-reversed: accepted
void run() { std::vector<std::list<int>> v(n, std::list<int>{3, 1, 2}); std::vector<int> y(n); const int &p = v[3].front();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { v[i].reverse(); y[i] = v[i].front() + work(i); }
  std::printf("%d ", p); show(y); }

// == a-list-grows: accepted
void run() { std::vector<std::list<int>> v(n, std::list<int>{3, 1, 2}); std::vector<int> y(n); const int &p = v[3].front();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { v[i].push_back(work(i)); v[i].front() += i; y[i] = v[i].back(); }
  std::printf("%d ", p); show(y); v[3].front() = 77; std::printf("%d ", p); }

// == a-list-moves-on: accepted
void run() { std::vector<std::list<int>> v(n, std::list<int>{3, 1, 2}); std::vector<int> y(n); const int &p = v[3].front();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { v[i].push_front(work(i)); v[i].pop_back(); y[i] = v[i].back(); }
  std::printf("%d ", p); show(y); v[3].front() = 77; std::printf("%d ", p); }

// == nodes-change-their-list: accepted
struct S { std::list<int> a, b; };
void run() { std::vector<S> v(n, S{{1, 2}, {3, 4}}); std::vector<int> y(n); const int *p = &v[3].a.front();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { v[i].b.splice(v[i].b.begin(), v[i].a, v[i].a.begin()); v[i].b.front() += 10; y[i] = v[i].b.front() + work(i); }
  std::printf("%d ", *p); show(y); v[3].b.front() = 77; std::printf("%d ", *p); }

// == vectors-are-swapped: accepted
struct S { std::vector<int> a, b; };
void run() { std::vector<S> v(n, S{{1, 2}, {3, 4}}); std::vector<int> y(n); const int *p = v[3].a.data();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::swap(v[i].a, v[i].b); y[i] = v[i].a[0] + work(i); }
  std::printf("%d ", *p); show(y); }

// == vectors-are-swapped-by-a-method: accepted
struct S { std::vector<int> a, b; void flip() { a.swap(b); } };
void run() { std::vector<S> v(n, S{{1, 2}, {3, 4}}); std::vector<int> y(n); const int *p = v[3].a.data();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { v[i].flip(); y[i] = v[i].a[0] + work(i); }
  std::printf("%d ", *p); show(y); }

// == vectors-of-two-containers-are-swapped: accepted
void run() { std::vector<std::vector<int>> a(n, {1, 2}), b(n, {3, 4}); std::vector<int> y(n); const int *p = a[3].data();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i].swap(b[i]); y[i] = a[i][0] + work(i); }
  std::printf("%d ", *p); show(y); }

// == rows-are-rotated: accepted
void run() { std::vector<std::vector<std::vector<int>>> v(n, {{1}, {2}, {3}}); std::vector<int> y(n); const int *p = v[3][0].data();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::rotate(v[i].begin(), v[i].begin() + 1, v[i].end()); y[i] = v[i][0][0] + work(i); }
  std::printf("%d ", *p); show(y); }

// == rows-are-sorted: accepted
void run() { std::vector<std::vector<std::vector<int>>> v(n, {{3}, {2}, {1}}); std::vector<int> y(n); const int *p = v[3][0].data();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::sort(v[i].begin(), v[i].end()); y[i] = v[i][0][0] + work(i); }
  std::printf("%d ", *p); show(y); }

// == a-row-is-erased: accepted
void run() { std::vector<std::vector<std::vector<int>>> v(n, {{3}, {2}, {1}}); std::vector<int> y(n); const int *p = v[3][1].data();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { v[i].erase(v[i].begin()); v[i][0][0] += work(i); y[i] = v[i][0][0]; }
  std::printf("%d ", *p); show(y); }

// == rows-get-another-buffer: accepted
void run() { std::vector<std::vector<std::vector<int>>> v(n, {{3}, {2}, {1}}); std::vector<int> y(n); const int *p = v[3][1].data();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { v[i].push_back({9}); v[i][1][0] += work(i); y[i] = v[i][1][0]; }
  std::printf("%d ", *p); show(y); v[3][1][0] = 55; std::printf("%d ", *p); }

// == a-set-grows: accepted
void run() { std::vector<std::set<int>> v(n, {3, 1, 2}); std::vector<int> y(n); auto it = v[3].begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { v[i].insert(work(i)); y[i] = *v[i].rbegin(); }
  std::printf("%d ", *it); ++it; std::printf("%d ", *it); show(y); }

// == a-deque-grows: accepted
void run() { std::vector<std::deque<int>> v(n, {3, 1, 2}); std::vector<int> y(n); const int *p = &v[3][1];
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { v[i].push_back(work(i)); v[i][1] += i; y[i] = v[i].back(); }
  std::printf("%d ", *p); v[3][1] = 55; std::printf("%d ", *p); show(y); }

// == maps-are-swapped: accepted
struct S { std::map<int, int> a, b; };
void run() { std::vector<S> v(n, S{{{1, 2}}, {{1, 4}}}); std::vector<int> y(n); const int *p = &v[3].a[1];
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::swap(v[i].a, v[i].b); y[i] = v[i].a[1] + work(i); }
  std::printf("%d ", *p); show(y); }

// == a-hash-map-grows: accepted
void run() { std::vector<std::unordered_map<int, std::string>> v(n, {{1, "one"}, {2, "two"}}); std::vector<int> y(n); std::string &p = v[3][2];
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { v[i][work(i) + 5] = "more"; v[i][2] += "!"; y[i] = int(v[i].size()); }
  std::printf("%s ", p.c_str()); p += "?"; std::printf("%s ", v[3][2].c_str()); show(y); for (const auto &[k, t] : v[3]) std::printf("%d %s ", k, t.c_str()); }

// == owners-are-swapped: refused or equal
struct S { std::unique_ptr<std::string> a, b; };
void run() { std::vector<S> v(n); for (S &s : v) { s.a = std::make_unique<std::string>("a"); s.b = std::make_unique<std::string>("b"); } std::vector<int> y(n); const std::string *p = v[3].a.get();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::swap(v[i].a, v[i].b); *v[i].a += std::to_string(work(i)); y[i] = (*v[i].a)[0]; }
  std::printf("%s %s ", p->c_str(), v[3].a->c_str()); *v[3].b += "!"; std::printf("%s ", p->c_str()); show(y); }

// == a-deque-is-a-queue: accepted
void run() { std::vector<std::deque<std::string>> v(n, {"a", "b", "c"}); std::vector<int> y(n); const std::string *p = &v[3][1];
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { v[i].pop_front(); v[i].push_back(std::to_string(work(i))); v[i].front() += "!"; y[i] = int(v[i].size()); }
  std::printf("%s %s ", p->c_str(), v[3].front().c_str()); v[3].front() += "?"; std::printf("%s ", p->c_str()); show(y); }
