// Owned and replayed objects in one body: a replayed statement uses what the worker has at that moment.
// RUN: %equal %s

#include <cstdio>
#include <string>
#include <vector>
struct Node { double w; int hits; };
int work(int i) { return (i * 7919 + 13) % 1009; }
static int state[64];
int main() {
  std::vector<long> v(100); for (int i = 0; i < 100; ++i) v[i] = work(i);
  long total = 0; int t = 0; std::vector<long> log; double best = -1; int arg = -1;
  [[paraloop]]
  for (auto &x : v) { total += x; x = 0; log.push_back(x); x = 5; }
  [[paraloop]]
  for (int i = 0; i < 100; ++i) { t = work(i); total += t; v[i] = t; log.push_back(v[i]); v[i] = -1; }
  [[paraloop]]
  for (int i = 0; i < 100; ++i) { const double s = work(i); if (s > best) { best = s; arg = i; } state[work(i) % 64] = i; }
  [[paraloop]]
  for (int i = 0; i < 100; ++i) { v[i] += work(i); if (v[i] % 5 == 0) { v[i] = 7; log.push_back(i); } std::printf("%ld ", v[i]); }
  std::vector<std::string> names(50);
  [[paraloop]]
  for (int i = 0; i < 50; ++i) { names[i] = std::to_string(work(i)); if (names[i].size() > 2) names[i] += "!"; total += names[i].size(); names[i].pop_back(); }
  std::printf("%ld %d %g %d\n", total, t, best, arg);
  for (long x : v) std::printf("%ld ", x);
  for (long x : log) std::printf("%ld ", x);
  for (int x : state) std::printf("%d ", x);
  for (auto &n : names) std::printf("%s ", n.c_str());
}
