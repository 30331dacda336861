// Updates that end the loop or the program: an exception, exit(), abort(). Whatever later iterations print or change must
// not show. The tool refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <memory>
#include <set>
#include <stdexcept>
#include <typeinfo>
#include <vector>
#include <cstdio>

// == throw-copy: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
struct T { int v; T(int v) : v(v) {} T(const T &o) : v(o.v) { if (v == 742) throw 7; } T &operator=(const T &) = default; };
void run() {
  std::vector<T> s, src;
  src.reserve(30); s.reserve(30);
  for (int i = 0; i < 20; ++i) src.emplace_back(slow(i));
  int last = -1;
  try {
    [[paraloop]]
    for (int i = 0; i < 20; ++i) {
      int x = slow(i);
      s.push_back(src[i]);
      last = x;
    }
  } catch (int) {
  }
  std::printf("%zu %d\n", s.size(), last);
}

// == throw-comparator: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
struct Less { bool operator()(int a, int b) const { if (a > 900 || b > 900) throw 5; return a < b; } };
void run() {
  std::set<int, Less> set;
  int last = -1;
  try {
    [[paraloop]]
    for (int i = 0; i < 20; ++i) {
      int x = slow(i);
      set.insert(x);
      last = x;
      std::printf("%d\n", x);
    }
  } catch (int) {
  }
  std::printf("last %d\n", last);
}

// == throw-constructor: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0, last = -1;
  std::vector<int> out;
  try {
    [[paraloop]]
    for (int i = 0; i < 20; ++i) {
      int x = slow(i);
      total += x;
      std::vector<int> t(total > 3000 ? -1 : 3);
      out.push_back(t.size() + total);
      last = x;
    }
  } catch (const std::length_error &) {
  }
  std::printf("%d %d\n", total, last);
}

// == throw-dynamic-cast: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
struct Base { virtual ~Base() {} };
struct Derived : Base { int z = 1; };
void run() {
  std::vector<std::unique_ptr<Base>> v;
  for (int i = 0; i < 20; ++i) v.push_back(i == 11 ? std::make_unique<Base>() : std::make_unique<Derived>());
  int total = 0, last = -1;
  try {
    [[paraloop]]
    for (int i = 0; i < 20; ++i) {
      int x = slow(i);
      if (total >= 0) { total += x; total += dynamic_cast<Derived &>(*v[i]).z; }
      last = x;
    }
  } catch (const std::bad_cast &) {
  }
  std::printf("%d %d\n", total, last);
}
