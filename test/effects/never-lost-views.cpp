// What C++20 has: views of containers, and coroutines that change others. The tool refuses each of these programs, or
// the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --std=c++20 --allow-native

#include <atomic>
#include <coroutine>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <map>
#include <ranges>
#include <unistd.h>
#include <utility>
#include <vector>

constexpr int n = 20;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 11;
}
int total, other;
void begin() { total = other = 0; }
void end() { std::printf("%d %d", total, other); }

// == a-subrange: accepted
void run() {
  std::vector<int> d{1, 2, 3};
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    auto part = std::ranges::subrange(d.begin(), d.begin() + 2);
    part.front() = (part.front() * 3 + work(i)) % 101;
  }
  std::printf("%d %d %d", d[0], d[1], d[2]);
}

// == reversed: refused or equal
void run() {
  std::vector<int> d{1, 2, 3};
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { for (int &k : std::views::reverse(d)) k = (k * 3 + work(i)) % 101; }
  std::printf("%d %d %d", d[0], d[1], d[2]);
}

// == a-coroutine: refused or equal
struct Counter {
  struct promise_type {
    int value = 0;
    Counter get_return_object() { return {std::coroutine_handle<promise_type>::from_promise(*this)}; }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int k) { value = k; return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  std::coroutine_handle<promise_type> handle;
  int next() { handle.resume(); return handle.promise().value; }
};
Counter count() { for (int k = 0;; ++k) { total += k; co_yield k; } }
void run() {
  begin();
  Counter counter = count();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { other += counter.next() + work(i) % 2; }
  counter.handle.destroy();
  end();
}

// == an-atomic-ref-from-before: refused or equal
void run() {
  begin();
  std::atomic_ref<int> sum(total);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) sum.fetch_add(work(i));
  end();
}

// == filtered-elements: refused or equal
void run() {
  std::vector<int> a(40);
  [[paraloop(chunk = 1)]] for (int &k : a | std::views::filter([](int) { return true; })) { k += work(3); }
  for (int k : a) std::printf(" %d", k);
}

// == filtered-elements-by-method: refused or equal
struct S {
  int x = 0;
  bool on = true;
  void add(int k) { x += k; }
};
void run() {
  std::vector<S> a(40);
  [[paraloop(chunk = 1)]] for (S &s : a | std::views::filter(&S::on)) { s.add(work(3)); }
  for (S &s : a) std::printf(" %d", s.x);
}

// == filtered-elements-by-assignment: refused or equal
struct S {
  int x = 0;
  bool on = true;
  void add(int k) { x += k; }
};
void run() {
  std::vector<S> a(40);
  [[paraloop(chunk = 1)]] for (auto &&s : a | std::views::filter([](const S &s) { return s.on; })) { s.x = work(3); }
  for (S &s : a) std::printf(" %d", s.x);
}

// == elements-of-pairs: refused or equal
void run() {
  std::vector<std::pair<int, int>> a(40);
  [[paraloop(chunk = 1)]] for (auto &k : a | std::views::elements<0>) { k += work(3); }
  for (auto &k : a) std::printf(" %d", k.first);
}

// == values-of-a-map: refused or equal
void run() {
  std::map<int, int> a{{1, 2}, {3, 4}, {5, 6}};
  [[paraloop(chunk = 1)]] for (int &k : a | std::views::values) { k += work(3); }
  for (auto &k : a) std::printf(" %d", k.second);
}

// == filtered-bindings: refused or equal
void run() {
  std::map<int, int> a{{1, 2}, {3, 4}, {5, 6}};
  [[paraloop(chunk = 1)]] for (auto &[p, q] : a | std::views::filter([](const auto &pair) { return pair.first > 1; })) { q += work(p); }
  for (auto &k : a) std::printf(" %d", k.second);
}

// == joined-rows: refused or equal
void run() {
  std::vector<std::vector<int>> a(5, std::vector<int>(4));
  [[paraloop(chunk = 1)]] for (int &k : a | std::views::join) { k += work(3); }
  for (auto &row : a) for (int k : row) std::printf(" %d", k);
}

// == transformed-to-fields: refused or equal
struct S {
  int x = 0;
  bool on = true;
  void add(int k) { x += k; }
};
void run() {
  std::vector<S> a(40);
  [[paraloop(chunk = 1)]] for (int &k : a | std::views::transform(&S::x)) { k += work(3); }
  for (S &s : a) std::printf(" %d", s.x);
}

// == transformed-to-references: refused or equal
struct S {
  int x = 0;
  bool on = true;
  void add(int k) { x += k; }
};
void run() {
  std::vector<S> a(40);
  [[paraloop(chunk = 1)]] for (int &k : a | std::views::transform([](S &s) -> int & { return s.x; })) { k += work(3); }
  for (S &s : a) std::printf(" %d", s.x);
}

// == transformed-to-another-object: refused or equal
int global[40];
void run() {
  
  [[paraloop(chunk = 1)]] for (int &k : std::views::iota(0, 40) | std::views::transform([](int i) -> int & { return global[i]; })) { k = work(3); }
  for (int k : global) std::printf(" %d", k);
}

// == transformed-by-a-function-to-another-object: refused or equal
int global[40];
int &at(int i) { return global[i]; }
void run() {
  
  [[paraloop(chunk = 1)]] for (int &k : std::views::iota(0, 40) | std::views::transform(at)) { k = work(3); }
  for (int k : global) std::printf(" %d", k);
}

// == transformed-to-targets: refused or equal
void run() {
  std::vector<int> a(40);
  std::vector<int *> p;
  for (int &k : a) p.push_back(&k);
  [[paraloop(chunk = 1)]] for (int &k : p | std::views::transform([](int *q) -> int & { return *q; })) { k = work(3); }
  for (int k : a) std::printf(" %d", k);
}

// == an-inner-loop-over-filtered-elements: refused or equal
void run() {
  std::vector<int> a(40);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { for (int &k : a | std::views::filter([](int k) { return k >= 0; })) k += work(i); }
  for (int k : a) std::printf(" %d", k);
}

// == filtered-elements-that-are-read: accepted
void run() {
  long y[40] = {};
  std::vector<int> a(40);
  for (int k = 0; k < 40; ++k) a[std::size_t(k)] = k;
  [[paraloop(chunk = 1)]] for (int &k : a | std::views::filter([](int k) { return k % 2 == 1; })) { y[k] = work(k); }
  for (long k : y) std::printf(" %ld", k);
}

// == views-of-local-containers: accepted
void run() {
  long y[40] = {};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    std::map<int, int> own{{1, 2}, {3, work(i)}};
    for (int &k : own | std::views::values) k += i;
    for (auto &[p, q] : own | std::views::filter([](auto &pair) { return pair.first > 1; })) q += p;
    for (int &k : own | std::views::transform([](auto &pair) -> int & { return pair.second; })) k *= 2;
    y[i] = own[3];
  }
  for (long k : y) std::printf(" %ld", k);
}

// == numbers-of-a-view: accepted
void run() {
  long y[40] = {};
  [[paraloop(chunk = 1)]] for (int i : std::views::iota(0, 40)) { y[i] = work(i); }
  for (long k : y) std::printf(" %ld", k);
}
