// Pointers of the body that get their targets in other ways than by `=`, and pointers that objects of the library hold.
// The tool refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native

#include <algorithm>
#include <any>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <memory>
#include <optional>
#include <tuple>
#include <unistd.h>
#include <utility>
#include <variant>
#include <vector>

constexpr int n = 20;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 11;
}
int x[8], y[8], z[8];
void begin() { for (int k = 0; k < 8; ++k) x[k] = y[k] = z[k] = k; }
void end() { for (int v : x) std::printf("%d ", v); for (int v : y) std::printf("%d ", v); for (int v : z) std::printf("%d ", v); }

struct Held { int *p; int n; };
[[maybe_unused]] void put(int *&p, int *t) { p = t; }
[[maybe_unused]] void put_behind(int **p, int *t) { *p = t; }
[[maybe_unused]] Held mk() { return {y, 2}; }
[[maybe_unused]] void put_and_change(int *&p) { p = y; *p += 3; }

// == any-cast: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::any v = &y[0]; *std::any_cast<int *>(v) += work(i) % 7; }
  end();
}

// == either-of-two: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p = nullptr, *q = nullptr; (i % 2 ? p : q) = y; if (p) *p += work(i) % 7; if (q) *q += 1; }
  end();
}

// == memcpy-of-a-pointer: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p; int *q = y; std::memcpy(&p, &q, sizeof p); *p += work(i) % 7; }
  end();
}

// == get-of-a-variant: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::variant<int *, int> v(y); *std::get<0>(v) += work(i) % 7; }
  end();
}

// == an-optional-reference: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::optional<std::reference_wrapper<int>> v(y[0]); v->get() += work(i) % 7; }
  end();
}

// == by-a-pointer-to-it: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p = nullptr; int **r = &p; *r = y; *p += work(i) % 7; }
  end();
}

// == by-a-function-that-gets-it: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p; put(p, y); *p += work(i) % 7; }
  end();
}

// == by-a-function-that-gets-its-address: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p; put_behind(&p, y); *p += work(i) % 7; }
  end();
}

// == null-at-first-address: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p = nullptr; put_behind(&p, y); *p += work(i) % 7; }
  end();
}

// == null-at-first: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p = nullptr; put(p, y); *p += work(i) % 7; }
  end();
}

// == by-a-reference-to-it: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p = nullptr; int *&r = p; r = y; *p += work(i) % 7; }
  end();
}

// == by-sscanf: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { void *v = nullptr; char t[40]; std::snprintf(t, 40, "%p", static_cast<void *>(y)); std::sscanf(t, "%p", &v); *static_cast<int *>(v) += work(i) % 7; }
  end();
}

// == an-array-of-pointers: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::array<int *, 2> v{y, x}; *std::get<0>(v) += work(i) % 7; }
  end();
}

// == by-swap: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p = nullptr, *q = y; std::swap(p, q); *p += work(i) % 7; }
  end();
}

// == by-tie: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p, *q; std::tie(p, q) = std::make_pair(y, x); *p += work(i) % 7; *q += 1; }
  end();
}

// == by-a-number: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::uintptr_t u; int *q = y; std::memcpy(&u, &q, sizeof u); *reinterpret_cast<int *>(u) += work(i) % 7; }
  end();
}

// == apply-to-references: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::tuple<int &, int> t(y[0], 3); std::apply([](int &r, int n) { r += n; }, t); work(i); }
  end();
}

// == value-or: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::optional<int *> v; *v.value_or(y) += work(i) % 7; }
  end();
}

// == by-a-lambda: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p = nullptr; auto set = [&p](int *t) { p = t; }; set(y); *p += work(i) % 7; }
  end();
}

// == bindings-of-a-result: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto [p, n] = mk(); *p += n + work(i) % 7; }
  end();
}

// == get-of-a-tuple: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::tuple<int *, int> p{x, 1}; std::get<0>(p) = y; *std::get<0>(p) += work(i) % 7; }
  end();
}

// == a-pointer-that-is-caught: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { try { throw y; } catch (int *p) { *p += work(i) % 7; } }
  end();
}

// == another-target-by-reference: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p = x; int *&r = p; r = y; p[0] += work(i) % 7; }
  end();
}

