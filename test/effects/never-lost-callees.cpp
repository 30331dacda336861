// What functions do that are called by a detour: in each of these programs a change might get lost, or come out of order; the tool refuses it, or the result
// is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <vector>

// == function-pointer: refused or equal
static int calls = 0;
int counted(int i) {
  ++calls;
  return i;
}
void run() {
  int (*f)(int) = counted;
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += f(i); }
  std::printf("%d %d\n", calls, t);
}

// == function-pointer-in-table: refused or equal
static int calls;
static int f(int i) {
  ++calls;
  return i;
}
static int g(int i) { return i * 2; }
void run() {
  int (*table[])(int) = {f, g};
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += table[i % 2](i); }
  std::printf("%ld %d\n", t, calls);
}

// == member-function-pointer: refused or equal
struct S {
  int n = 0;
  int f(int i) {
    n += i;
    return i;
  }
};
void run() {
  S s;
  int (S::*p)(int) = &S::f;
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += (s.*p)(i); }
  std::printf("%ld %d\n", t, s.n);
}

// == std-function-int: refused or equal
void run() {
  int calls = 0, t = 0;
  std::function<int(int)> f = [&](int x) {
    ++calls;
    return x;
  };
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += f(i); }
  std::printf("%d %d\n", calls, t);
}

// == lambda-init-capture: refused or equal
void run() {
  auto next = [n = 0]() mutable { return n++; };
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) t += next() * i;
  std::printf("%d\n", t);
}

// == default-argument: refused or equal
static int next = 0;
int f(int i, int id = ++next) { return i + 0 * id; }
void run() {
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += f(i); }
  std::printf("%d %d\n", next, t);
}

// == default-member-init: refused or equal
static int next = 0;
struct S {
  int id = next++;
};
void run() {
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    S s;
    t += s.id;
  }
  std::printf("%d %d\n", next, t);
}

// == implicit-constructor-of-member: refused or equal
static int next = 0;
struct A {
  A() { ++next; }
  int x = 1;
};
struct B {
  A a;
};
void run() {
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    B b;
    t += b.a.x;
  }
  std::printf("%d %d\n", next, t);
}

// == implicit-copy-of-member: refused or equal
static int next = 0;
struct A {
  A() {}
  A(const A &) { ++next; }
  int x = 1;
};
struct B {
  A a;
};
int take(B b) { return b.a.x; }
void run() {
  int t = 0;
  B b;
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += take(b); }
  std::printf("%d %d\n", next, t);
}

// == derived-implicit-constructor: refused or equal
static int next = 0;
struct A {
  A() { ++next; }
  int x = 1;
};
struct B : A {};
void run() {
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    B b;
    t += b.x;
  }
  std::printf("%d %d\n", next, t);
}

// == recursion: refused or equal
static int total = 0;
int odd(int);
int even(int i) { return i == 0 ? 1 : odd(i - 1); }
int odd(int i) {
  ++total;
  return i == 0 ? 0 : even(i - 1);
}
void run() {
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) t += even(i);
  std::printf("%d %d\n", total, t);
}

// == virtual-in-sight: refused or equal
static int calls;
struct B {
  virtual ~B() = default;
  virtual int f(int i) const { return i; }
};
struct D : B {
  int f(int i) const override {
    ++calls;
    return i;
  }
};
void run() {
  long t = 0;
  std::unique_ptr<B> b = std::make_unique<D>();
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += b->f(i); }
  std::printf("%ld %d\n", t, calls);
}

// == virtual-destructor: refused or equal
static int calls;
struct B {
  virtual ~B() = default;
};
struct D : B {
  ~D() override { ++calls; }
};
void run() {
  [[paraloop]] for (int i = 0; i < 20; ++i) { std::unique_ptr<B> b = std::make_unique<D>(); }
  std::printf("%d\n", calls);
}

// == delete-local: refused or equal
static int calls;
struct D {
  ~D() { ++calls; }
};
void run() {
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    D *d = new D;
    delete d;
  }
  std::printf("%d\n", calls);
}

// == new-array: refused or equal
static int calls;
struct D {
  D() { ++calls; }
};
void run() {
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    D *d = new D[3];
    delete[] d;
    D own[2];
    (void)own;
  }
  std::printf("%d\n", calls);
}

// == temporary-destructor: refused or equal
static int calls;
struct D {
  int x;
  ~D() { ++calls; }
};
static D make(int i) { return D{i}; }
void run() {
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += make(i).x; }
  std::printf("%ld %d\n", t, calls);
}

// == parameter-destructor: refused or equal
static int calls;
struct D {
  int x;
  ~D() { ++calls; }
};
static int take(D d) { return d.x; }
void run() {
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += take({i}); }
  std::printf("%ld %d\n", t, calls);
}

// == conversion-operator: refused or equal
static int calls;
struct D {
  int x;
  operator int() const {
    ++calls;
    return x;
  }
};
void run() {
  long t = 0;
  D d{3};
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += d * i; }
  std::printf("%ld %d\n", t, calls);
}

// == range-element-conversion: refused or equal
static int calls;
struct D {
  int x;
  D(int x) : x(x) { ++calls; }
};
void run() {
  long t = 0;
  std::vector<int> v{1, 2, 3, 4};
  [[paraloop]] for (D d : v) { t += d.x; }
  std::printf("%ld %d\n", t, calls);
}

// == static-reference: refused or equal
static std::map<int, int> &cache() {
  static std::map<int, int> c;
  return c;
}
void run() {
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    cache()[i % 3] += i;
    t += i;
  }
  std::printf("%ld %zu\n", t, cache().size());
}

// == memo: refused or equal
static int slow(int i) {
  static std::map<int, int> memo;
  auto found = memo.find(i);
  if (found != memo.end())
    return found->second;
  return memo[i] = i * i;
}
void run() {
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += slow(i % 3); }
  std::printf("%ld\n", t);
}

// == singleton: refused or equal
struct Log {
  int lines = 0;
  static Log &get() {
    static Log log;
    return log;
  }
  void line(int) { ++lines; }
};
void run() {
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    Log::get().line(i);
    t += i;
  }
  std::printf("%ld %d\n", t, Log::get().lines);
}

// == singleton-local-reference: refused or equal
struct Log {
  int lines = 0;
  static Log &get() {
    static Log log;
    return log;
  }
  void line(int) { ++lines; }
};
void run() {
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    Log &log = Log::get();
    log.line(i);
    log.lines += 1;
    t += i;
  }
  std::printf("%ld %d\n", t, Log::get().lines);
}
