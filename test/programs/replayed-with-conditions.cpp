// Members, templates, streams, pointers to what was there before: what the parent replays behaves as in the sequential program.
//
// RUN: %equal %s --both

#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>
#include <algorithm>
static double work(int i) { double x = i; for (int k = 0; k < 200; ++k) x = x * 1.0000001 + k % 7; return x; }
struct Stats { long n = 0; double sum = 0, low = 1e300, high = -1e300; void add(double x); };
void Stats::add(double x) { ++n; sum += x; if (x < low) low = x; if (x > high) high = x; }
struct Row { std::string name; double value; };
struct Best { const Row *row = nullptr; double value = -1; };
template <class T> T fold(const std::vector<T> &v) {
  T last{}; T sum{};
  [[paraloop]] for (std::size_t i = 0; i < v.size(); ++i) {
    T d = static_cast<T>(work(static_cast<int>(i))) + v[i];
    T change = d - last;
    last = d;
    if (change > 0) sum += change;
  }
  return sum;
}
class Model {
public:
  void run(int n) {
    [[paraloop]] for (int i = 0; i < n; ++i) {
      std::mt19937 rng(static_cast<unsigned>(i));
      double x = std::uniform_real_distribution<>(0, 1)(rng) + work(i);
      if (x > best_) { best_ = x; where_ = i; log_ += "new best at " + std::to_string(i) + "\n"; }
      stats_.add(x);
      note(x);
    }
    std::printf("%a %d %s %ld %a\n", best_, where_, log_.c_str(), stats_.n, stats_.sum);
  }
private:
  void note(double x) { history_.push_back(x); if (history_.size() > 10) history_.erase(history_.begin()); }
  double best_ = 0; int where_ = -1; std::string log_; Stats stats_; std::vector<double> history_;
};
int main(int argc, char **argv) {
  const int n = 300;
  Model().run(n);
  std::vector<int> vi(200); for (int i = 0; i < 200; ++i) vi[i] = i * 7 % 31;
  std::vector<double> vd(vi.begin(), vi.end());
  std::printf("%d %a\n", fold(vi), fold(vd));
  std::vector<Row> rows; for (int i = 0; i < n; ++i) rows.push_back({"r" + std::to_string(i * 7919 % 1009), double(i * 31 % 97)});
  Best best;
  [[paraloop]] for (const Row &row : rows) {
    double v = row.value + work(static_cast<int>(row.value));
    if (v > best.value) { best.value = v; best.row = &row; }
  }
  std::printf("%s %a\n", best.row->name.c_str(), best.value);
  std::vector<const Row *> big;
  [[paraloop]] for (const auto &row : rows) {
    if (work(static_cast<int>(row.value)) > 700 && big.size() < 20) big.push_back(&row);
  }
  for (auto *r : big) std::printf("%s ", r->name.c_str());
  std::printf("%zu\n", big.size());
  // histogram with min/max and FILE*
  FILE *log = std::tmpfile();
  std::unordered_map<std::string, std::vector<int>> groups; double low = 1e9, high = -1e9;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    double x = work(i) - 600;
    low = std::min(low, x); high = x > high ? x : high;
    std::string key = "k" + std::to_string(static_cast<int>(x) % 5);
    auto &group = groups[key];
    group.push_back(i);
    if (group.size() % 10 == 0) std::fprintf(log, "%s has %zu\n", key.c_str(), group.size());
    std::fprintf(log, "%d\n", i);
  }
  std::rewind(log); char buf[100]; unsigned long h = 0; while (std::fgets(buf, 100, log)) for (char *p = buf; *p; ++p) h = h * 31 + static_cast<unsigned char>(*p);
  std::printf("%lu %a %a %zu\n", h, low, high, groups.size());
  std::ofstream csv("/dev/null"); long lines = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const std::string line = std::to_string(work(i));
    csv << ++lines << "," << line << "\n";
  }
  std::printf("%ld\n", lines);
  // switch and while in replay part
  int state = 0; std::string trace;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    int in = static_cast<int>(work(i)) % 3;
    switch (state) { case 0: state = in; break; case 1: state = 2 - in; trace += 'a'; break; default: state = 0; }
    while (trace.size() > 50) trace.erase(0, 7);
    trace += static_cast<char>('0' + state);
  }
  std::printf("%s\n", trace.c_str());
  if (argc > 5) std::puts(argv[0]);
}
