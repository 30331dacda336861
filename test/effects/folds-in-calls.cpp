// Whole numbers that functions in sight only fold values into: how often something was called, what a search looked at.
// Workers fold into their own copies; with anything else that is done to the number, that isn't allowed.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include "Inputs/work.h"
#include <stdexcept>

// == counts-global: accepted
static long calls = 0;
static int f(int i) { ++calls; return work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i); show(); std::printf("%ld", calls); }

// == counts-fields-by-reference: accepted
struct Stats { long nodes = 0; unsigned hits = 0; };
static int f(int i, Stats &s) { s.nodes += 2; if (work(i) > 9) ++s.hits; return i * 2; }
void run() { Stats s; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { int t = f(i, s); y[i] = t + f(t, s); } show(); std::printf("%ld %u", s.nodes, s.hits); }

// == counts-fields-by-pointer: accepted
struct Stats { int nodes = 0; };
static int f(int i, Stats *s) { s->nodes++; return work(i); }
void run() { Stats s; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i, &s); show(); std::printf("%d", s.nodes); }

// == counts-in-recursion: accepted
static long nodes = 0;
static long solve(int n) { ++nodes; return n < 2 ? n : solve(n - 1) + solve(n - 2); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = solve(work(i) % 9); show(); std::printf("%ld", nodes); }

// == counts-through-functions: accepted
struct Stats { long a = 0, b = 0; };
static void note(Stats &s, int by) { s.a += by; }
static int f(int i, Stats &s) { note(s, i); --s.b; return work(i); }
void run() { Stats s; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i, s); show(); std::printf("%ld %ld", s.a, s.b); }

// == counts-static-member: accepted
struct Item { long x = 0; static long made; void set(int i) { x = work(i); ++made; } };
long Item::made = 0;
void run() { std::vector<Item> items(40); [[paraloop(chunk = 1)]] for (auto &item : items) item.set(&item - items.data()); for (auto &item : items) std::printf("%ld ", item.x); std::printf("%ld", Item::made); }

// == counts-by-lambda: refused or equal
void run() { long n = 0; auto f = [&](int i) { ++n; return work(i); }; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i); show(); std::printf("%ld", n); }

// == counts-own-fields: accepted
struct Model { long evals = 0; int f(int i) { ++evals; return work(i); } void go() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i); } };
void run() { Model m; m.go(); show(); std::printf("%ld", m.evals); }

// == counts-that-wrap: accepted
static unsigned char small = 200;
static signed char other = 100;
static int f(int i) { small += 7; other -= 9; return work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i); show(); std::printf("%d %d", small, other); }

// == counts-of-bits: accepted
static unsigned seen = 0, all = ~0u, odd = 0;
static bool any = false;
static int f(int i) { seen |= 1u << (i % 7); all &= ~(1u << (i % 5)); odd ^= static_cast<unsigned>(i); any |= i == 3; return work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i); show(); std::printf("%u %u %u %d", seen, all, odd, any); }

// == counts-beside-own-changes: accepted
static long calls = 0;
static int f(int i) { ++calls; return work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = f(i); calls += i; } show(); std::printf("%ld", calls); }

// == counts-until-break: accepted
static long calls = 0;
static int f(int i) { ++calls; return work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = f(i); if (y[i] == 26) break; } show(); std::printf("%ld", calls); }

// == counts-until-throw: accepted
static long calls = 0;
static int f(int i) { ++calls; if (i == 27) throw std::runtime_error("f"); ++calls; return work(i); }
void run() { try { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i); } catch (const std::exception &e) { std::puts(e.what()); } show(); std::printf("%ld", calls); }

// == counts-and-prints: accepted
static long calls = 0;
static int f(int i) { ++calls; return work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) std::printf("%d ", f(i)); std::printf("%ld", calls); }

// == counts-and-replays: accepted
static long calls = 0;
static int f(int i) { ++calls; return work(i); }
void run() { std::vector<int> v; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) if (int k = f(i); k % 2) v.push_back(k); for (int k : v) std::printf("%d ", k); std::printf("%ld", calls); }

