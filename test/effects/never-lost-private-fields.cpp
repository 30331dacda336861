// References and pointers that may lead into the private data of an object: that can't be compared by a name. The tool
// refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++17

#include <cstdio>
#include <map>
#include <optional>
#include <tuple>
#include <unistd.h>
#include <utility>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
class Field {
  std::vector<int> v;
  int sum = 0;

public:
  explicit Field(int k) : v(k, 1) {}
  int get(int i) const { return v[i]; }
  void set(int i, int x) { v[i] = x; }
  void add(int x) { sum += x; }
  int &total() { return sum; }
  int *raw() { return v.data(); }
  const int *at(int i) const { return &v[i]; }
};
void show(const Field &f) {
  for (int i = 0; i < n; ++i) std::printf("%d ", f.get(i));
}
void show(const std::vector<int> &v) {
  for (int x : v) std::printf("%d ", x);
}

// == a-reference-to-a-number: refused or equal
void fill(Field &f, const int &k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = k; f.add(work(i)); }
}
void run() {
  Field f(n);
  std::vector<int> y(n);
  fill(f, f.total(), y);
  for (int v : y) std::printf("%d ", v);
}

// == an-element-of-all: refused or equal
void fill(std::vector<Field> &all, Field &f) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { f.set(i, work(i) + all[0].get(n - 1 - i)); }
}
void run() { std::vector<Field> all(3, Field(n)); fill(all, all[0]); show(all[0]); }

