// Whole statements that depend on what earlier iterations did are replayed, in the order of the iterations.
//
// RUN: %equal %s --both

#include <cstdio>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>
#include <algorithm>
static double work(int i) { double x = i; for (int k = 0; k < 200; ++k) x = x * 1.0000001 + k % 7; return x; }
int main() {
  const int n = 500;
  // best so far by if, with index
  double best = -1; int arg = -1;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    double x = work(i * 37 % 101);
    if (x > best) { best = x; arg = i; }
  }
  std::printf("%.17g %d\n", best, arg);
  // comma join
  std::string s;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::string w = std::to_string(static_cast<long>(work(i)));
    if (!s.empty()) s += ", ";
    s += w;
  }
  std::cout << s.size() << " " << s.substr(0, 60) << "\n";
  // seen set
  std::set<std::string> seen; std::vector<std::string> out;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::string w = std::to_string(static_cast<long>(work(i % 50)));
    if (seen.insert(w).second) out.push_back(w);
  }
  std::cout << out.size() << " " << out.back() << "\n";
  // deltas
  double prev = 0; std::vector<double> deltas;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const double x = work(i);
    double delta = x - prev;
    prev = x;
    deltas.push_back(delta);
  }
  double h = 0; for (double d : deltas) h = h * 1.5 + d; std::printf("%a\n", h);
  // running total printed
  double total = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    total += work(i);
    std::cout << i << ": " << total << "\n";
    std::printf("p %d\n", i);
  }
  // ids
  int next_id = 0; std::map<std::string, int> ids; std::vector<int> tags;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::string w = std::to_string(static_cast<long>(work(i % 40)));
    auto it = ids.find(w);
    int id;
    if (it == ids.end()) { id = next_id++; ids.emplace(w, id); } else id = it->second;
    tags.push_back(id);
  }
  long t = 0; for (int x : tags) t = t * 31 % 1000003 + x; std::cout << t << " " << next_id << "\n";
  // continue
  std::set<long> once; long sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    long v = static_cast<long>(work(i % 60));
    if (!once.insert(v).second) continue;
    sum += v;
    out.push_back(std::to_string(v));
  }
  std::cout << sum << " " << out.size() << "\n";
  // inner loop, lambda
  long lam = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    auto add = [&](long v) { lam += v; };
    add(static_cast<long>(work(i)));
    add(static_cast<long>(work(i + 1)));
  }
  std::cout << lam << "\n";
}
