// One object that is known in two ways: by its name, by a reference or pointer in another object, by a method of a
// pointer, by a function object, by a binding. The tool refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstdio>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <queue>
#include <ranges>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <unistd.h>
#include <utility>
#include <vector>

int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
long y[40];
struct S {
  int v = 0;
  int n[40] = {};
  std::vector<int> w = std::vector<int>(40);
  void put(int k) { v = v * 3 % 101 + k; }
  int get() const { return v; }
  int at(int k) const { return n[k]; }
  int element(int k) const { return w[std::size_t(k)]; }
};
struct R { S &r; };
struct O { R h; };
struct D : R { explicit D(S &s) : R{s} {} };
struct P { S *p; };
void begin() { for (long &k : y) k = 0; }
void show(const S &s) {
  for (long k : y) std::printf("%ld ", k);
  std::printf("%d", s.v);
  for (int k : s.n) std::printf(" %d", k);
  for (int k : s.w) std::printf(" %d", k);
}

// == a-nested-reference: refused or equal
void run() {
  begin();
  S s;
  O o{{s}};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) o.h.r.v = work(i); y[i] = s.v; }
  show(s);
}

// == a-reference-in-a-base: refused or equal
void run() {
  begin();
  S s;
  D o(s);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) o.r.v = work(i); y[i] = s.v; }
  show(s);
}

// == a-reference-to-the-holder: refused or equal
void run() {
  begin();
  S s;
  R q{s}; R &o = q;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) o.r.v = work(i); y[i] = s.v; }
  show(s);
}

// == a-pointer-to-the-holder: refused or equal
void run() {
  begin();
  S s;
  R q{s}; R *o = &q;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) o->r.v = work(i); y[i] = s.v; }
  show(s);
}

// == a-pair-of-a-reference: refused or equal
void run() {
  begin();
  S s;
  std::pair<S &, int> o(s, 1);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) o.first.v = work(i); y[i] = s.v; }
  show(s);
}

// == an-owned-holder: refused or equal
void run() {
  begin();
  S s;
  auto u = std::make_unique<R>(R{s});
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) u->r.v = work(i); y[i] = s.v; }
  show(s);
}

// == elements-behind-a-reference: refused or equal
void run() {
  begin();
  S s;
  O o{{s}};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { o.h.r.n[i] = work(i); y[i] = s.n[39 - i]; }
  show(s);
}

// == a-method-by-pointer: refused or equal
void run() {
  begin();
  S s;
  S *b = &s;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = b->get() + work(i); s.v = i; }
  show(s);
}

// == a-method-by-pointer-to-elements: refused or equal
void run() {
  begin();
  S s;
  const S *b = &s;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = b->at(39 - i); s.n[i] = work(i); }
  show(s);
}

// == a-method-by-pointer-to-a-vector: refused or equal
void run() {
  begin();
  S s;
  const S *b = &s;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = b->element(39 - i); s.w[unsigned(i)] = work(i); }
  show(s);
}

// == a-method-by-shared-pointer: refused or equal
void run() {
  begin();
  S s;
  auto b = std::shared_ptr<S>(&s, [](S *) {});
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = b->get() + work(i); s.v = i; }
  show(s);
}

// == a-method-by-a-field: refused or equal
void run() {
  begin();
  S s;
  P b{&s};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = b.p->get() + work(i); s.v = i; }
  show(s);
}

// == a-method-decides: refused or equal
void run() {
  begin();
  S s;
  S *t = &s;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { s.put(work(i)); if (t->get() > 50) y[i] = 1; }
  show(s);
}

// == a-span: refused or equal
void run() {
  begin();
  S s;
  std::span<int> r(s.w);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { r[unsigned(i)] += s.w[unsigned(39 - i)] + work(i); }
  show(s);
}

// == an-iterator: refused or equal
void run() {
  begin();
  S s;
  auto row = s.w.begin() + 3;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i < 30) row[i] += work(i); y[i] = s.w[unsigned(i)]; }
  show(s);
}

