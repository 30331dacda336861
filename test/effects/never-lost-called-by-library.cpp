// What the library calls by itself, because of the types that it gets: instances of templates, conversions, and methods
// by their names. What these change and read isn't lost.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include "Inputs/work.h"
#include <functional>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <sstream>

// == default-template-member: refused or equal
static int n = 0;
static int next() { return ++n; }
struct T { int k; template <class V> T(V a, int b = next()) : k(int(a) + b) {} };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<T> p; p.emplace_back(2.5); y[i] = work(i) + p[0].k; } show(); std::printf("%d", n); }

// == constructor-template-counts: refused or equal
static int n = 0;
struct T { int k; template <class V> explicit T(V a) : k(int(a)) { ++n; } };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<T> p; p.emplace_back(2.5); y[i] = work(i) + p[0].k; } show(); std::printf("%d", n); }

// == constructor-template-counts-in-make-unique: refused or equal
static int n = 0;
struct T { int k; template <class V> explicit T(V a) : k(int(a)) { ++n; } };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { auto p = std::make_unique<T>(2.5); y[i] = work(i) + p->k; } show(); std::printf("%d", n); }

// == call-template-counts: refused or equal
static int n = 0;
struct F { template <class V> void operator()(V &x) const { ++n; ++x; } };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> p(3, i); std::for_each(p.begin(), p.end(), F()); y[i] = work(i) + p[0]; } show(); std::printf("%d", n); }

// == comparison-template-counts: refused or equal
static int n = 0;
struct K { int k; template <class V> bool operator==(const V &o) const { ++n; return k == o.k; } };
struct L { int k; };
void run() { std::vector<K> v{{3}, {2}, {1}}; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = work(i) + (std::find(v.begin(), v.end(), L{1}) - v.begin()); } show(); std::printf("%d", n); }

// == less-template-counts: refused or equal
static int n = 0;
struct Less { template <class A, class B> bool operator()(const A &a, const B &b) const { ++n; return a < b; } };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::set<int, Less> s{3, i, 5}; y[i] = work(i) + *s.begin(); } show(); std::printf("%d", n); }

// == assignment-template-counts: refused or equal
static int n = 0;
struct T { int k = 0; T() = default; template <class V> T &operator=(V a) { ++n; k = int(a); return *this; } };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<T> p(3); std::fill(p.begin(), p.end(), 2.5); std::vector<int> q{1, 2}; std::copy(q.begin(), q.end(), p.begin()); y[i] = work(i) + p[0].k; } show(); std::printf("%d", n); }

// == conversion-template-counts: refused or equal
static int n = 0;
struct C { int k; template <class V> operator V() const { ++n; return V(k); } };
void run() { std::vector<C> v{{3}, {1}}; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> w(v.begin(), v.end()); y[i] = work(i) + w[1]; } show(); std::printf("%d", n); }

// == template-of-template-counts: refused or equal
static int n = 0;
template <class A> struct T { A k; template <class V> explicit T(V a) : k(A(a)) { ++n; } };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<T<int>> p; p.emplace_back(2.5); std::optional<T<long>> q; q.emplace(3); y[i] = work(i) + p[0].k + q->k; } show(); std::printf("%d", n); }

// == conversion-counts: refused or equal
static long asked = 0;
struct C { int k; operator int() const { ++asked; return k; } };
void run() { std::vector<C> v{{3}, {1}, {2}}; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> w(v.begin(), v.end()); y[i] = work(i) + w[1]; } show(); std::printf("%ld", asked); }

// == conversion-reads: refused or equal
static int last = 0;
struct C { int k; operator int() const { return k + last; } };
void run() { std::vector<C> v{{3}, {1}, {2}}; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> w(v.begin(), v.end()); y[i] = work(i) + w[1]; last = i; } show(); }

// == conversion-changes-itself: refused or equal
struct C { mutable int k; operator int() const { return ++k; } };
void run() { std::vector<C> v{{3}, {1}, {2}}; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> w(v.begin(), v.end()); y[i] = work(i) + w[1]; } show(); std::printf("%d", v[1].k); }

