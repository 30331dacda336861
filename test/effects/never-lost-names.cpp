// Other names for what the loop changes: behind the last element, in another union member, under another class, by a
// reference whose pointer has moved on. The tool refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <unistd.h>
#include <utility>
#include <vector>

int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}

// == end-pointer: refused or equal
void run() {
  static int a[60];
  const int *end = a + 60;
  std::vector<int> out(60);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { a[i] = work(i);
out[i] = end[-1 - i] + work(i + 3);
}
  for (int x : out) std::printf("%d ", x);
}

// == escape-two-calls: refused or equal
struct Reg { std::vector<const std::vector<int> *> l;
void put(const std::vector<int> &v) { l.push_back(&v);
} void add(const std::vector<int> &v) { put(v);
} int get(int k) const { return (*l[0])[k];
} };
void run() {
  std::vector<int> v(60, 1), out(60);
Reg r;
r.add(v);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { v[i] = work(i);
out[i] = r.get((i * 7) % 60) + work(i + 3);
}
  for (int x : out) std::printf("%d ", x);
}

// == array-pointer: refused or equal
void run() { static double v[120];
std::vector<int> out(60);
const double (*z)[2] = reinterpret_cast<const double (*)[2]>(v);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { v[i] = work(i);
out[i] = int(z[i * 7 % 30][1]) + work(i + 3);
} for (int x : out) std::printf("%d ", x);
}

// == union-struct: refused or equal
union Vec { struct { float x, y, z;
} p;
struct { float r, g, b;
} c;
};
void run() {
  Vec v{};
  float out[60];
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { out[i] = v.c.r + work(i + 1);
v.p.x = work(i);
 }
  for (float x : out) std::printf("%g ", x);
  std::printf("%g\n", v.p.x);
}

// == c-inheritance: refused or equal
struct Base { int refs;
};
struct Derived { Base base;
int x;
};
void run() {
  Derived d{{0}, 3};
  std::vector<int> out(60);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { ((Base *)&d)->refs += work(i);
out[i] = d.base.refs + work(i + 1);
}
  for (int x : out) std::printf("%d ", x);
}

// == vector-bool-iterator: refused or equal
void run() { std::vector<bool> b(60);
std::vector<int> out(60);
auto it = b.begin();
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { b[i] = work(i) % 2;
out[i] = it[i * 7 % 60] + work(i + 3);
} for (int x : out) std::printf("%d ", x);
for (bool x : b) std::printf("%d", x);
}

// == reseated-pointer: refused or equal
void run() { int a[9] = {};
int b = 0;
std::vector<int> out(60);
int *p = a;
const int &r = *p;
p = &b;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { a[i % 9] = work(i);
out[i] = r + work(i + 3);
} std::printf("%d ", *p);
for (int x : out) std::printf("%d ", x);
}

// == unknown-reference: refused or equal
void run() { std::function<int &(std::vector<int> &)> f = [](std::vector<int> &v) -> int & { return v[3];
};
std::vector<int> v(60), out(60);
const int &r = f(v);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { v[i % 9] = work(i);
out[i] = r + work(i + 3);
} for (int x : out) std::printf("%d ", x);
}

// == ref-swapped: refused or equal
void run() {
  std::vector<int> v(60), w(60), out(60);
  const int &r = v[3];
  std::swap(v, w);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { w[i] = work(i); out[i] = r + work(i + 3); }
  for (int x : out) std::printf("%d ", x);
  std::printf("%zu", v.size());
}

// == ref-moved-unique: refused or equal
void run() {
  auto a = std::make_unique<std::vector<int>>(60), b = std::make_unique<std::vector<int>>(60);
  std::vector<int> out(60);
  std::vector<int> &r = *a;
  std::swap(a, b);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { (*b)[i] = work(i); out[i] = r[i * 7 % 60] + work(i + 3); }
  for (int x : out) std::printf("%d ", x);
}

// == binding-reseated: refused or equal
void run() {
  std::pair<int, int> a[60], b[60], *p = a;
  std::vector<int> out(60);
  auto &[x, y] = *p;
  p = b;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { a[i % 9].first = work(i); out[i] = x + y + work(i + 3); }
  for (int x : out) std::printf("%d ", x);
  std::printf("%d", p->first);
}

// == ref-global-pointer: refused or equal
int a[60], b[60];
int *front = a;
void flip() { front = b; }
void run() {
  int &r = front[3];
  flip();
  std::vector<int> out(60);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { a[i] = work(i); out[i] = r + work(i + 3); }
  for (int x : out) std::printf("%d ", x);
}

// == ref-function-pointer: refused or equal
std::vector<int> v(60);
int &third(std::vector<int> &w) { return w[3]; }
void run() {
  int &(*f)(std::vector<int> &) = third;
  std::vector<int> out(60);
  const int &r = f(v);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { v[i] = work(i); out[i] = r + work(i + 3); }
  for (int x : out) std::printf("%d ", x);
}

// == ref-pointer-reference: refused or equal
void pick(const int *&p, const int *q) { p = q; }
void run() {
  int a[60] = {}, b[60] = {};
  std::vector<int> out(60);
  const int *p = a;
  const int &r = *p;
  pick(p, b);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { a[i] = work(i); out[i] = r + work(i + 3); }
  for (int x : out) std::printf("%d ", x);
  std::printf("%d", *p);
}