// == another-target-by-pointer: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p = x; int **r = &p; *r = y; p[0] += work(i) % 7; }
  end();
}

// == another-target-by-a-function: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p = x; put(p, y); p[0] += work(i) % 7; }
  end();
}

// == another-target-by-exchange: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p = x; int *o = std::exchange(p, y); p[0] += work(i) % 7; o[1]++; }
  end();
}

// == addressof: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p = std::addressof(y[0]); *p += work(i) % 7; }
  end();
}

// == another-target-for-either: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p = x, *q = x + 8; (i % 2 ? p : q) = y; p[0] += work(i) % 7; }
  end();
}

// == by-a-function-that-changes-both: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int *p = x; put_and_change(p); p[1] += work(i); }
  end();
}

// == end-of-strtol: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { char t[9]; std::snprintf(t, 9, "%d,", work(i)); char *at; y[i % 8] += static_cast<int>(std::strtol(t, &at, 10)); *at = 0; y[0] += t[0]; }
  end();
}

// == reset: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::unique_ptr<int, void (*)(int *)> p(nullptr, [](int *) {}); p.reset(y); *p += work(i); }
  end();
}

// == swapped-smart-pointers: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::shared_ptr<int> p, q(y, [](int *) {}); p.swap(q); *p += work(i); }
  end();
}

// == behind-an-iterator: refused or equal
std::vector<std::shared_ptr<int>> all{std::make_shared<int>(1)};
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { for (auto it = all.begin(); it != all.end(); ++it) *it->get() += work(i); }
  std::printf("%d ", *all[0]);
  end();
}

// == a-parameter-that-moves: refused or equal
void go(int *p, int k) { put(p, y); *p += k; }
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { go(x, work(i)); }
  end();
}

// == either-of-two-by-a-function: refused or equal
void fill(int *&p, int *q) { p = q; }
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int m = 0, n = 0, *p = &m, *q = &n; fill(i % 2 ? p : q, &x[0]); *p = (*p * 3 + work(i)) % 101; *q += 1; }
  end();
}

// == either-of-two-by-reference: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int m = 0, n = 0, *p = &m, *q = &n; int *&r = i % 2 ? p : q; r = &x[0]; *p = (*p * 3 + work(i)) % 101; *q += 1; }
  end();
}

// == by-a-reference-wrapper: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int m = 0, *p = &m; std::reference_wrapper<int *> w(p); w.get() = &x[0]; *p = (*p * 3 + work(i)) % 101; }
  end();
}

// == by-reference-wrappers-in-a-vector: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int m = 0, *p = &m; std::vector<std::reference_wrapper<int *>> w; w.emplace_back(p); w[0].get() = &x[0]; *p = (*p * 3 + work(i)) % 101; }
  end();
}

// == a-member-by-pointer-behind-a-pointer: refused or equal
struct Plain { int v = 0; void add(int k) { v += k; } };
Plain s;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { Plain *p = &s; int Plain::*m = &Plain::v; p->*m = (p->*m * 3 + work(i)) % 101; }
  std::printf("%d ", s.v);
  end();
}

// == a-method-by-pointer-behind-a-pointer: refused or equal
struct Plain { int v = 0; void add(int k) { v += k; } };
Plain s;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { Plain *p = &s; void (Plain::*m)(int) = &Plain::add; (p->*m)(work(i) % 7); }
  std::printf("%d ", s.v);
  end();
}

// == a-sorting-network: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int v[7] = {6, 3, i, 2, 5, 1, work(i)}; int *a0 = v, *a1 = v + 1, *a2 = v + 2, *a3 = v + 3, *a4 = v + 4, *a5 = v + 5, *a6 = v + 6; if (*a0 > *a1) std::swap(a0, a1); if (*a2 > *a3) std::swap(a2, a3); if (*a4 > *a5) std::swap(a4, a5); if (*a1 > *a2) std::swap(a1, a2); if (*a3 > *a4) std::swap(a3, a4); if (*a5 > *a6) std::swap(a5, a6); if (*a0 > *a6) std::swap(a0, a6); if (*a1 > *a5) std::swap(a1, a5); if (*a0 > *a2) std::swap(a0, a2); if (*a3 > *a6) std::swap(a3, a6); *a0 = 3; x[1] += v[0] + *a3; }
  end();
}
