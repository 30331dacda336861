// Functions that are called by way of a pointer, a std::function or a parameter. The tool refuses each of these
// programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <unistd.h>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
int total, other, y[n];
void begin() { total = other = 0; for (int &v : y) v = 0; }
void end() { for (int v : y) std::printf("%d ", v); std::printf("%d %d", total, other); }

// == a-global-pointer-that-was-set: refused or equal
int adds(int k) { return total += k; }
int gives(int k) { return k; }
int (*function)(int) = gives;
void run() {
  begin();
  function = adds;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = function(work(i)); }
  end();
}

// == a-pointer-that-a-function-set: refused or equal
int adds(int k) { return total += k; }
int gives(int k) { return k; }
void set(int (*&function)(int)) { function = adds; }
void run() {
  begin();
  int (*function)(int) = gives;
  set(function);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = function(work(i)); }
  end();
}

// == a-pointer-in-a-field: refused or equal
int adds(int k) { return total += k; }
int gives(int k) { return k; }
struct S { int (*function)(int); int call(int k) const { return function(k); } };
S s{adds};
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = s.call(work(i)); }
  end();
}

// == a-function-object-in-a-field: refused or equal
int adds(int k) { return total += k; }
int gives(int k) { return k; }
struct S { std::function<int(int)> function; int call(int k) const { return function(k); } };
S s{adds};
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = s.call(work(i)); }
  end();
}

// == a-pointer-in-a-table: refused or equal
int adds(int k) { return total += k; }
int gives(int k) { return k; }
int (*table[2])(int) = {gives, gives};
void run() {
  begin();
  table[1] = adds;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = table[i % 2](work(i)); }
  end();
}

// == a-pointer-to-a-member: refused or equal
struct C { int t = 0; int adds(int k) { return t += k; } int gives(int k) { return k; } };
C c;
int (C::*member)(int) = &C::gives;
void run() {
  begin();
  member = &C::adds;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = (c.*member)(work(i)); }
  total = c.t;
  end();
}

// == an-object-that-knows-a-number: refused or equal
struct Op { int *t; int operator()(int k) const { return *t += k; } };
Op op{&total};
const std::function<int(int)> function = op;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = function(work(i)); }
  end();
}

// == an-object-that-keeps-state: refused or equal
struct Op { int t = 0; int operator()(int k) { return t += k; } };
Op op;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = std::invoke(op, work(i)); }
  total = op.t;
  end();
}

// == a-reference-to-an-object-that-keeps-state: refused or equal
struct Op { int t = 0; int operator()(int k) { return t += k; } };
Op op;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { const std::vector<int> v{1, work(i)}; y[i] = std::invoke(std::ref(op), v[1]); }
  total = op.t;
  end();
}

// == a-parameter: refused or equal
int sum(const std::function<int(int)> &function) {
  int all = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { all += function(work(i)); }
  return all;
}
void run() {
  begin();
  int calls = 0;
  total = sum([&](int k) { ++calls; return k; });
  other = calls;
  end();
}

// == a-pointer-as-a-parameter: refused or equal
int counts(int k) { ++other; return k; }
int sum(int (*function)(int)) {
  int all = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { all += function(work(i)); }
  return all;
}
void run() {
  begin();
  total = sum(counts);
  end();
}

// == a-pointer-handed-on: refused or equal
int counts(long k) { ++other; return int(k); }
int call(int (*function)(long), int k) { return function(k); }
int (*counting)(long) = counts;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { total += call(counting, work(i)); }
  end();
}

// == a-function-object-that-stays: accepted
const std::function<int(int)> square = [](int k) { return k * k; };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { total += square(work(i)); }
  end();
}

// == a-local-one-that-stays: accepted
void run() {
  begin();
  std::function<int(int)> square = [](int k) { return k * k; };
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { total += square(work(i)); }
  end();
}

// == a-pointer-that-stays: accepted
short squared(short k) { return short(k * k); }
short (*const square)(short) = squared;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { total += square(work(i)); }
  end();
}

// == a-table-that-stays: accepted
short squared(short k) { return short(k * k); }
short same(short k) { return k; }
short (*const table[])(short) = {squared, &same};
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { total += table[i % 2](short(work(i))); }
  end();
}
