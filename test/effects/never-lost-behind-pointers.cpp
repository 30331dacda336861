// What the parent replays behind a pointer, and other names of the same memory. The tool refuses each of these
// programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native

#include <cstdio>
#include <memory>
#include <unistd.h>
#include <vector>

int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}

struct Totals {
  long sum = 1;
  int best = -1;
  int bins[10] = {};
  Totals *next = nullptr;
  long read() const { return sum; }
};

std::vector<long> out(60);
void show(const Totals &t) {
  for (long x : out) std::printf("%ld ", x);
  for (int x : t.bins) std::printf("%d ", x);
  std::printf("%ld %d\n", t.sum, t.best);
}

// == sum: refused or equal
void add(Totals *t) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    t->sum += work(i);
    if (work(i) > t->best)
      t->best = work(i);
    ++t->bins[work(i) % 10];
  }
}
void run() { Totals t; add(&t); show(t); }

// == histogram: refused or equal
void fill(int *bins, double *total) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    ++bins[work(i) % 10];
    *total += work(i) / 7.0;
  }
}
void run() { Totals t; double total = 0; fill(t.bins, &total); show(t); std::printf("%g", total); }

// == same-argument: refused or equal
void scale(long *total, const long *factor) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) *total += work(i) * *factor % 7;
}
void run() { Totals t; scale(&t.sum, &t.sum); long f = 3; scale(&t.sum, &f); show(t); }

// == by-name: refused or equal
void run() {
  Totals t;
  long *p = &t.sum;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { *p += work(i); out[i] = t.sum + work(i); }
  show(t);
}

// == by-method: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += work(i); out[i] = p->read() % 5 + work(i); }
  show(t);
}

// == by-other-method: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  const Totals &r = t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += work(i); out[i] = r.read() % 5 + work(i); }
  show(t);
}

// == element: refused or equal
void run() {
  Totals t;
  long *slot = &out[3];
  [[paraloop(chunk = 1)]] for (int i = 10; i < 60; ++i) { *slot += work(i); out[i] = out[i % 7] + work(i); }
  show(t);
}

// == reseated: refused or equal
void run() {
  Totals a, b;
  Totals *p = &a;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += work(i); p = i % 2 ? &a : &b; }
  show(a);
  show(b);
}

// == reseated-by-reference: refused or equal
void run() {
  Totals a, b;
  Totals *p = &a;
  Totals *&q = p;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += work(i); q = i % 2 ? &a : &b; }
  show(a);
  show(b);
}

// == next: refused or equal
void run() {
  Totals a, b;
  a.next = &b;
  b.next = &a;
  Totals *p = &a;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->next->sum += work(i); out[i] = b.sum + work(i); }
  show(a);
  show(b);
}

// == two-pointers: refused or equal
void both(Totals *p, Totals *q) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    p->sum += work(i);
    q->sum = q->sum * 3 % 1001 + work(i);
    p->best = q->best + 1;
  }
}
void run() { Totals t, u; both(&t, &t); both(&t, &u); show(t); show(u); }

// == pointer-in-bound: refused or equal
void bound(int *n, int *m) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < *n; ++i) { *m -= work(i) % 2; out[i] = work(i); }
}
void run() { Totals t; int n = 60; bound(&n, &n); bound(&n, &t.best); show(t); std::printf("%d", n); }

// == local-alias: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    int *bin = p->bins + i % 3;
    *bin += work(i);
    out[i] = p->bins[1] + work(i);
  }
  show(t);
}

// == passed-on: refused or equal
void bump(long *sum, int by) { *sum += by; }
void run() {
  Totals t;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { bump(&p->sum, work(i)); p->best = i; out[i] = t.best + work(i); }
  show(t);
}

// == of-this: refused or equal
struct Holder {
  Totals *p;
  Totals own;
  void go() {
    [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += work(i); out[i] = own.sum + work(i); }
  }
};
void run() { Holder h; h.p = &h.own; h.go(); show(h.own); }

// == smart: refused or equal
void run() {
  auto p = std::make_unique<Totals>();
  Totals *q = p.get();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { q->sum += work(i); out[i] = p->sum + work(i); }
  show(*p);
}

// == bytes: refused or equal
void run() {
  Totals t;
  unsigned char *bytes = reinterpret_cast<unsigned char *>(&t);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { bytes[work(i) % 4] ^= 1; out[i] = t.sum + work(i); }
  show(t);
}

// == break-after: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += work(i); if (work(i) % 13 == 5) break; ++p->bins[i % 10]; }
  show(t);
}

// == whole: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    p->sum += work(i);
    const Totals copy = *p;
    out[i] = copy.sum + work(i);
  }
  show(t);
}