// == ref-member-pointer: refused or equal
struct Buffers {
  std::vector<int> a = std::vector<int>(60), b = std::vector<int>(60), out = std::vector<int>(60);
  std::vector<int> *front = &a, *back = &b;
  void flip() { std::swap(front, back); }
  void run() {
    std::vector<int> &r = *front;
    flip();
    [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { (*back)[i] = work(i); out[i] = r[i * 7 % 60] + work(i + 3); }
    for (int x : out) std::printf("%d ", x);
  }
};
void run() { Buffers().run(); }

// == ref-field-two-names: refused or equal
struct S { int k = 0; std::vector<int> v = std::vector<int>(60); };
void run() {
  S a, b; std::vector<int> out(60);
  S *p = &b;
  p = &a;
  std::vector<int> &r = p->v;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { r[i] = work(i); out[i] = p->v[i * 7 % 60] + work(i + 3); }
  for (int x : out) std::printf("%d ", x);
}

// == unique-ref-param: refused or equal
struct H { std::unique_ptr<double[]> d = std::make_unique<double[]>(60);
  void norm(const double &x) { [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) d[i] = (d[i] + work(i)) / x; } };
void run() { H h; for (int i = 0; i < 60; ++i) h.d[i] = i + 3; h.norm(h.d[5]); for (int i = 0; i < 60; ++i) std::printf("%g ", h.d[i]); }

// == raw-ref-param: refused or equal
class H { double *d = new double[60]; public: ~H() { delete[] d; } H() = default; H(const H &) = delete; H &operator=(const H &) = delete; double &at(int i) { return d[i]; }
  void norm(const double &x) { [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) d[i] = (d[i] + work(i)) / x; } };
void run() { H h; for (int i = 0; i < 60; ++i) h.at(i) = i + 3; h.norm(h.at(5)); for (int i = 0; i < 60; ++i) std::printf("%g ", h.at(i)); }

// == ref-temporary: accepted
std::vector<int> make() { return {1, 2}; }
void run() {
  std::vector<int> &&v = make();
  const int &k = work(3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) v.push_back(work(i) + k);
  for (int x : v) std::printf("%d ", x);
}

// == ref-outer-range: accepted
void run() {
  std::vector<std::vector<int>> rows(3, std::vector<int>(40));
  for (auto &row : rows) {
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) row[i] = work(i) + int(row.size());
  }
  for (auto &row : rows) for (int x : row) std::printf("%d ", x);
}

// == unique-vector-in: accepted
struct H { std::unique_ptr<double[]> d = std::make_unique<double[]>(60);
  void norm(const std::vector<double> &x, const std::vector<int> &at) { [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) d[at[i]] = x[i] + work(i); } };
void run() { H h; std::vector<double> x(60, 3); std::vector<int> at(60); for (int i = 0; i < 60; ++i) at[i] = i * 7 % 60; h.norm(x, at); for (int i = 0; i < 60; ++i) std::printf("%g ", h.d[i]); }

// == loud-apart-element: accepted
struct S { int x, y;
};
void norm(std::vector<S> &v, const S &pivot) {
[[paraloop(chunk = 1)]] for (std::size_t i = 0; i < v.size(); ++i) { v[i].x = v[i].x * 3 - pivot.x + work(i);
} }
void run() {
  std::vector<S> v(60, S{3, 4});
norm(v, v[7]);
  for (auto &x : v) std::printf("%d ", x.x);
}

// == loud-apart-member: accepted
struct S { int x, y;
};
struct H { std::vector<S> v = std::vector<S>(60, S{1, 2});
void norm(const S &pivot) {
[[paraloop(chunk = 1)]] for (std::size_t i = 0; i < v.size(); ++i) { v[i].x = v[i].x * 3 - pivot.x + work(i);
} } };
void run() { H h;
h.norm(S{3, 4});
for (auto &x : h.v) std::printf("%d ", x.x);
}

// == loud-packed: accepted
struct __attribute__((packed)) Pk { char c;
int v;
};
void run() { Pk p[60] = {};
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p[i].v = work(i);
} for (auto &x : p) std::printf("%d ", x.v);
}

// == tie-outside: refused or equal
void run() { int a = 0, b = 0;
auto t = std::tie(a, b);
std::vector<int> out(60);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { int y = work(i);
t = std::make_tuple(y, y + 1);
out[i] = a + y;
} for (int x : out) std::printf("%d ", x);
std::printf("%d", b);
}

// == bit-outside: refused or equal
void run() { std::vector<bool> bits(8);
auto bit = bits[3];
std::vector<int> out(60);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { bit = work(i) % 2 == 0;
out[i] = bits[3] + work(i + 1);
} for (int x : out) std::printf("%d ", x);
}

// == shared-ptr-two: refused or equal
void run() { auto p = std::make_shared<int>(0);
auto q = p;
std::vector<int> out(60);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { *p = work(i);
out[i] = *q + work(i + 1);
} for (int x : out) std::printf("%d ", x);
}

// == size-of-replaced: refused or equal
struct Sized { std::vector<int> x;
std::size_t size() const { return x.size(); } };
Sized make(int i) { Sized made;
made.x.assign(10 + work(i) % 4, i);
return made;
}
void run() { Sized s, t;
s.x.resize(60);
t.x.resize(60);
std::vector<int> out(100);
[[paraloop(chunk = 1)]] for (std::size_t i = 0; i < s.x.size(); ++i) { s = make(i);
out[i] = work(i);
} [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < t.size(); ++i) { t = make(i);
out[i] += work(i + 1);
} for (int x : out) std::printf("%d ", x);
std::printf("%zu %zu", s.x.size(), t.size());
}
