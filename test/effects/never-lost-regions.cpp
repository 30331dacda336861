// Statements that are replayed together, and what workers do between them: in each of these programs something might come
// out of order or get lost; the tool refuses it, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
#include <cstdio>
#include <functional>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <vector>

// == guard-deleter: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    std::shared_ptr<void> guard(nullptr, [&](void *) { out.push_back(total); });
    out.push_back(100 + total);
    total += slow(i) % 5;
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == guard-lock: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
static int total = 0; static std::vector<int> out;
struct Lock { void lock() { out.push_back(-1); } void unlock() { out.push_back(-2); } };
static Lock lock;
void run() {
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    std::lock_guard<Lock> guard(lock);
    out.push_back(slow(i));
    total += slow(i) % 5;
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == guard-temporary: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
static std::vector<int> out;
struct Guard { int i; explicit Guard(int i) : i(i) { out.push_back(i); } ~Guard() { out.push_back(-i); } };
void run() {
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    const Guard &guard = Guard(slow(i));
    out.push_back(guard.i * 2);
    int y = slow(i + 1);
    out.push_back(y * 1000);
  }
  for (int v : out) std::printf("%d ", v);
}

// == loud-decltype: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int x = slow(i);
    if (total % 3 != 1) {
      decltype(x) y = total % 5;
      y += x;
      total += y;
    }
    out.push_back(total);
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == loud-if-init: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int x = slow(i);
    if (int d = total + x; d % 2) out.push_back(d + slow(x));
    total += x % 3;
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == loud-member-template: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
struct V { int v; template <class T> T as() const { return static_cast<T>(v); } };
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    V v{slow(i)};
    if (total % 2) total += v.as<int>();
    else total += 3;
    out.push_back(total);
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == loud-namespace-alias: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
namespace LongName { static int helper(int x) { return x % 7; } }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    namespace M = LongName;
    int x = slow(i);
    if (total % 2) total += M::helper(x);
    else total += 1;
    out.push_back(total);
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == loud-sizeof: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int buf[4] = {slow(i), 2, 3, 4};
    total += buf[0];
    out.push_back(total + sizeof(buf));
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == move-conditional: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<std::string> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    std::string s(20 + slow(i) % 5, 'a');
    total += slow(i) % 3;
    total % 2 ? out.push_back(std::move(s)) : void();
    std::printf("%zu\n", s.size());
  }
  std::printf("%d\n", total);
}

// == move-set-insert: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::set<std::string> seen;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    std::string s(20 + slow(i) % 5, 'a');
    seen.insert(std::move(s));
    std::printf("%zu\n", s.size());
  }
  total = seen.size();
  std::printf("%d\n", total);
}

// == needless-brace-init: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int d{total + slow(i)};
    total = d % 100;
    out.push_back(d);
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == needless-find-or-insert: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::map<int, std::vector<int>> m;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int x = slow(i);
    auto it = m.find(x % 5);
    if (it == m.end()) it = m.emplace(x % 5, std::vector<int>{}).first;
    it->second.push_back(slow(x));
  }
  for (auto &[k, v] : m) total += k * static_cast<int>(v.size());
  std::printf("%d\n", total);
}

// == needless-literal-pointer: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  std::string text;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    const char *s = slow(i) % 2 ? "a" : "bcd";
    if (text.size() % 2) text += s; else text += '-';
  }
  std::printf("%s\n", text.c_str());
}

// == order-assign: refused or equal
#pragma GCC diagnostic ignored "-Wsequence-point"
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out(2000);
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int x = slow(i);
    out[x++] = (total += x + 2);
  }
  for (int v : out) if (v) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == order-shift: refused or equal
#pragma GCC diagnostic ignored "-Wsequence-point"
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::ostringstream log;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int x = slow(i);
    log << x++ << x * 2;
    total += x;
  }
  std::printf("%s\n", log.str().c_str());
  std::printf("%d\n", total);
}