// == a-copy-of-the-private-data: refused or equal
class Copied {
  std::vector<int> v;

public:
  explicit Copied(int k) : v(k) {}
  void set(int i, int x) { v[i] = x; }
  std::vector<int> raw() const { return v; }
};
void run() {
  Copied f(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { f.set(i, work(i)); }
  for (int v : f.raw()) std::printf("%d ", v);
}

// == a-pointer-to-an-element: accepted
void fill(Field &f, const int *k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { f.set(i, work(i)); y[i] = *k; }
}
void run() { Field f(n); std::vector<int> y(n); fill(f, f.at(3), y); show(y); }

// == a-pointer-of-the-same-function: accepted
void run() { Field f(n); std::vector<int> y(n); const int *k = f.at(3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { f.set(i, work(i)); y[i] = *k; }
 show(y); }

// == a-pointer-with-subscripts: accepted
void fill(Field &f, const int *k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { f.set(i, work(i)); y[i] = k[i/2]; }
}
void run() { Field f(n); std::vector<int> y(n); fill(f, f.at(3), y); show(y); int z[n] = {}; fill(f, z, y); show(y); }

// == a-pointer-in-a-struct: accepted
struct View { const int *p; };
void fill(Field &f, View k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { f.set(i, work(i)); y[i] = *k.p; }
}
void run() { Field f(n); std::vector<int> y(n); fill(f, {f.at(3)}, y); show(y); }

// == an-output-array: accepted
void out(const Field &f, int *o) {
  [[paraloop(chunk = 1)]] for (int i = 1; i < n; ++i) { o[i] = work(i)+f.get(i-1); }
}
void run() { Field f(n); std::vector<int> y(n); out(f, y.data()); show(y); out(f, f.raw()); for (int i=0;i<n;++i) std::printf("%d ", f.get(i)); }

// == an-output-number: accepted
void out(const Field &f, int *o) {
  [[paraloop(chunk = 1)]] for (int i = 1; i < n; ++i) { *o += f.get(i-1)*work(i); }
}
void run() { Field f(n); int y = 0; out(f, &y); std::printf("%d", y); out(f, f.raw()+5); for (int i=0;i<n;++i) std::printf("%d ", f.get(i)); }

// == a-class-in-a-class: accepted
class Model { Field f{n}; public: void step(int i) { f.set(i, work(i)); } const int *at(int i) const { return f.at(i); } };
void fill(Model &m, const int *k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { m.step(i); y[i] = *k; }
}
void run() { Model m; std::vector<int> y(n); fill(m, m.at(3), y); show(y); Model o; fill(m, o.at(3), y); show(y); }

// == a-vector-of-classes: accepted
void fill(std::vector<Field> &m, const int *k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { m[i % 3].set(i, work(i)); y[i] = *k; }
}
void run() { std::vector<Field> m(3, Field(n)); std::vector<int> y(n); fill(m, m[0].at(3), y); show(y); std::vector<Field> o(3, Field(n)); fill(m, o[0].at(3), y); show(y); }

// == a-derived-class: accepted
class Der : public Field { std::vector<int> w; public: Der() : Field(n), w(n) {} void put(int i, int x) { w[i] = x; } const int *other(int i) const { return &w[i]; } };
void fill(Der &m, const int *k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { m.set(i, work(i)); m.put(i, 3); y[i] = *k; }
}
void run() { Der m; std::vector<int> y(n); fill(m, m.at(3), y); show(y); fill(m, m.other(3), y); show(y); int q = 4; fill(m, &q, y); show(y); }

// == a-private-base: accepted
class Priv : Field { public: Priv() : Field(n) {} void put(int i, int x) { set(i, x); } const int *where(int i) const { return at(i); } int *rw() { return raw(); } int val(int i) const { return get(i); } };
void fill(Priv &m, const int *k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { m.put(i, work(i)); y[i] = *k; }
}
void run() { Priv m; std::vector<int> y(n); fill(m, m.where(3), y); show(y); int q = 4; fill(m, &q, y); show(y); }

// == a-private-base-that-is-read: accepted
class Priv : Field { public: Priv() : Field(n) {} void put(int i, int x) { set(i, x); } const int *where(int i) const { return at(i); } int *rw() { return raw(); } int val(int i) const { return get(i); } };
void fill(const Priv &m, int *o) {
  [[paraloop(chunk = 1)]] for (int i = 1; i < n; ++i) { o[i] = m.val(i-1) + work(i); }
}
void run() { Priv m; std::vector<int> y(n); fill(m, y.data()); show(y); fill(m, m.rw()); for (int i = 0; i < n; ++i) std::printf("%d ", m.val(i)); }

// == a-getter-of-a-private-base: accepted
class B { protected: std::vector<int> v = std::vector<int>(n, 1); public: const std::vector<int> &all() const { return v; } int *raw() { return v.data(); } };
class Priv : B { public: int val(int i) const { return v[i]; } int *rw() { return raw(); } };
void fill(const Priv &m, int *o) {
  [[paraloop(chunk = 1)]] for (int i = 1; i < n; ++i) { o[i] = m.val(i-1) + work(i); }
}
void run() { Priv m; std::vector<int> y(n); fill(m, y.data()); show(y); fill(m, m.rw()); for (int i = 0; i < n; ++i) std::printf("%d ", m.val(i)); }

// == a-private-field-of-a-base: accepted
class B { std::vector<int> v = std::vector<int>(n, 1); public: int get(int i) const { return v[i]; } int *raw() { return v.data(); } };
class D : B { public: void out(int *o) { [[paraloop(chunk = 1)]] for (int i = 1; i < n; ++i) { o[i] = get(i-1) + work(i); } } int *rw() { return raw(); } int g(int i) { return get(i); } };
void run() { D m; std::vector<int> y(n); m.out(y.data()); show(y); m.out(m.rw()); for (int i = 0; i < n; ++i) std::printf("%d ", m.g(i)); }

// == a-class-template: accepted
template <class T> class Grid { std::vector<T> c; int w; public: explicit Grid(int w_) : c(w_ * w_), w(w_) {} T &at(int x, int y) { return c[y * w + x]; } const T &at(int x, int y) const { return c[y * w + x]; } T *raw() { return c.data(); } };
template <class T> void fill(const Grid<T> &g, T *o) {
  [[paraloop(chunk = 1)]] for (int i = 1; i < 6; ++i) { o[i] = g.at(i - 1, 0) + T(work(i)); }
}
void run() { Grid<int> g(6); Grid<double> h(6); std::vector<int> y(6); fill(g, y.data()); show(y); fill(g, g.raw()); for (int i = 0; i < 6; ++i) std::printf("%d ", g.at(i, 0)); fill(h, h.raw()); for (int i = 0; i < 6; ++i) std::printf("%g ", h.at(i, 0)); }

// == two-loops-of-one-function: accepted
void out(const Field &f, int *o) {
  [[paraloop(chunk = 1)]] for (int i = 1; i < n; ++i) { o[i] = work(i)+f.get(i-1); }
  [[paraloop(chunk = 1)]] for (int i = 1; i < n; ++i) { o[i] += work(i)*f.get(i-1); }
}
void run() { Field f(n); std::vector<int> y(n); out(f, y.data()); show(y); out(f, f.raw()); for (int i=0;i<n;++i) std::printf("%d ", f.get(i)); }

// == a-class-of-numbers: accepted
class Acc { int a = 1, b = 2; public: void add(int x) { a += x; } const int *where() const { return &a; } };
void fill(Acc &f, const int *k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { f.add(work(i)); y[i] = *k; }
}
void run() { Acc f; std::vector<int> y(n); fill(f, f.where(), y); show(y); int q = 3; fill(f, &q, y); show(y); }

// == an-array-of-classes: accepted
class Acc { public: int a = 1, b = 2; void add(int x) { a += x; } };
void fill(Acc &f, const Acc *k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { f.add(work(i)); y[i] = k[i%2].a; }
}
void run() { Acc f[3]; std::vector<int> y(n); fill(f[1], f, y); show(y); fill(f[2], f, y); show(y); }

// == the-bytes-of-a-class: accepted
class Acc { public: int a = 1, b = 2; void add(int x) { a += x; } };
void fill(Acc &f, const char *k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { f.add(work(i)); y[i] = k[0]; }
}
void run() { Acc f[3]; std::vector<int> y(n); fill(f[1], reinterpret_cast<char *>(&f[1]), y); show(y); fill(f[2], reinterpret_cast<char *>(f), y); show(y); }

// == the-bytes-of-private-data: accepted
void fill(Field &f, const char *k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { f.set(i, work(i)); y[i] = *k; }
}
void run() { Field f(n); std::vector<int> y(n); fill(f, reinterpret_cast<const char *>(f.at(3)), y); show(y); }

// == a-private-vector-of-vectors: accepted
class M { std::vector<std::vector<int>> v; public: M() : v(n, std::vector<int>(2)) {} void set(int i, int x) { v[i][0] = x; } int &at(int i) { return v[i][0]; } };
void fill(M &a, const int &b, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a.set(i, work(i)); y[i] = b; }
}
void run() { M m; std::vector<int> y(n); fill(m, m.at(3), y); show(y); }

// == what-an-optional-owns: accepted
struct S { std::optional<std::vector<int>> v; };
void fill(S &o, const int &k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { (*o.v)[i % 3] += work(i); y[i] = k; }
}
void run() { S o; o.v = std::vector<int>(3); std::vector<int> y(n); fill(o, (*o.v)[1], y); show(y); }

// == what-a-tuple-owns: accepted
void fill(std::tuple<int, std::vector<int>> &o, const int &k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::get<1>(o)[i % 3] += work(i); y[i] = k; }
}
void run() { std::tuple<int, std::vector<int>> o(1, std::vector<int>(3)); std::vector<int> y(n); fill(o, std::get<1>(o)[1], y); show(y); }

// == an-array-of-classes-that-own: refused or equal
void fill(Field &f, const Field *k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { f.set(i, work(i)); y[i] = k[i%2].get(3); }
}
void run() { std::vector<Field> f(3, Field(n)); std::vector<int> y(n); fill(f[1], f.data(), y); show(y); fill(f[2], f.data(), y); show(y); }

// == a-pointer-to-the-object: refused or equal
void fill(Field &f, const Field *k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { f.set(i, work(i)); y[i] = k->get(3); }
}
void run() { Field f(n); std::vector<int> y(n); fill(f, &f, y); show(y); }
