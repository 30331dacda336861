// What C++20 has: views of containers, and coroutines that change others. The tool refuses each of these programs, or
// the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --std=c++20 --allow-native

#include <atomic>
#include <coroutine>
#include <cstdio>
#include <exception>
#include <ranges>
#include <unistd.h>
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
