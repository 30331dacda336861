// Lambdas that know `this` of the method in which the loop is, from before the loop and inside of it. The tool refuses
// each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
#include <cstdio>
#include <functional>
#include <unistd.h>
#include <vector>

int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
template <class F> void apply(F f, int k) { f(k); }
struct Runner {
  template <class F> void run(F f, int k) { f(k); }
  void run_stored(const std::function<void(int)> &f, int k) { f(k); }
};

// == called: accepted
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto add = [this](int x) { total += x; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      add(w[0]);
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == called-by-a-function: accepted
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto add = [this](int x) { total += x; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      apply(add, w[0]);
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == called-by-another-object: accepted
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto add = [this](int x) { total += x; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      runner.run(add, w[0]);
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == called-by-the-library: refused or equal
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto add = [&](int x) { total += x; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      std::for_each(w.begin(), w.end(), add);
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == written-there: refused or equal
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      std::for_each(w.begin(), w.end(), [this](int x) { total += x; });
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == stored: refused or equal
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto add = [this](int x) { total += x; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      runner.run_stored(add, w[0]);
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == a-function-object: refused or equal
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    std::function<void(int)> add = [this](int x) { total += x; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      add(w[0]);
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == a-function-object-with-a-result: refused or equal
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    std::function<int(int)> add = [this](int x) { return total += x; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      seen.push_back(add(w[0]));
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == invoked: refused or equal
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto add = [this](int x) { return total += x; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      w[1] = std::invoke(add, w[0]); seen.push_back(w[1]);
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == a-comparison: refused or equal
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto less = [this](int a, int b) { ++total; return a < b; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      std::sort(w.begin(), w.end(), less); seen.push_back(w[0]);
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == a-transformation: refused or equal
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto f = [this](int a) { ++total; return a; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      std::transform(w.begin(), w.end(), w.begin(), f); seen.push_back(w[0]);
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == one-in-another: refused or equal
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto add = [this](int x) { total += x; }; const auto outer = [&](int x) { add(x); };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      outer(w[0]);
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == one-in-another-for-the-library: refused or equal
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto add = [this](int x) { total += x; }; const auto outer = [&](int x) { add(x); };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      std::for_each(w.begin(), w.end(), outer);
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == it-reads: refused or equal
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto get = [this](int x) { return total + x; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      const int q = get(w[0]); if (q > 50) seen.push_back(1); total += 1;
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == it-reads-for-the-library: refused or equal
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto get = [this](int x) { return total + x; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      std::transform(w.begin(), w.end(), w.begin(), get); if (w[0] > 50) seen.push_back(1); total += 1;
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == a-method: refused or equal
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto add = [this](int x) { put(x); };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      add(w[0]);
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == kept: refused or equal
template <class F> struct Keeper {
  F f;
  int go(int k) { return f(k); }
};
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto add = [this](int x) { return total += x; }; Keeper<decltype(add)> keeper{add};
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      seen.push_back(keeper.go(w[0]));
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }

// == kept-and-read: refused or equal
template <class F> struct Keeper {
  F f;
  int go(int k) { return f(k); }
};
struct S {
  int total = 0;
  std::vector<int> seen;
  Runner runner;
  [[maybe_unused]] void put(int k) { seen.push_back(k); total += k; }
  void go() {
    const auto get = [this](int x) { return total + x; }; Keeper<decltype(get)> keeper{get};
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      std::vector<int> w{work(i), i};
      seen.push_back(keeper.go(w[0]) > 50); total += 1;
    }
    std::printf("%d %zu", total, seen.size());
  }
};
void run() { S().go(); }
