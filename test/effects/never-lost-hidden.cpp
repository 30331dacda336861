// What a function object keeps, what is reached through the elements of a container, and errno: the tool refuses each of
// these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstdlib>
#include <cerrno>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}

// == function-assigned-later: refused or equal
void run() { int total = 0; std::vector<int> out(60); std::function<int(int)> next; next = [&](int x) { total += x; return total; };
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { int y = work(i); out[i] = next(y); }
  for (int x : out) std::printf("%d ", x); }

// == function-state: refused or equal
struct Counter { int n = 0; int operator()(int x) { return n += x; } };
void run() { std::vector<int> out(60); std::function<int(int)> next = Counter{};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { int y = work(i); out[i] = next(y); }
  for (int x : out) std::printf("%d ", x); }

// == function-in-map: refused or equal
void run() { int total = 0; std::vector<int> out(60); std::map<int, std::function<int(int)>> ops; ops[0] = [&](int x) { total += x; return total; };
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { int y = work(i); out[i] = ops[0](y); }
  for (int x : out) std::printf("%d ", x); }

// == wrapper-written: refused or equal
void run() { std::vector<int> a(60), out(60); std::vector<std::reference_wrapper<int>> refs(a.begin(), a.end());
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { refs[i].get() = work(i); out[i] = a[i * 7 % 60] + work(i + 2); }
  for (int x : out) std::printf("%d ", x); }

// == ptrs-written: refused or equal
struct S { int x = 0; };
void run() { std::vector<S> a(60); std::vector<S *> ps; std::vector<int> out(60); for (auto &s : a) ps.push_back(&s);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { ps[i]->x = work(i); out[i] = a[i * 7 % 60].x + work(i + 2); }
  for (int x : out) std::printf("%d ", x);
}

// == views-written: refused or equal
void run() { std::vector<int> a(60), out(60); std::vector<std::pair<int *, int>> ps; for (auto &s : a) ps.push_back({&s, 1});
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { *ps[i].first = work(i); out[i] = a[i * 7 % 60] + work(i + 2); }
  for (int x : out) std::printf("%d ", x);
}

// == errno-carried: refused or equal
void run() { std::vector<int> out(60);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { int y = work(i); out[i] = errno; if (y % 3 == 0) errno = 0; if (y % 5 == 0) std::strtol("99999999999999999999999", nullptr, 10); }
  for (int x : out) std::printf("%d ", x);
}

// == errno-not-reset: refused or equal
void run() { std::vector<int> out(60); std::vector<std::string> in(60, "99999999999999999999999"); for (int i = 1; i < 60; i += 2) in[i] = "5";
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { work(i); long v = std::strtol(in[i].c_str(), nullptr, 10); out[i] = errno == ERANGE ? -1 : int(v); }
  for (int x : out) std::printf("%d ", x);
}

// == errno-local: accepted
void run() { std::vector<int> out(60); std::vector<std::string> in(60, "99999999999999999999999");
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { work(i); errno = 0; long v = std::strtol(in[i].c_str(), nullptr, 10); out[i] = errno == ERANGE ? -1 : int(v); }
  for (int x : out) std::printf("%d ", x);
}