// == an-iterator-of-a-map: refused or equal
void run() {
  begin();
  S s;
  std::map<int, S> m; m[2]; auto it = m.find(2); S &b = m.at(2);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) b.put(work(i)); y[i] = it->second.get(); }
  show(s);
}

// == the-last-of-a-list: refused or equal
void run() {
  begin();
  S s;
  std::list<S> l(2); S *p = &l.back();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) l.back().put(work(i)); y[i] = p->get(); }
  show(s);
}

// == in-an-optional: refused or equal
void run() {
  begin();
  S s;
  std::optional<S> u(S{}); S *t = &*u;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) u->put(work(i)); y[i] = t->get(); }
  show(s);
}

// == a-function-object: refused or equal
void run() {
  begin();
  S s;
  S *p = &s; std::function<int()> f = [&] { return s.v; };
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) p->v = work(i); y[i] = f(); }
  show(s);
}

// == a-capture-with-a-name: refused or equal
void run() {
  begin();
  S s;
  auto get = [p = &s] { return p->get(); };
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) s.v = work(i); y[i] = get(); }
  show(s);
}

// == a-copy: refused or equal
void run() {
  begin();
  S s;
  S *p = &s;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) p->v = work(i); const S c = s; y[i] = c.v; }
  show(s);
}

// == a-binding: refused or equal
void run() {
  begin();
  S s;
  S *p = &s; auto &[v, n, w] = s;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = v + work(i); p->v = i; }
  show(s);
}

// == a-copy-in-an-aggregate: refused or equal
struct A { S s; };
void run() {
  begin();
  S s;
  S *p = &s;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) p->v = work(i); const A a{s}; y[i] = a.s.v; }
  show(s);
}

// == a-constructor: refused or equal
struct A { int k; explicit A(const S &o) : k(o.v) {} };
void run() {
  begin();
  S s;
  S *p = &s;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) p->v = work(i); const A a(s); y[i] = a.k; }
  show(s);
}

// == a-singleton: refused or equal
struct Q { int v = 0; static Q &only() { static Q q; return q; } void put(int k) { v = k; } int get() const { return v; } };
void run() {
  begin();
  S s;
  Q *t = &Q::only();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) Q::only().put(work(i)); y[i] = t->get(); }
  std::printf("%d ", t->v);
  show(s);
}

// == a-counter: refused or equal
int &counter() { static int k; return k; }
void run() {
  begin();
  S s;
  int *t = &counter();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) counter() = work(i); y[i] = *t; }
  std::printf("%d ", *t);
  show(s);
}

// == a-bound-function: refused or equal
int sum;
int add(int k) { return sum += k; }
void run() {
  begin();
  S s;
  std::function<int()> f = std::bind(add, 3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = work(i); f(); }
  std::printf("%d ", sum);
  show(s);
}

// == an-overrider-reads-its-field: refused or equal
struct I { virtual int get() const = 0; virtual void put(int k) = 0; virtual ~I() = default; };
struct E : I { int k = 0; void put(int x) override { k = x; } int get() const override { return k; } };
void each(E &e, const I &in) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) e.k = work(i); y[i] = in.get(); } }
void run() {
  begin();
  S s;
  E e; each(e, e);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] += work(i); }
  show(s);
}

// == overriders-share-a-number: refused or equal
struct I { virtual int get() const = 0; virtual void put(int k) = 0; virtual ~I() = default; };
struct E : I { int *k; explicit E(int &x) : k(&x) {} void put(int x) override { *k = x; } int get() const override { return *k; } };
void each(I &e, const I &in) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) e.put(work(i)); y[i] = in.get(); } }
void run() {
  begin();
  S s;
  int k = 0; E e(k), f(k); each(e, f);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] += work(i); }
  show(s);
}

