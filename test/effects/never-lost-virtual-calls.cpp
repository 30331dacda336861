// Virtual functions: the one that the call names, all that override it, and their destructors. The tool refuses each of
// these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
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

// == the-named-function-itself: refused or equal
struct B { virtual void f(int k) { total = total * 3 % 101 + k; } virtual ~B() = default; };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { B o; o.f(work(i)); }
  end();
}

// == the-named-function-behind-a-reference: refused or equal
struct B { virtual void f(int k) { total = total * 3 % 101 + k; } virtual ~B() = default; };
B object;
B &b = object;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { b.f(work(i)); }
  end();
}

// == it-reads-what-the-loop-changes: refused or equal
struct B { virtual int f(int k) const { return total + k; } virtual ~B() = default; };
B b;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { total += work(i); y[i] = b.f(3); }
  end();
}

// == called-by-an-overrider: refused or equal
struct B { virtual void f(int k) { total = total * 3 % 101 + k; } virtual ~B() = default; };
struct D : B { void f(int k) override { B::f(k); } };
D object;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { object.f(work(i)); }
  end();
}

// == pure-but-defined: refused or equal
struct B { virtual void f(int) = 0; void h(int k) { f(k); } virtual ~B() = default; };
void B::f(int k) { total = total * 3 % 101 + k; }
struct D : B { void f(int k) override { B::f(k); } };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { D o; o.h(work(i)); }
  end();
}

// == an-overrider-of-a-local-class: refused or equal
struct B { virtual int f(int k) const { return k; } virtual ~B() = default; };
std::unique_ptr<B> make() { struct D : B { int f(int k) const override { return total += k; } }; return std::make_unique<D>(); }
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { const std::unique_ptr<B> p = make(); y[i] = p->f(work(i)); }
  end();
}

// == a-destructor-of-a-derived-class: refused or equal
struct B { virtual ~B() {} };
struct D : B { int k; explicit D(int q) : k(q) {} ~D() override { total = total * 3 % 101 + k; } };
B *make(int k) { return new D(k); }
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { B *p = make(work(i)); delete p; }
  end();
}

// == a-member-of-a-derived-class: refused or equal
struct G { int k; ~G() { total = total * 3 % 101 + k; } };
struct B { virtual ~B() = default; };
struct D : B { G g; explicit D(int k) : g{k} {} };
std::unique_ptr<B> make(int k) { return std::make_unique<D>(k); }
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::unique_ptr<B> p = make(work(i)); ++other; }
  end();
}

// == a-comparison-by-reference: refused or equal
struct B { virtual bool operator()(int l, int r) const { return l < r; } virtual ~B() = default; };
struct D : B { bool operator()(int l, int r) const override { ++total; return l > r; } };
D object;
const B &less = object;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int q[4] = {i, work(i), 3, 4}; std::sort(q, q + 4, std::ref(less)); y[i] = q[0]; }
  end();
}

// == all-in-sight: accepted
struct Shape { virtual int area(int k) const = 0; virtual ~Shape() = default; };
struct Square : Shape { int area(int k) const override { return k * k; } };
struct Line : Shape { int area(int) const override { return 0; } };
std::vector<std::unique_ptr<Shape>> made() { std::vector<std::unique_ptr<Shape>> v; v.push_back(std::make_unique<Square>()); v.push_back(std::make_unique<Line>()); return v; }
const std::vector<std::unique_ptr<Shape>> shapes = made();
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { total += shapes[unsigned(i % 2)]->area(work(i)); }
  end();
}

// == one-class-only: accepted
struct Square { virtual int area(int k) const { return k * k; } virtual ~Square() = default; };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { Square square; total += square.area(work(i)); }
  end();
}
