// Elements that functions in sight store, listed by the caller. The tool refuses each of these programs, or the result is
// equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <string>
#include <unistd.h>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 11;
}
template <class T> void show(const T &values) {
  for (const auto &x : values) std::printf("%d ", static_cast<int>(x));
}
std::vector<int> a(n *n);

// == sparse: refused or equal
void store(int *p, int i) { for (int j = 0; j < n; j += 3) p[i * n + j] = work(j); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), i); show(a); }

// == early-return: refused or equal
void store(int *p, int i) { for (int j = 0; j < n; ++j) { if (j == i % 5) return; p[i * n + j] = work(j); } }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), i); show(a); }

// == conditional: refused or equal
void store(int *p, int i) { for (int j = 0; j < n; ++j) if ((i + j) % 3) p[j * n + i] += work(j); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), i); show(a); }

// == triangle: refused or equal
void store(int *p, int i) { for (int j = 0; j <= i; ++j) p[i * n + j] = work(j) + i; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), i); show(a); }

// == symmetric: refused or equal
void store(int *p, int i) { for (int j = 0; j <= i; ++j) p[i * n + j] = p[j * n + i] = work(j) + i; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), i); show(a); }

// == tiles: refused or equal
void store(int *p, int i) { for (int j = 0; j < 2; ++j) for (int k = 0; k < n; ++k) p[(2 * i + j) * n + k] = work(k) - j; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n / 2; ++i) store(a.data(), i); show(a); }

// == backwards: refused or equal
void store(int *p, int i) { for (int j = n - 1; j >= 0; --j) p[i * n + j] = work(j) * i; }
void run() { [[paraloop(chunk = 1)]] for (int i = n - 1; i >= 0; --i) store(a.data(), i); show(a); }

// == neighbour: refused or equal
void store(int *p, int i) { p[i + 1] = p[i] + work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), i); show(a); }

// == two-arrays: refused or equal
void store(int *p, int *q, int i) { p[i] = work(i); q[n + i] = work(i + 1); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), a.data(), i); show(a); }

// == shadowed: refused or equal
void store(int *p, int i) { p[i] = work(i); }
void run() {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    { int i = 3; store(a.data() + n, i); }
    store(a.data(), i);
  }
  show(a);
}

// == other-argument: refused or equal
void store(int *p, int i) { p[i] = work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { const int k = n - 1 - i; store(a.data(), k); } show(a); }

// == changed-parameter: refused or equal
void store(int *p, int i) { i = i * 3 % n; p[i] = work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), i); show(a); }

// == moved-pointer: refused or equal
void store(int *p, int i) { p += i; *p++ = work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), i); show(a); }

// == global: refused or equal
void store(int i) { a[i] = work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(i); show(a); }

// == global-pushes: refused or equal
std::vector<int> list;
void store(int i) { list.push_back(work(i)); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(i); show(list); }

// == resizes: refused or equal
void store(std::vector<std::vector<int>> &v, int i) { v[i].resize(i % 4); for (int &x : v[i]) x = work(i); }
void run() {
  std::vector<std::vector<int>> v(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(v, i);
  for (auto &one : v) show(one);
}

// == fields: refused or equal
struct Point { int x = 1, y = 2; };
void store(std::vector<Point> &v, int i) { v[i].x = work(i); }
void run() {
  std::vector<Point> v(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { store(v, i); v[n - 1 - i].y = i; }
  for (auto &one : v) std::printf("%d %d ", one.x, one.y);
}

// == strings: refused or equal
void store(std::vector<std::string> &v, int i) { v[i] = std::to_string(work(i)); }
void run() {
  std::vector<std::string> v(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(v, i);
  for (auto &one : v) std::printf("%s ", one.c_str());
}

// == bits: refused or equal
void store(std::vector<bool> &v, int i) { v[i] = work(i) % 2; }
void run() {
  std::vector<bool> v(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(v, i);
  show(v);
}

// == library: refused or equal
void store(int *p, int i) { std::fill(p + i * n, p + i * n + n, work(i)); std::memset(p, 0, sizeof(int)); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), i); show(a); }

// == value-used: refused or equal
int store(int *p, int i) { p[i] = work(i); return p[i] + 1; }
void run() {
  int total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) total += store(a.data(), i);
  show(a);
  std::printf("%d", total);
}

// == in-condition: refused or equal
bool store(int *p, int i) { p[i] = work(i); return i % 2; }
void run() {
  int total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) if (store(a.data(), i)) total += i;
  show(a);
  std::printf("%d", total);
}

// == recursive: refused or equal
void store(int *p, int i) { if (i > 0) store(p, i - 1); p[i] += work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), i); show(a); }

// == method-fields: refused or equal
struct Model {
  std::vector<int> v = std::vector<int>(n);
  int calls = 0;
  void set(int i) { v[i] = work(i); ++calls; }
  void put(int i) { v[i] += work(i); }
  void run() {
    [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) set(i);
    [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) put(i);
    [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { put(i); v[(i + 1) % n] += 2; }
  }
};
void run() { Model m; m.run(); show(m.v); std::printf("%d", m.calls); }

// == lambda: refused or equal
void run() {
  auto store = [](int *p, int i) { p[i] = work(i); };
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), i);
  show(a);
}

// == lambda-inside: refused or equal
void run() {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    auto store = [i](int *p) { p[i] = work(i); };
    store(a.data());
  }
  show(a);
}

// == step: refused or equal
void store(int *p, int i) { p[i] = work(i); p[i + 1] = i; }
void run() {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; i += 2) store(a.data(), i);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), i);
  show(a);
}

// == template: refused or equal
template <class T> void store(T *p, int i) { p[i] = static_cast<T>(work(i)); }
template <class T> void go() {
  std::vector<T> v(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(v.data(), i);
  show(v);
}
void run() { go<int>(); go<double>(); go<unsigned char>(); }