// == an-overrider-knows-a-number: refused or equal
struct I { virtual int get() const = 0; virtual ~I() = default; };
struct E : I { const int &k; explicit E(const int &x) : k(x) {} int get() const override { return k; } };
void run() {
  begin();
  S s;
  int k = 0;
  const std::unique_ptr<I> in = std::make_unique<E>(k);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) k = work(i); y[i] = in->get(); }
  show(s);
}

// == a-lambda-gives-a-field: refused or equal
struct C {
  int k = 0;
  std::vector<int> w;
  void go() {
    auto f = [&]() -> int & { return k; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) f() = work(i); y[i] = k; }
    std::printf("%d %zu ", k, w.size());
  }
};
void run() {
  begin();
  S s;
  C c; c.go();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] += work(i); }
  show(s);
}

// == a-lambda-gives-a-vector: refused or equal
struct C {
  int k = 0;
  std::vector<int> w;
  void go() {
    auto f = [this]() -> std::vector<int> & { return w; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { f().push_back(work(i)); if (w.size() > 5) y[i] = 1; }
    std::printf("%d %zu ", k, w.size());
  }
};
void run() {
  begin();
  S s;
  C c; c.go();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] += work(i); }
  show(s);
}

// == a-lambda-gives-the-object: refused or equal
struct C {
  int k = 0;
  std::vector<int> w;
  void go() {
    auto f = [this]() -> C & { return *this; };
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) f().k = work(i); y[i] = k; }
    std::printf("%d %zu ", k, w.size());
  }
};
void run() {
  begin();
  S s;
  C c; c.go();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] += work(i); }
  show(s);
}

// == one-matrix-twice: refused or equal
class M {
  int *d;
public:
  M() : d(new int[40]()) {}
  ~M() { delete[] d; }
  M(const M &) = delete;
  int &operator[](int i) { return d[i]; }
  int operator[](int i) const { return d[i]; }
};
void fill(M &a, const M &b) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) a[i] = b[39 - i] + work(i); }
void run() {
  begin();
  S s;
  M m; fill(m, m); for (int i = 0; i < 40; ++i) s.n[i] = m[i];
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] += work(i); }
  show(s);
}

// == one-matrix-in-two-fields: refused or equal
class M {
  int *d;
public:
  M() : d(new int[40]()) {}
  ~M() { delete[] d; }
  M(const M &) = delete;
  int &operator[](int i) { return d[i]; }
  int operator[](int i) const { return d[i]; }
};
struct W {
  M &a;
  const M &b;
  void fill() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) a[i] = b[39 - i] + work(i); }
};
void run() {
  begin();
  S s;
  M m; W{m, m}.fill(); for (int i = 0; i < 40; ++i) s.n[i] = m[i];
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] += work(i); }
  show(s);
}

// == two-matrices: accepted
class M {
  int *d;
public:
  M() : d(new int[40]()) {}
  ~M() { delete[] d; }
  M(const M &) = delete;
  int &operator[](int i) { return d[i]; }
  int operator[](int i) const { return d[i]; }
};
void fill(M &a, const M &b) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) a[i] = b[39 - i] + work(i); }
void run() {
  begin();
  S s;
  M m, o; fill(m, o); for (int i = 0; i < 40; ++i) s.n[i] = m[i];
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] += work(i); }
  show(s);
}

// == one-virtual-base: refused or equal
struct V { int n[40] = {}; };
struct First : virtual V {};
struct Second : virtual V {};
struct Both : First, Second {};
void fill(First *a, Second *b) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { a->n[i] = work(i); y[i] = b->n[39 - i]; } }
void run() {
  begin();
  S s;
  Both both;
  fill(&both, &both);
  show(s);
}

// == two-bases: refused or equal
struct V { int n[40] = {}; };
struct First : V {};
struct Second : V {};
struct Both : First, Second {};
void fill(First *a, Second *b) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { a->n[i] = work(i); y[i] = b->n[39 - i]; } }
void run() {
  begin();
  S s;
  Both both;
  fill(&both, &both);
  show(s);
}