// == counts-and-reads: refused or equal
static long calls = 0;
static int f(int i) { ++calls; return calls > 20 ? work(i) : 0; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i); show(); std::printf("%ld", calls); }

// == counts-and-returns: refused or equal
static long calls = 0;
static long f(int i) { work(i); return ++calls; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i); show(); std::printf("%ld", calls); }

// == counts-and-is-read-elsewhere: refused or equal
static long calls = 0;
static int f(int i) { ++calls; return work(i); }
static long g() { return calls; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i) + g(); show(); std::printf("%ld", calls); }

// == counts-and-is-read-in-the-body: refused or equal
static long calls = 0;
static int f(int i) { ++calls; return work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = f(i); if (calls == 20) y[i] = 1000; } show(); std::printf("%ld", calls); }

// == counts-and-bounds: refused or equal
static int limit = 30;
static int f(int i) { if (i < 5) ++limit; return work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < limit; ++i) y[i] = f(i); show(); std::printf("%d", limit); }

// == counts-and-resets: refused or equal
static long calls = 0;
static int f(int i) { ++calls; if (i % 13 == 0) calls = 0; return work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i); show(); std::printf("%ld", calls); }

// == counts-in-two-ways: refused or equal
static unsigned n = 1;
static int f(int i) { n += i; return work(i); }
static int g(int i) { n ^= 5; return i; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i) + g(i); show(); std::printf("%u", n); }

// == counts-by-another-name: refused or equal
static long calls = 0;
static int f(int i) { ++calls; return work(i); }
static void go(long &n) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i) + n; show(); }
void run() { go(calls); std::printf("%ld", calls); }

// == counts-set-by-another-name: refused or equal
static long calls = 0;
static int f(int i) { ++calls; return work(i); }
static void go(long &n) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = f(i); n = i; } show(); }
void run() { go(calls); std::printf("%ld", calls); }

// == counts-by-a-pointer: refused or equal
static long calls = 0;
static int f(int i) { ++calls; return work(i); }
static void go(const long *n) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i) + *n; show(); }
void run() { go(&calls); std::printf("%ld", calls); }

// == counts-in-an-element: refused or equal
struct Stats { long nodes = 0; };
static int f(int i, Stats &s) { ++s.nodes; return work(i); }
static void go(std::vector<Stats> &all, Stats &s) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i, s) + all[i % 4].nodes; show(); }
void run() { std::vector<Stats> all(4); go(all, all[2]); std::printf("%ld", all[2].nodes); }

// == counts-in-one-of-two: refused or equal
struct Stats { long nodes = 0; };
static int f(int i, Stats &s) { ++s.nodes; return work(i); }
void run() { Stats a, b; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i, i % 3 ? a : b); show(); std::printf("%ld %ld", a.nodes, b.nodes); }

// == counts-by-two-parameters: refused or equal
static int f(int i, long &n) { ++n; return work(i); }
static int g(int i, long &n, const long &m) { n += i; return work(i) + m; }
void run() { long n = 0, k = 5; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i, n) + g(i, n, k); show(); std::printf("%ld", n); }

// == counts-and-reads-by-a-parameter: refused or equal
static int g(int i, long &n, const long &m) { n += i; return work(i) + m; }
void run() { long n = 0; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = g(i, n, n); show(); std::printf("%ld", n); }

// == counts-and-hands-out: refused or equal
struct Stats { long nodes = 0; };
static Stats &f(Stats &s) { ++s.nodes; return s; }
void run() { Stats s; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = work(i) + f(s).nodes; show(); std::printf("%ld", s.nodes); }

// == counts-and-keeps-address: refused or equal
struct Stats { long nodes = 0; };
static Stats *kept = nullptr;
static int f(int i, Stats &s) { ++s.nodes; kept = &s; return work(i); }
static long g() { return kept ? kept->nodes : 0; }
void run() { Stats s; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i, s) + g(); show(); std::printf("%ld", s.nodes); }