// == conversion-by-algorithm: refused or equal
static long asked = 0;
struct C { int k; operator int() const { ++asked; return k; } };
void run() { std::vector<C> v{{3}, {1}, {2}}; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { int w[3]; std::copy(v.begin(), v.end(), w); y[i] = work(i) + w[1] + std::accumulate(v.begin(), v.end(), 0); } show(); std::printf("%ld", asked); }

// == predicate-converts: refused or equal
static long asked = 0;
struct B { bool b; operator bool() const { ++asked; return b; } };
void run() { std::vector<int> v{3, 1, 2}; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = work(i) + std::count_if(v.begin(), v.end(), [](int k) { return B{k > 1}; }); } show(); std::printf("%ld", asked); }

// == generic-lambda-before: refused or equal
void run() { int n = 0; auto f = [&](auto &x) { ++n; ++x; }; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> p(3, i); std::for_each(p.begin(), p.end(), f); y[i] = work(i) + p[0]; } show(); std::printf("%d", n); }

// == generic-lambda-global: refused or equal
static int n = 0;
static const auto f = [](auto &x) { ++n; ++x; };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> p(3, i); std::for_each(p.begin(), p.end(), f); y[i] = work(i) + p[0]; } show(); std::printf("%d", n); }

// == template-function-handed: refused or equal
static int n = 0;
template <class T> static void f(T &x) { ++n; ++x; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> p(3, i); std::for_each(p.begin(), p.end(), f<int>); y[i] = work(i) + p[0]; } show(); std::printf("%d", n); }

// == begin-of-own: refused or equal
static int n = 0;
struct R { int a[3] = {1, 2, 3}; const int *begin() const { ++n; return a; } const int *end() const { return a + 3; } int size() const { ++n; return 3; } };
void run() { R r; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = work(i) + *std::begin(r) + std::size(r); } show(); std::printf("%d", n); }

// == data-of-own: refused or equal
static int n = 0;
struct R { int a[3] = {1, 2, 3}; const int *data() const { ++n; return a; } std::size_t size() const { ++n; return 3; } const int *begin() const { ++n; return a; } const int *end() const { return a + 3; } };
void run() { R r; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::span<const int> s(r); y[i] = work(i) + s[1]; } show(); std::printf("%d", n); }

// == what-of-own: refused or equal
static int n = 0;
struct B { using value_type = int; std::vector<int> v; void push_back(int k) { ++n; v.push_back(k); } };
void run() { std::vector<int> a{1, 2, 3}; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { B b; std::copy(a.begin(), a.end(), std::back_inserter(b)); y[i] = work(i) + b.v[2]; } show(); std::printf("%d", n); }

// == print-of-own: refused or equal
static int n = 0;
struct S { int k; template <class O> friend O &operator<<(O &o, const S &s) { ++n; o << s.k; return o; } };
void run() { std::vector<S> p{{1}, {3}}; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::ostringstream o; std::copy(p.begin(), p.end(), std::ostream_iterator<S>(o, " ")); y[i] = work(i) + long(o.str().size()); } show(); std::printf("%d", n); }

// == range-of-own: refused or equal
static int n = 0;
struct R { int a[3] = {1, 2, 3}; const int *begin() const { ++n; return a; } const int *end() const { return a + 3; } };
void run() { R r; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = work(i) + *std::ranges::max_element(r); } show(); std::printf("%d", n); }

// == methods-that-change-nothing-else: accepted
struct Row { std::vector<int> v = std::vector<int>(3); int size() const { return 3; } auto begin() const { return v.begin(); } auto end() const { return v.end(); } operator int() const { return v[0]; } void push_back(int k) { v.push_back(k); } };
void run() { std::vector<Row> rows(40); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { rows[i].push_back(work(i)); y[i] = *std::max_element(rows[i].begin(), rows[i].end()) + std::accumulate(rows[i].begin(), rows[i].end(), 0); } show(); std::printf("%zu", rows.size()); }

// == templates-that-change-nothing-else: accepted
struct Item { int k; template <class V> explicit Item(V a) : k(int(a)) {} template <class V> bool operator==(const V &o) const { return k == o; } };
void run() { std::vector<Item> v; v.emplace_back(2.5); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<Item> p; p.emplace_back(work(i)); y[i] = p[0].k + std::count(v.begin(), v.end(), 2); } show(); }