// == an-iterator-into-a-map: refused or equal
void run() {
  begin();
  S s;
  std::map<int, int> m{{5, 6}, {6, 7}};
  auto it = m.find(6);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) it->second = work(i); y[i] = m.at(6); }
  show(s);
}

// == an-element-by-subscript-and-by-iterator: refused or equal
void run() {
  begin();
  S s;
  std::vector<S> all(3);
  auto it = all.begin() + 1;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) all[1].v = work(i); y[i] = it->v; }
  show(s);
}

// == an-element-of-a-list-by-two-iterators: refused or equal
void run() {
  begin();
  S s;
  std::list<S> all(3);
  auto it = std::next(all.begin());
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) std::next(all.begin())->v = work(i); y[i] = it->v; }
  show(s);
}

// == slices-and-an-iterator: refused or equal
void run() {
  begin();
  S s;
  std::vector<S> all(40);
  auto it = all.begin() + 20;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { all[std::size_t(i)].v += work(i); y[i] += it->v; }
  show(s);
}

// == iterators-into-another-map: accepted
void run() {
  begin();
  S s;
  std::map<int, S> m, other;
  m[6], other[6];
  auto it = m.begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) it->second.v = work(i); y[i] = other.at(6).v; }
  show(s);
}

// == a-pointer-to-a-pointer: refused or equal
void run() {
  begin();
  S s;
  S *q = &s, **h = &q;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) (*h)->v = work(i); y[i] = s.v; }
  show(s);
}

// == a-pointer-and-a-pointer-to-it: refused or equal
void run() {
  begin();
  S s;
  S *q = &s, **h = &q;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) q->v = work(i); y[i] = (*h)->v; }
  show(s);
}

// == a-reference-to-an-array-s-pointer: refused or equal
void run() {
  begin();
  S s;
  std::string text;
  std::string *const h[] = {&text};
  auto &f = h[0];
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) *f = std::to_string(work(i)); y[i] = long(text.size()); }
  show(s);
}

// == a-pointer-to-a-pointer-elsewhere: accepted
void run() {
  begin();
  S s;
  S other, *q = &other, **h = &q;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) (*h)->v = work(i); y[i] = work(i + 1); }
  show(s);
}

// == an-owner-by-reference-and-what-it-owns: refused or equal
void go(std::unique_ptr<S> &h, S &d) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) h->v = work(i); y[i] = d.v; } }
void run() {
  begin();
  S s;
  auto c = std::make_unique<S>();
  go(c, *c);
  show(s);
}

// == an-owner-in-a-map-and-a-copy: refused or equal
void run() {
  begin();
  S s;
  std::map<int, std::shared_ptr<S>> m;
  m[3] = std::make_shared<S>();
  auto d = m[3];
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) m.find(3)->second->v = work(i); y[i] = d->v; }
  show(s);
}

// == an-owner-that-does-not-delete: refused or equal
void run() {
  begin();
  S s;
  std::unique_ptr<S, void (*)(S *)> p(&s, [](S *) {});
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) (*p).v = work(i); y[i] = s.v; }
  show(s);
}

// == a-pointer-in-an-optional: refused or equal
void go(S *c, std::optional<S *> h) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c->v = work(i); y[i] = h.value()->v; } }
void run() {
  begin();
  S s;
  go(&s, &s);
  show(s);
}

// == a-pointer-in-a-tuple: refused or equal
void go(S *c, std::tuple<S *, int> h) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c->v = work(i); y[i] = std::get<0>(h)->v; } }
void run() {
  begin();
  S s;
  go(&s, {&s, 1});
  show(s);
}

// == a-reference-in-an-optional: refused or equal
void run() {
  begin();
  S s;
  std::optional<std::reference_wrapper<S>> h(s);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) h->get().v = work(i); y[i] = s.v; }
  show(s);
}

// == a-reference-in-a-tuple: refused or equal
void run() {
  begin();
  S s;
  int k = 0;
  S *p = &s;
  auto t = std::tie(s.v, k);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) p->v = work(i); y[i] = std::get<0>(t); }
  show(s);
}

