// What the standard library calls or writes: in each of these programs a change might get lost, or come out of order; the tool refuses it, or the result
// is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
#include <atomic>
#include <complex>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

// == comparator-function: refused or equal
static int calls = 0;
bool less(int a, int b) {
  ++calls;
  return a < b;
}
void run() {
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::vector<int> own{3, i, 1};
    std::sort(own.begin(), own.end(), less);
    t += own[0];
  }
  std::printf("%d %d\n", calls, t);
}

// == functor: refused or equal
static int calls = 0;
struct Less {
  bool operator()(int a, int b) const {
    ++calls;
    return a < b;
  }
};
void run() {
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::vector<int> own{3, i, 1};
    std::sort(own.begin(), own.end(), Less());
    t += own[0];
  }
  std::printf("%d %d\n", calls, t);
}

// == user-less-in-std: refused or equal
static int calls = 0;
struct X {
  int v;
  bool operator<(const X &o) const {
    ++calls;
    return v < o.v;
  }
};
void run() {
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::set<X> own;
    own.insert(X{1});
    own.insert(X{i});
    t += own.size();
  }
  std::printf("%d %d\n", calls, t);
}

// == copy-constructor-in-std: refused or equal
static int calls = 0;
struct X {
  int v = 0;
  X() = default;
  X(const X &o) : v(o.v) { ++calls; }
};
void run() {
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::vector<X> own(3);
    std::vector<X> copy(own);
    t += copy.size();
  }
  std::printf("%d %d\n", calls, t);
}

// == vector-of-counted: refused or equal
static int calls;
struct D {
  ~D() { ++calls; }
};
void run() {
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::vector<D> own(3);
    own.resize(5);
  }
  std::printf("%d\n", calls);
}

// == hash-in-sight: refused or equal
static int calls;
struct K {
  int x;
  bool operator==(const K &o) const { return x == o.x; }
};
struct H {
  std::size_t operator()(const K &k) const {
    ++calls;
    return k.x;
  }
};
void run() {
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::unordered_map<K, int, H> own;
    own[K{i}] = 3;
    t += own.size();
  }
  std::printf("%ld %d\n", t, calls > 0);
}

// == hash-in-replay: refused or equal
static int calls;
struct K {
  int x;
  bool operator==(const K &o) const { return x == o.x; }
};
struct H {
  std::size_t operator()(const K &k) const {
    ++calls;
    return k.x;
  }
};
void run() {
  std::unordered_map<K, int, H> all;
  [[paraloop]] for (int i = 0; i < 20; ++i) { all[K{i % 5}] += i; }
  std::printf("%zu %d\n", all.size(), calls > 0);
}

// == comparator-state: accepted
struct Less {
  int *calls;
  bool operator()(int a, int b) const {
    ++*calls;
    return a < b;
  }
};
void run() {
  int calls = 0;
  std::set<int, Less> s(Less{&calls});
  [[paraloop]] for (int i = 0; i < 20; ++i) { s.insert(i % 7); }
  std::printf("%zu %d\n", s.size(), calls);
}

// == mem-fn: refused or equal
struct S {
  int n = 0;
  int f(int i) {
    n += i;
    return i;
  }
};
void run() {
  S s;
  auto p = std::mem_fn(&S::f);
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += p(s, i); }
  std::printf("%ld %d\n", t, s.n);
}

// == bind: refused or equal
static void add(int &n, int i) { n += i; }
void run() {
  int n = 0;
  auto p = std::bind(add, std::ref(n), std::placeholders::_1);
  [[paraloop]] for (int i = 0; i < 20; ++i) { p(i); }
  std::printf("%d\n", n);
}

// == invoke: refused or equal
static int calls;
static int f(int i) {
  ++calls;
  return i;
}
void run() {
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += std::invoke(f, i); }
  std::printf("%ld %d\n", t, calls);
}

// == visit: refused or equal
void run() {
  long t = 0;
  std::variant<int, double> v = 3;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::visit([&](auto x) { t += static_cast<long>(x) * i; }, v);
  }
  std::printf("%ld\n", t);
}

// == ranges-copy: refused or equal
void run() {
  std::vector<int> out(40);
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::vector<int> own{i, i};
    std::ranges::copy(own, out.begin() + 2 * i);
  }
  for (int x : out)
    std::printf("%d ", x);
}

// == ranges-sort-iterators: refused or equal
void run() {
  std::vector<int> out{5, 3, 1, 2};
  [[paraloop]] for (int i = 0; i < 20; ++i) { std::ranges::sort(out.begin(), out.end()); }
  for (int x : out)
    std::printf("%d ", x);
}

// == ranges-for-each: refused or equal
void run() {
  std::vector<int> v{5, 3};
  int total = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::ranges::for_each(v, [&](int x) { total += x; });
  }
  std::printf("%d ", total);
}

// == ranges-transform-projection: refused or equal
struct P {
  int a;
};
static int calls = 0;
static int get(const P &p) {
  ++calls;
  return p.a;
}
void run() {
  std::vector<P> v{{5}, {3}};
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += std::ranges::max_element(v, {}, get)->a; }
  std::printf("%ld %d", t, calls);
}

// == exchange: refused or equal
void run() {
  int last = 0;
  [[paraloop]] for (int i = 0; i < 21; ++i) { std::exchange(last, i); }
  std::printf("%d\n", last);
}

// == memcpy-outside: refused or equal
void run() {
  int x[4] = {};
  [[paraloop]] for (int i = 0; i < 20; ++i) { std::memcpy(&x[i % 4], &i, sizeof i); }
  std::printf("%d\n", x[3]);
}

// == atomic: accepted
void run() {
  std::atomic<int> n{0};
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    ++n;
    n += i;
    n.fetch_add(i);
  }
  std::printf("%d\n", n.load());
}

// == mutex: accepted
void run() {
  std::mutex m;
  int n = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::lock_guard<std::mutex> lock(m);
    n += i;
  }
  std::printf("%d\n", n);
}

// == complex: accepted
void run() {
  std::complex<double> z;
  std::complex<double> w(1, 2);
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    z += w * double(i);
    z *= std::complex<double>(0.9, i * 0.01);
    z = z + 1.0;
  }
  std::printf("%a %a\n", z.real(), z.imag());
}

// == min-max: accepted
void run() {
  double best = 1e9, worst = -1;
  int at = -1;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    double x = (i * 7 % 11) * 0.5;
    best = std::min(best, x);
    worst = worst < x ? x : worst;
    at = best == x ? i : at;
  }
  std::printf("%f %f %d\n", best, worst, at);
}

// == swap-fields: accepted
struct S {
  int a = 1, b = 2;
};
void run() {
  S s;
  [[paraloop]] for (int i = 0; i < 21; ++i) {
    std::swap(s.a, s.b);
    s.a += i;
  }
  std::printf("%d %d\n", s.a, s.b);
}

// == optional-outside: accepted
void run() {
  std::optional<int> o;
  std::optional<std::string> first;
  [[paraloop]] for (int i = 0; i < 21; ++i) {
    o = i;
    *o += 3;
    if (i % 7 == 3)
      first = std::to_string(i);
    o.value() += 1;
  }
  std::printf("%d %s\n", *o, first->c_str());
}

// == strtol: accepted
void run() {
  std::vector<std::string> v{"1x", "22y", "333z"};
  long t = 0;
  std::string rest;
  [[paraloop]] for (const auto &s : v) {
    char *end;
    t += std::strtol(s.c_str(), &end, 10);
    rest += *end;
  }
  std::printf("%ld %s\n", t, rest.c_str());
}
