// Members, templates, lambdas, sets, strings, switch and try in the body behave the same.
//
// RUN: %equal %s --both
#include <algorithm>
#include <iostream>
#include <set>
#include <sstream>
#include <string>
#include <vector>
#include <stdexcept>
class Stats {
public:
  void run(const std::vector<int> &values) {
    [[paraloop]]
    for (int v : values) {
      sum_ += v;
      if (v > 500) { ++large_; continue; }
      names_.insert("v" + std::to_string(v));
      switch (v % 3) {
      case 0: text_ += "a"; break;
      case 1: text_ += std::to_string(v); break;
      default: text_.append("-"); 
      }
    }
  }
  void print() const { std::cout << sum_ << ' ' << large_ << ' ' << names_.size() << ' ' << text_ << '\n'; }
private:
  long sum_ = 0; int large_ = 0; std::set<std::string> names_; std::string text_;
};
template <class T> T total(const std::vector<T> &values, T start) {
  T sum = start;
  [[paraloop]] for (const T &v : values) sum += v;
  return sum;
}
int parse(const std::string &s) { if (s.size() % 4 == 0) throw std::invalid_argument("bad " + s); return s.size(); }
int main() {
  std::vector<int> values;
  for (int i = 0; i < 300; ++i) values.push_back(i * 7 % 1000);
  Stats stats; stats.run(values); stats.print();
  std::cout << total(values, 1) << ' ' << total(std::vector<double>{0.1, 0.2, 0.3}, 0.5) << ' ' << total(std::vector<std::string>{"a", "b"}, std::string("x")) << '\n';
  auto work = [&](int scale) {
    std::vector<int> out;
    [[paraloop]] for (std::size_t i = 0; i < values.size(); i += 3) out.push_back(values[i] * scale);
    return out;
  };
  for (int x : work(3)) std::cout << x << ' ';
  std::cout << '\n';
  std::vector<std::string> words; for (int i = 0; i < 50; ++i) words.push_back(std::string(i, 'x'));
  int bad = 0; long good = 0;
  [[paraloop]]
  for (const auto &word : words) {
    try { good += parse(word); } catch (const std::invalid_argument &e) { ++bad; std::cerr << e.what() << '\n'; }
  }
  std::cout << bad << ' ' << good << '\n';
  std::ostringstream log;
  std::vector<std::vector<int>> rows(20);
  std::vector<double> best(20, -1);
  [[paraloop]]
  for (int i = 19; i >= 0; --i) {
    std::vector<int> row;
    for (int k = 0; k < i; ++k) { row.push_back(k * i); if (k > 10) break; }
    std::sort(row.begin(), row.end(), [](int a, int b) { return a > b; });
    log << i << ':' << row.size() << ' ';
    rows[i] = row;
    best[i] = row.empty() ? 0.5 : row.front() / 3.0;
  }
  std::cout << log.str() << '\n';
  for (auto &r : rows) { for (int x : r) std::cout << x << ','; std::cout << '\n'; }
  for (double b : best) std::cout << b << ' ';
  std::cout << '\n';
}
