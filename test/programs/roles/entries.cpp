// Entries of containers, found or made, and changed: by an accessor of the user's that inserts, by structured bindings, by
// what emplace() and find() return.
//
// RUN: %equal %s --both
#include <cstdio>
#include <map>
#include <string>
#include <vector>
static int work(int i) { for (int k = 0; k < 3000; ++k) i = (i * 31 + 7) % 1009; return i; }
struct Table { std::map<int, long> cells; long &at(int k) { return cells[k]; } void add(int k, long by) { cells[k] += by; } std::vector<int> &list(int k); std::map<int, std::vector<int>> lists; };
std::vector<int> &Table::list(int k) { auto it = lists.find(k); if (it == lists.end()) it = lists.emplace(k, std::vector<int>()).first; return it->second; }
struct E { long sum; int count; };
int main() {
  Table t; std::map<int, E> es; std::map<int, std::pair<long, int>> ps;
  [[paraloop]]
  for (int i = 0; i < 100; ++i) t.at(i % 5) += work(i);
  [[paraloop]]
  for (int i = 0; i < 100; ++i) { long &cell = t.at(i % 5); cell += work(i); }
  [[paraloop]]
  for (int i = 0; i < 100; ++i) { int w = work(i); t.add(i % 3, w); }
  [[paraloop]]
  for (int i = 0; i < 100; ++i) { auto &[sum, count] = es[i % 3]; sum += work(i); ++count; }
  [[paraloop]]
  for (int i = 0; i < 100; ++i) { int w = work(i); auto &[sum, count] = ps[i % 3]; sum += w; count++; }
  [[paraloop]]
  for (int i = 0; i < 100; ++i) t.list(i % 4).push_back(work(i));
  [[paraloop]]
  for (int i = 0; i < 100; ++i) { auto &l = t.list(i % 4); const int w = work(i); if (l.empty() || l.back() != w) l.push_back(w); }
  [[paraloop]]
  for (int i = 0; i < 100; ++i) { auto it = es.find(i % 5); const int w = work(i); if (it != es.end()) it->second.sum += w; else es.emplace(i % 5, E{w, 1}); }
  for (auto &[k, v] : t.cells) std::printf("%d %ld\n", k, v);
  for (auto &[k, v] : es) std::printf("%d %ld %d\n", k, v.sum, v.count);
  for (auto &[k, v] : ps) std::printf("%d %ld %d\n", k, v.first, v.second);
  for (auto &[k, v] : t.lists) for (int x : v) std::printf("%d %d\n", k, x);
}
