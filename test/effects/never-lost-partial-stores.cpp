// Functions that store into a part of what they are handed, and leave the rest as it was. The tool refuses each of these
// programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp

#include <array>
#include <cstdio>
#include <map>
#include <string>
#include <unistd.h>
#include <vector>

int work(int i) {
  usleep(200); // So that all workers get something.
  return i * 7 % 11;
}

template <class T> void show(const T &values) {
  for (const auto &x : values) std::printf("%d ", static_cast<int>(x));
}

// == vector: accepted
void store(std::vector<int> &a, int i, int x) { a[i] = x; }
void run() {
  std::vector<int> a(40);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) store(a, i, work(i));
  show(a);
}

// == array: refused or equal
void store(int (&a)[40], int i, int x) { a[i] = x; }
void run() {
  int a[40] = {};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) store(a, i, work(i));
  show(a);
}

// == std-array: refused or equal
void store(std::array<int, 40> &a, int i, int x) { a[i] = x; }
void run() {
  std::array<int, 40> a{};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) store(a, i, work(i));
  show(a);
}

// == method: refused or equal
struct Table {
  std::vector<int> v = std::vector<int>(40);
  void set(int i, int x) { v[i] = x; }
};
void run() {
  Table t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) t.set(i, work(i));
  show(t.v);
}

// == field: refused or equal
struct Pair { int a = 0, b = 0; };
void store(Pair &p, int i, int x) { (i % 2 ? p.a : p.b) = x; }
void one(Pair &p, int x) { p.a = x; }
void run() {
  Pair p, q;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { store(p, i, work(i)); if (i % 7 == 3) one(q, i); else q.b = i; }
  std::printf("%d %d %d %d", p.a, p.b, q.a, q.b);
}

// == conditional: refused or equal
void store(int &x, int i) { if (i % 5 == 2) x = i; }
void run() {
  int x = -1;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) store(x, work(i));
  std::printf("%d", x);
}

// == conditional-vector: refused or equal
void store(std::vector<int> &v, int i) { if (i % 5 == 2) v = {i, i}; }
void run() {
  std::vector<int> v;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) store(v, work(i));
  show(v);
}

// == by-map: refused or equal
void store(std::map<int, int> &m, int i) { m[i % 9] = i; }
void run() {
  std::map<int, int> m;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) store(m, work(i) + i);
  for (auto &[k, x] : m) std::printf("%d %d ", k, x);
}

// == string: refused or equal
void store(std::string &s, int i, char c) { s[i] = c; }
void run() {
  std::string s(40, '.');
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) store(s, i, static_cast<char>('a' + work(i)));
  std::printf("%s", s.c_str());
}

// == first-then-part: refused or equal
void store(std::vector<int> &a, int i, int x) { a[i] = x; }
void run() {
  std::vector<int> a(5), out(40);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    a.assign(5, i);
    store(a, i % 5, work(i));
    out[i] = a[2];
  }
  show(a);
  show(out);
}

// == two-inductions: refused or equal
void store(std::vector<int> &a, int i, int x) { a[i] = x; }
void run() {
  std::vector<int> a(40);
  [[paraloop(chunk = 1)]] for (int i = 0, j = 40; i < j; ++i) store(a, i, work(i));
  show(a);
}

// == lambda: refused or equal
void run() {
  std::vector<int> a(40);
  auto store = [&](int i, int x) { a[i] = x; };
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) store(i, work(i));
  show(a);
}

// == nested-call: refused or equal
void inner(std::vector<int> &a, int i, int x) { a[i] = x; }
void outer(std::vector<int> &a, int i, int x) { inner(a, i, x); }
void run() {
  std::vector<int> a(40);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) outer(a, i, work(i));
  show(a);
}

// == resized: refused or equal
void grow(std::vector<int> &a, int n) { a.resize(n); }
void run() {
  std::vector<int> a(5, 3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) grow(a, 3 + work(i));
  show(a);
}
