// What an object of the body holds or refers to: in each of these programs a change might get lost, or come out of order; the tool refuses it, or the result
// is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <new>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

// == local-indirect-struct: refused or equal
struct P {
  int *p;
};
void run() {
  int total = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    P own{&total};
    *own.p += i;
  }
  std::printf("%d\n", total);
}

// == local-indirect-vector: refused or equal
void run() {
  int total = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::vector<int *> own{&total};
    *own[0] += i;
  }
  std::printf("%d\n", total);
}

// == local-ref-field: refused or equal
struct R {
  int &n;
};
void run() {
  int total = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    R r{total};
    r.n += i;
  }
  std::printf("%d\n", total);
}

// == helper-with-reference: refused or equal
struct Adder {
  int &n;
  Adder(int &n) : n(n) {}
  void add(int i) { n += i; }
};
void run() {
  int total = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    Adder a(total);
    a.add(i);
  }
  std::printf("%d\n", total);
}

// == guard-destructor: refused or equal
struct Guard {
  int &n;
  Guard(int &n) : n(n) {}
  ~Guard() { ++n; }
};
void run() {
  int total = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { Guard a(total); }
  std::printf("%d\n", total);
}

// == guard-aggregate-global: refused or equal
int total = 0;
struct Guard {
  int x;
  ~Guard() { total += x; }
};
void run() {
  [[paraloop]] for (int i = 0; i < 20; ++i) { Guard a{i}; }
  std::printf("%d\n", total);
}

// == tie: accepted
std::pair<int, int> f(int i) { return {i, 2 * i}; }
void run() {
  int a = 0, b = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { std::tie(a, b) = f(i); }
  std::printf("%d %d\n", a, b);
}

// == tuple-of-references: refused or equal
void run() {
  int a = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::tuple<int &> t(a);
    std::get<0>(t) += i;
  }
  std::printf("%d\n", a);
}

// == pair-of-pointer: refused or equal
void run() {
  int a = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    auto t = std::make_pair(&a, 1);
    *t.first += i;
  }
  std::printf("%d\n", a);
}

// == callee-local-indirect: refused or equal
static int total = 0;
struct P {
  int *p;
};
void bump(int i) {
  P own{&total};
  *own.p += i;
}
void run() {
  [[paraloop]] for (int i = 0; i < 20; ++i) bump(i);
  std::printf("%d\n", total);
}

// == callee-handed-local-indirect: refused or equal
struct P {
  int *p;
};
void bump(int *p, int i) { *p += i; }
void run() {
  int total = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    P own{&total};
    bump(own.p, i);
  }
  std::printf("%d\n", total);
}

// == callee-handed-holder: refused or equal
struct P {
  int *p;
};
void bump(P p, int i) { *p.p += i; }
void run() {
  int total = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    P own{&total};
    bump(own, i);
  }
  std::printf("%d\n", total);
}

// == vector-bool-copy: refused or equal
void run() {
  std::vector<bool> flags(20);
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    auto b = flags[i];
    b = true;
  }
  int n = 0;
  for (bool b : flags)
    n += b;
  std::printf("%d\n", n);
}

// == vector-bool-range: refused or equal
void run() {
  std::vector<bool> flags(20);
  [[paraloop]] for (auto b : flags) { b = true; }
  int n = 0;
  for (bool b : flags)
    n += b;
  std::printf("%d\n", n);
}

// == placement-new: refused or equal
void run() {
  int a = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { new (&a) int(i); }
  std::printf("%d\n", a);
}

// == lambda-in-body-init-capture-reference: refused or equal
void run() {
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    auto add = [&r = t](int x) { r += x; };
    add(i);
  }
  std::printf("%d\n", t);
}

// == swap-method: refused or equal
void run() {
  std::vector<int> last;
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::vector<int> own(i);
    own.swap(last);
    t += own.size();
  }
  std::printf("%zu %d\n", last.size(), t);
}

// == reinterpret: refused or equal
void run() {
  int x = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { reinterpret_cast<unsigned char *>(&x)[i % 4] += i; }
  std::printf("%d\n", x);
}

// == linked-list: refused or equal
struct N {
  int v;
  N *next;
};
void run() {
  N c{3, nullptr}, b{2, &c}, a{1, &b};
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    N *p = &a;
    for (int k = 0; k < i % 3; ++k)
      p = p->next;
    p->v += 1;
    t += p->v;
  }
  std::printf("%ld %d %d %d\n", t, a.v, b.v, c.v);
}

// == pointer-walk: refused or equal
void run() {
  int a[10] = {};
  [[paraloop]] for (int i = 0; i < 10; ++i) {
    int *p = a;
    p += i;
    *p = i;
    *(p + 0) += 1;
    p[0] += 1;
  }
  for (int x : a)
    std::printf("%d ", x);
}

// == pointer-from-function: refused or equal
static int a[10];
static int *at(int i) { return a + i; }
void run() {
  [[paraloop]] for (int i = 0; i < 10; ++i) { *at(i) = i; }
  for (int x : a)
    std::printf("%d ", x);
}

// == pointer-output-argument: refused or equal
static void split(int x, int *a, int *b) {
  *a = x / 3;
  *b = x % 3;
}
void run() {
  long t = 0;
  int a = 0, b = 0;
  [[paraloop]] for (int i = 0; i < 10; ++i) {
    int c, d;
    split(i, &c, &d);
    t += c * d;
    split(i, &a, &d);
  }
  std::printf("%ld %d %d\n", t, a, b);
}

// == move-algorithm: accepted
void run() {
  std::vector<std::string> all;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::vector<std::string> own{std::to_string(i)};
    std::move(own.begin(), own.end(), std::back_inserter(all));
  }
  std::printf("%zu\n", all.size());
}