// == counts-in-a-bit-field: refused or equal
struct Stats { unsigned nodes : 5; };
static int f(int i, Stats &s) { ++s.nodes; return work(i); }
void run() { Stats s{}; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i, s); show(); std::printf("%d", static_cast<int>(s.nodes)); }

// == counts-privately: refused or equal
class Stats { public: static int f(int i) { ++calls; return work(i); } static long number() { return calls; } private: static inline long calls = 0; };
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = Stats::f(i); show(); std::printf("%ld", Stats::number()); }

// == counts-floating: refused or equal
static double sum = 0;
static int f(int i) { sum += 0.1 * i; return work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i); show(); std::printf("%.17g", sum); }

// == counts-floating-into-whole: refused or equal
static int sum = 0;
static int f(int i) { sum += 0.7 * i; return work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i); show(); std::printf("%d", sum); }

// == counts-under-a-hidden-name: accepted
static long calls = 0;
static int f(int i) { ++calls; return work(i); }
static long number() { return calls; }
void run() { long calls = 7; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i) + calls; show(); std::printf("%ld %ld", calls, number()); }

// == counts-in-a-replayed-call: refused or equal
static long calls = 0;
struct Log { std::vector<int> v; void add(int i) { ++calls; v.push_back(i); } };
static int f(int i) { ++calls; return work(i); }
void run() { Log log; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) log.add(f(i)); for (int k : log.v) std::printf("%d ", k); std::printf("%ld", calls); }

// == counts-in-a-condition: refused or equal
static long calls = 0;
static bool f(int i) { if (++calls % 3 == 0) return false; return work(i) > 5; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i); show(); std::printf("%ld", calls); }

// == counts-in-a-statement-expression: refused or equal
static long calls = 0;
static long f(int i) { work(i); return __extension__({ int k = 1; calls += k; }); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i); show(); std::printf("%ld", calls); }

// == counts-and-reads-by-two-references: refused or equal
static int g(int i, long &n, long &m) { n += i; return work(i) + m; }
void run() { long n = 0; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = g(i, n, n); show(); std::printf("%ld", n); }

// == counts-and-reads-fields: refused or equal
struct Stats { long nodes = 0; };
static int g(int i, Stats &s) { s.nodes += i; return work(i) + s.nodes; }
void run() { Stats s; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = g(i, s); show(); std::printf("%ld", s.nodes); }

// == counts-and-reads-further-down: refused or equal
struct Stats { long nodes = 0; };
static long h(const Stats &s) { return s.nodes; }
static int g(int i, Stats &s) { s.nodes += i; return work(i) + h(s); }
void run() { Stats s; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = g(i, s); show(); std::printf("%ld", s.nodes); }

// == counts-and-reads-by-a-pointer: refused or equal
struct Stats { long nodes = 0; };
static int f(int i, Stats *s) { s->nodes++; return work(i); }
static long h(const Stats *s) { return s->nodes; }
void run() { Stats s; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i, &s) + h(&s); show(); std::printf("%ld", s.nodes); }

// == counts-and-copies: refused or equal
struct Stats { long nodes = 0; };
static int f(int i, Stats &s) { s.nodes++; return work(i); }
static long h(Stats s) { return s.nodes; }
void run() { Stats s; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i, s) + h(s); show(); std::printf("%ld", s.nodes); }

// == counts-and-reads-own-fields: refused or equal
struct Model { long evals = 0; int f(int i) { ++evals; return work(i) + evals; } void go() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i); } };
void run() { Model m; m.go(); show(); std::printf("%ld", m.evals); }

// == counts-behind-a-pointer: refused or equal
struct Stats { long nodes = 0; };
static int f(int i, Stats *s) { s->nodes++; return work(i); }
static void go(Stats *s, const long *n) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = f(i, s) + *n; show(); }
void run() { Stats s; go(&s, &s.nodes); std::printf("%ld", s.nodes); }

// == counts-in-a-method-of-each-element: accepted
struct Item { long x = 0; void set(int i, long &made) { x = work(i); ++made; } };
void run() { std::vector<Item> items(40); long made = 0; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) items[i].set(i, made); for (auto &item : items) std::printf("%ld ", item.x); std::printf("%ld", made); }
