// Values of any kind whose copies and ends have no effects.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <any>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
void show(const std::vector<int> &y, int count) {
  for (int v : y) std::printf("%d ", v);
  std::printf("%d", count);
}

// == functions-and-values-of-all-kinds: accepted
void run() {
  const std::vector<int> table = {1, 2, 3};
  std::vector<std::function<int(int)>> f = {[](int i) { return i + 1; }, [table](int i) { return i + table[1]; }};
  std::map<std::string, std::any> values = {{"a", 1}, {"b", std::string("two")}};
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    const std::any one = values.at("a");
    const auto g = f[std::size_t(i) % 2];
    y[i] = g(work(i)) + std::any_cast<int>(one);
  }
  show(y, 0);
}

// == pointers-without-deleters: accepted
struct Plain { int id; };
void run() {
  std::vector<std::shared_ptr<Plain>> v, w;
  for (int i = 0; i < 40; ++i) v.push_back(std::make_shared<Plain>(Plain{i}));
  w = v;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    auto mine = v[std::size_t(i)];
    const int k = work(i) + mine->id;
    y[i] = k;
    if (k % 3) w[std::size_t(i)] = nullptr;
  }
  show(y, int(w[3] == nullptr) + int(w[4] == nullptr) + int(w[5] == nullptr));
}
