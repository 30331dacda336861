// Comparators and hashers that a container keeps, without effects where they run.
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

// == a-plain-comparator: accepted
struct Less { bool operator()(int a, int b) const { return a > b; } };
void run() {
  std::map<int, int, Less> m;
  for (int i = 0; i < 9; ++i) m[i] = i;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = m.at(work(i) % 9); }
  show(y, 0);
}

// == a-comparator-that-reads-through-a-pointer: accepted
struct Less { const std::vector<int> *rank; bool operator()(int a, int b) const { return (*rank)[std::size_t(a)] < (*rank)[std::size_t(b)]; } };
void run() {
  std::vector<int> rank(40), y(n);
  for (int i = 0; i < 40; ++i) rank[std::size_t(i)] = i * 3 % 40;
  std::set<int, Less> s(Less{&rank});
  for (int i = 0; i < 40; i += 2) s.insert(i);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    std::priority_queue<int, std::vector<int>, Less> q(Less{&rank});
    for (int k = 0; k < 5; ++k) q.push(work(i + k));
    y[i] = s.count(work(i)) + q.top();
  }
  show(y, 0);
}

// == function-pointers-without-effects: accepted
bool less(int a, int b) { return a > b; }
std::size_t hash(int a) { return std::size_t(a) * 7; }
void run() {
  std::map<int, int, bool (*)(int, int)> m(less);
  std::unordered_map<int, int, std::size_t (*)(int)> h(16, hash);
  for (int i = 0; i < 9; ++i) h[i] = m[i] = i;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = m.at(work(i) % 9) + h.at(work(i) % 9); }
  show(y, 0);
}

// == a-comparator-with-effects-that-does-not-run: accepted
struct Less { long *calls; bool operator()(int a, int b) const { ++*calls; return a < b; } };
void run() {
  long calls = 0;
  std::set<int, Less> s(Less{&calls});
  for (int i = 0; i < 9; ++i) s.insert(i);
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = work(i); for (int k : s) y[i] += k + int(s.size()); }
  show(y, calls);
}