// == changed-by-a-pointer-in-a-list: refused or equal
void run() {
  begin();
  S s;
  std::list<S *> p{&s};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) p.front()->v = work(i); y[i] = s.v; }
  show(s);
}

// == changed-by-a-pointer-in-a-set: refused or equal
void run() {
  begin();
  S s;
  std::set<S *> p{&s};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) (*p.begin())->v = work(i); y[i] = s.v; }
  show(s);
}

// == changed-by-a-pointer-in-a-queue: refused or equal
void run() {
  begin();
  S s;
  std::queue<S *> p;
  p.push(&s);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) p.front()->v = work(i); y[i] = s.v; }
  show(s);
}

// == changed-by-a-pointer-in-an-optional: refused or equal
void run() {
  begin();
  S s;
  std::optional<S *> p(&s);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) (**p).v = work(i); y[i] = s.v; }
  show(s);
}

// == changed-by-a-pointer-in-a-subrange: refused or equal
void run() {
  begin();
  S s;
  std::ranges::subrange p(&s, &s + 1);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) p.front().v = work(i); y[i] = s.v; }
  show(s);
}

// == a-list-of-owners-and-a-reference: refused or equal
void run() {
  begin();
  S s;
  auto q = std::make_shared<S>();
  std::list<std::shared_ptr<S>> p{q};
  S &c = *q;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c.v = work(i); y[i] = p.front()->v; }
  show(s);
}

// == a-list-of-pointers-elsewhere: accepted
void run() {
  begin();
  S s;
  S other;
  std::list<S *> p{&other};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) p.front()->v = work(i); y[i] = work(i + 1); }
  show(s);
}

// == a-tuple-of-references: refused or equal
struct V { int v = 0; int w = 0; };
void go(V *c, std::tuple<V &> h) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c->v = work(i); y[i] = std::get<0>(h).v; } }
void run() {
  begin();
  V c; go(&c, c);
  show({});
}

// == a-tuple-of-references-to-numbers: refused or equal
void go(int *c, std::tuple<int &> h) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) *c = work(i); y[i] = std::get<0>(h); } }
void run() {
  begin();
  int c = 0; go(&c, c);
  show({});
}

// == a-part-of-a-tuple: refused or equal
struct V { int v = 0; int w = 0; };
void go(V *c, std::tuple<V, int> &h) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c->v = work(i); y[i] = std::get<0>(h).v; } }
void run() {
  begin();
  std::tuple<V, int> c; go(&std::get<0>(c), c);
  show({});
}

// == a-part-of-a-union: refused or equal
struct V { int v = 0; int w = 0; };
union U { V s; int k; };
void go(V *c, U &u) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c->v = work(i); y[i] = u.s.v; } }
void run() {
  begin();
  U c{}; go(&c.s, c);
  show({});
}

// == a-part-of-a-binding: refused or equal
struct V { int v = 0; int w = 0; };
struct T { V v; V w; };
void go(V *c, T &t) { auto &[a, b] = t; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c->v = work(i); y[i] = a.v + b.v; } }
void run() {
  begin();
  T c; go(&c.w, c);
  show({});
}

// == the-value-of-an-optional: refused or equal
struct V { int v = 0; int w = 0; };
void run() {
  begin();
  std::optional<V> c(V{});
  V *q = &*c;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) (*q).v = work(i); y[i] = (*c).v; }
  show({});
}

// == the-value-of-an-optional-behind-a-span: refused or equal
struct V { int v = 0; int w = 0; };
void run() {
  begin();
  std::optional<V> c(V{});
  std::span<V> h(&*c, 1);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) h[0].v = work(i); y[i] = (*c).v; }
  show({});
}

// == bits-that-are-swapped: refused or equal
void run() {
  begin();
  std::vector<bool> b(40), c(40);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { c[i] = work(i) & 1; std::vector<bool>::swap(b[i], c[39 - i]); }
  for (bool k : b) std::printf("%d ", k);
  for (bool k : c) std::printf("%d ", k);
}
