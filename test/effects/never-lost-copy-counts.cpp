// How many copies of a std::shared_ptr there are is what all iterations make of it. The tool refuses each of these
// programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++17

#include <cstddef>
#include <cstdio>
#include <memory>
#include <unistd.h>
#include <utility>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
void show(const std::vector<long> &y) {
  for (long v : y) std::printf("%ld ", v);
}

// == copies-kept: refused or equal
void run() {
  auto p = std::make_shared<int>(4);
  std::vector<std::shared_ptr<int>> keep;
  std::vector<long> y;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    long c = p.use_count() + work(i);
    y.push_back(c);
    if (i % 2) keep.push_back(p);
  }
  show(y);
}

// == copies-assigned: refused or equal
void run() {
  std::vector<std::shared_ptr<int>> pool(5), used(7);
  for (auto &p : pool) p = std::make_shared<int>(1);
  std::vector<long> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    const int w = work(i);
    y[i] = pool[i % 5].use_count();
    used[w % 7] = pool[w % 5];
  }
  show(y);
}

// == asked-by-a-method: refused or equal
struct Value {
  std::shared_ptr<int> data = std::make_shared<int>(1);
  bool isShared() const { return data.use_count() > 1; }
};
void run() {
  Value v;
  std::vector<Value> keep;
  std::vector<long> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    y[i] = v.isShared() + work(i);
    if (i > n / 2) keep.push_back(v);
  }
  show(y);
}

// == copies-of-a-derived-class: refused or equal
struct Base { virtual ~Base() = default; };
struct Derived : Base {};
void run() {
  auto p = std::make_shared<Derived>();
  std::vector<std::shared_ptr<Base>> keep;
  std::vector<long> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    y[i] = p.use_count() + work(i);
    keep.push_back(p);
  }
  show(y);
}

// == copies-of-the-body: accepted
void run() {
  auto p = std::make_shared<int>(4);
  std::vector<long> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    std::vector<std::shared_ptr<int>> mine(std::size_t(i) % 3, p);
    y[i] = p.use_count() + work(i) + long(mine.size());
  }
  show(y);
}

// == copies-of-others: accepted
void run() {
  auto p = std::make_shared<int>(4);
  auto q = std::make_shared<double>(4);
  std::vector<std::shared_ptr<double>> keep;
  std::vector<long> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    y[i] = p.use_count() + work(i);
    if (i % 2) keep.push_back(q);
  }
  show(y);
  std::printf("%ld", q.use_count());
}