// == overload-rvalue: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
struct Acc { unsigned long n = 0; void add(const int &x) { n = n * 3 + x; } void add(int &&x) { n = n * 5 + x; } };
void run() {
  Acc a;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) a.add(slow(i));
  std::printf("%lu\n", a.n);
}

// == region-alias-binding: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int a[2] = {slow(i), slow(i + 1)};
    auto &[p, q] = a;
    int d = total + p;
    a[0] = 1;
    total = d % 100;
    out.push_back(d + q);
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-alias-iterator: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    std::vector<int> v{slow(i), i}; auto it = v.begin();
    int d = total + *it;
    v[0] = 9;
    total += d % 7;
    out.push_back(d);
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-alias-lambda: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int x = slow(i); auto get = [&] { return x; };
    int d = total + get();
    x = 5;
    total += d % 7;
    out.push_back(d);
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-alias-ptr: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int x = slow(i); int *r = &x;
    int d = total + x;
    *r = 5;
    total += d % 7;
    out.push_back(d);
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-alias-range: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    std::vector<int> v{slow(i), slow(i + 1)};
    for (int &e : v) {
      int d = total + e;
      e = e * 2 % 100;
      total = d % 13;
      out.push_back(d + e);
    }
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-alias-ref: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int x = slow(i); int &r = x;
    int d = total + r;
    x = 5;
    total += d % 7;
    out.push_back(d);
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-alias-slice: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  struct S { int a = 0; }; int total = 0; std::vector<int> out; std::vector<S> cells(20);
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    S &c = cells[i];
    c.a = slow(i);
    int d = total + c.a;
    c.a = 3;
    total += d % 7;
    out.push_back(d);
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-alias-unique: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    auto p = std::make_unique<int>(slow(i));
    int d = total + *p;
    *p = 5;
    total += d % 7;
    out.push_back(d);
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-alias-view: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  std::string text = "start";
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    std::string s = std::to_string(slow(i)); std::string_view w = s;
    std::string d = text + std::string(w);
    s = "zzz";
    text = d.substr(d.size() / 2);
  }
  std::printf("%s\n", text.c_str());
}

// == region-caught: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
static int risky(int x) { if (x % 3 == 0) throw 1; return x; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int x = slow(i);
    try {
      int d = total++;
      int y = risky(x);
      out.push_back(d + y);
    } catch (int) {
    }
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-effect-method: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
struct Cur { int p; int next() { return p = slow(p); } int cur() const { return p; } };
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    Cur c{i};
    int e = total + c.next();
    int y = c.cur() * 3;
    total += e % 9;
    out.push_back(e + y);
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-effect-read: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int x = slow(i);
    int d = total + x++;
    int y = x * 10;
    total += d % 7;
    out.push_back(d + y);
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-inner-break: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    for (int j = 0; j < 5; ++j) {
      int d = total++;
      int y = slow(i + j);
      if (y % 3 == 0) break;
      out.push_back(d + y);
    }
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-print-order: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
static int f(int i) { std::printf("f%d\n", i); return slow(i); }
static int g(int i) { std::printf("g%d\n", i); return slow(i); }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int d = total + f(i);
    int y = g(i);
    out.push_back(d % 100 + y);
    total += y;
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-shadow-global: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
static int x = 1000;
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int d = total + x;
    int x = slow(i + 1);
    out.push_back(d - x);
    total = d % 5;
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-switch-break: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    switch (i % 2) {
    default: {
      int d = total++;
      int y = slow(i);
      if (y % 3 == 0) break;
      out.push_back(d + y);
    }
    }
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == unique-changed-by-replay: refused or equal
static int slow(int x) { int r = x + 7; for (int k = 0; k < 50; ++k) r = (r * 31 + k) % 1009; return r; }
void run() {
  int total = 0; std::vector<std::unique_ptr<std::string>> v;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    auto p = std::make_unique<std::string>(std::to_string(slow(i)));
    if (total % 2) *p += "odd";
    total += p->size() + slow(i);
    v.push_back(std::move(p));
  }
  for (auto &p : v) std::printf("%s ", p->c_str());
  std::printf("%d\n", total);
}

