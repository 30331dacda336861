// A constructor that changes what it is handed runs where the library has such a thing to hand it: emplace_back(r), but not
// begin() or size().
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include "Inputs/work.h"
#include <list>
#include <map>
#include <random>

struct Random { unsigned state = 1; unsigned next() { return state = state * 1103515245 + 12345; } };
struct Item { long x = 0; Item() = default; explicit Item(Random &r) : x(r.next() % 100) {} explicit Item(long &n) : x(++n) {} };
[[maybe_unused]] static void show(const std::vector<Item> &all) { for (auto &one : all) std::printf("%ld ", one.x); }

// == walked: accepted
void run() { Random r; std::vector<Item> all; for (int i = 0; i < 40; ++i) all.emplace_back(r); [[paraloop(chunk = 1)]] for (auto &one : all) one.x += work(one.x); show(all); }

// == numbered: accepted
void run() { Random r; std::vector<Item> all; for (int i = 0; i < 40; ++i) all.emplace_back(r); [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < all.size(); ++i) all[i].x += work(i) + all.size(); show(all); }

// == stepped: accepted
void run() { Random r; std::list<Item> all; for (int i = 0; i < 40; ++i) all.emplace_back(r); long sum = 0; [[paraloop(chunk = 1)]] for (auto it = all.begin(); it != all.end(); ++it) sum += work(it->x); std::printf("%ld", sum); }

// == with-an-engine: accepted
struct Walker { std::vector<double> at; explicit Walker(std::mt19937 &r) { at.push_back(r() % 10); } void step(std::mt19937 &r) { for (double &x : at) x += r() % 7; } };
void run() { std::mt19937 r(3); std::vector<Walker> all; for (int i = 0; i < 40; ++i) all.emplace_back(r); [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < all.size(); ++i) { std::mt19937 own(i); work(i); all[i].step(own); } for (auto &one : all) std::printf("%g ", one.at[0]); }

// == handed-in-the-loop: refused or equal
void run() { Random r; std::vector<std::vector<Item>> all(40); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { work(i); all[i].emplace_back(r); } for (auto &one : all) show(one); }

// == number-handed-in-the-loop: refused or equal
void run() { long n = 0; std::vector<Item> all; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { work(i); all.emplace_back(n); } show(all); std::printf("%ld", n); }

// == handed-by-range: refused or equal
void run() { std::vector<Random> rs(3); std::vector<std::vector<Item>> all(40); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { work(i); all[i] = std::vector<Item>(rs.begin(), rs.end()); } for (auto &one : all) show(one); std::printf("%u", rs[1].state); }

// == handed-by-a-lambda: refused or equal
void run() { Random r; std::vector<Item> all; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { work(i); auto make = [&r]() -> Random & { return r; }; all.emplace_back(make()); } show(all); }

// == handed-by-a-pointer: refused or equal
struct Holder { Random *r; operator Random &() const { return *r; } };
void run() { Random r; Holder h{&r}; std::vector<Item> all; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { work(i); all.emplace_back(h); } show(all); }

// == counts-what-is-made: accepted
struct Made { long x; static inline long number = 0; explicit Made(long n) : x(n) { ++number; } Made(const Made &) = default; };
void run() { std::vector<Made> all; for (int i = 0; i < 40; ++i) all.emplace_back(i); [[paraloop(chunk = 1)]] for (auto &one : all) one.x += work(one.x); for (auto &one : all) std::printf("%ld ", one.x); std::printf("%ld", Made::number); }

// == counts-what-is-made-in-the-loop: refused or equal
struct Made { long x; static inline long number = 0; explicit Made(long n) : x(n) { ++number; } Made(const Made &) = default; Made &operator=(const Made &) = default; };
void run() { std::vector<std::vector<Made>> all(40); [[paraloop(chunk = 1)]] for (short i = 0; i < 40; ++i) { work(i); all[i].emplace_back(i); } for (auto &one : all) std::printf("%ld ", one[0].x + static_cast<long>(one.size())); std::printf("%ld", Made::number); }

// == numbers-what-is-made-in-the-loop: refused or equal
struct Made { long x; static inline long number = 0; explicit Made(std::string s) : x(static_cast<long>(s.size()) + 100 * ++number) {} };
void run() { std::vector<std::vector<Made>> all(40); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { work(i); all[i].emplace_back("abc"); } for (auto &one : all) std::printf("%ld ", one[0].x); }

// == default-argument-counts: refused or equal
static int made = 0;
static int next() { return ++made; }
struct Item { int k; Item(int a = next()) : k(a) {} };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<Item> p(2); y[i] = work(i) + p[1].k; } show(); std::printf("%d", made); }

// == default-argument-counts-in-turn: refused or equal
static int made = 0;
static int next() { return ++made; }
struct Item { int k; Item(int a = next()) : k(a) {} };
void run() { std::map<int, Item> m; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) m[work(i) % 5].k += i; for (auto &[a, b] : m) std::printf("%d=%d ", a, b.k); std::printf("%d", made); }

// == default-argument-of-two: refused or equal
struct Random { unsigned s = 1; unsigned next() { return s = s * 69069u + 1; } };
static Random shared;
struct Item { unsigned k; Item(int a, Random &r = shared) : k(r.next() % 9 + unsigned(a)) {} };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<Item> p; p.emplace_back(work(i)); p.push_back(3); y[i] = p[1].k; } show(); std::printf("%u", shared.s); }

// == default-argument-is-a-pointer: refused or equal
struct Random { unsigned s = 1; unsigned next() { return s = s * 69069u + 1; } };
static Random shared;
struct Item { unsigned k; Item(Random *r = &shared) : k(r->next() % 9) {} };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<Item> p(2); y[i] = work(i) + p[1].k; } show(); std::printf("%u", shared.s); }

// == default-argument-draws: refused or equal
static std::mt19937 shared(5);
struct Item { double x; Item(std::mt19937 &g = shared) : x(double(g() % 100)) {} };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<Item> p(3); y[i] = work(i) + long(p[0].x); } show(); std::printf("%u", unsigned(shared())); }

// == default-argument-reads: refused or equal
static int last = 0;
struct Item { int k; Item(int a = last) : k(a) {} };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<Item> p(2); y[i] = work(i) + p[1].k; last = i; } show(); std::printf("%d", last); }

// == default-argument-of-a-function-object: refused or equal
static int made = 0;
static int next() { return ++made; }
struct Add { void operator()(int &x, int k = next()) const { x += k; } };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> p(2, work(i)); std::for_each(p.begin(), p.end(), Add()); y[i] = p[1]; } show(); std::printf("%d", made); }

// == default-arguments-without-effects: accepted
struct Item { int k; std::string s; explicit Item(int a = 3, const std::string &t = "x", std::vector<int> v = {}) : k(a + int(v.size())), s(t) {} };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<Item> p(2); p.emplace_back(work(i)); y[i] = p[2].k + p[1].k; } show(); }
