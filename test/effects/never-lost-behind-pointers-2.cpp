// What the parent replays behind a pointer, reached by callees, lambdas, algorithms, second pointers and holders. The
// tool refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <functional>
#include <memory>
#include <numeric>
#include <string>
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

// == pointer-to-pointer: refused or equal
void run() {
  Totals a, b;
  Totals *p = &a;
  Totals **pp = &p;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += work(i); if (i % 7 == 3) *pp = i % 2 ? &a : &b; out[i] = work(i); }
  show(a);
  show(b);
}

// == pointer-in-array: refused or equal
void run() {
  Totals a, b;
  Totals *both[2] = {&a, &b};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { both[work(i) % 2]->sum += work(i); out[i] = a.sum % 5 + work(i); }
  show(a);
  show(b);
}

// == global-pointer: refused or equal
Totals *shared = nullptr;
long peek() { return shared->sum % 7; }
void run() {
  Totals t;
  shared = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { shared->sum += work(i); out[i] = peek() + work(i); }
  show(t);
}

// == global-behind-parameter: refused or equal
Totals whole;
long peek() { return whole.sum % 7; }
void go(Totals *t) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { t->sum += work(i); out[i] = peek() + work(i); }
}
void run() { go(&whole); show(whole); }

// == printed-total: refused or equal
void go(long *total) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { *total += work(i); std::printf("%ld\n", *total); }
}
void run() { Totals t; go(&t.sum); show(t); }

// == best: refused or equal
void go(int *best, int *where, const std::vector<int> &from) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) if (work(from[i]) > *best) { *best = work(from[i]); *where = i; }
}
void run() {
  std::vector<int> from(60);
  std::iota(from.begin(), from.end(), 3);
  int best = -1, where = -1;
  go(&best, &where, from);
  std::printf("%d %d", best, where);
  go(&from[1], &from[2], from);
  for (int x : from) std::printf("%d ", x);
}

// == lambda-from-outside: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  auto add = [p](int x) { p->sum += x; };
  auto get = [p] { return p->sum; };
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { add(work(i)); out[i] = get() % 5 + work(i); }
  show(t);
}

// == lambda-inside: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    auto get = [p] { return p->sum; };
    p->sum += work(i);
    out[i] = get() % 5 + work(i);
  }
  show(t);
}

// == function-object: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  std::function<long()> get = [p] { return p->sum; };
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += work(i); out[i] = get() % 5 + work(i); }
  show(t);
}

// == reference-before: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  long &sum = p->sum;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += work(i); out[i] = sum % 5 + work(i); }
  show(t);
}

// == holder: refused or equal
struct Holder { Totals *inner; };
void run() {
  Totals t;
  Totals *p = &t;
  Holder h{p};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += work(i); out[i] = h.inner->sum % 5 + work(i); }
  show(t);
}

// == holder-inside: refused or equal
struct Holder { Totals *inner; };
void run() {
  Totals t;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { Holder h{p}; p->sum += work(i); out[i] = h.inner->sum % 5 + work(i); }
  show(t);
}

// == copied-bytes: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    p->sum += work(i);
    long copy;
    std::memcpy(&copy, p, sizeof copy);
    out[i] = copy % 5 + work(i);
  }
  show(t);
}

// == algorithms: refused or equal
void go(int *bins) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    ++bins[work(i) % 10];
    out[i] = std::accumulate(bins, bins + 10, 0) + *std::max_element(bins, bins + 10) + work(i);
  }
}
void run() { Totals t; go(t.bins); show(t); }

// == sorted: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->bins[work(i) % 10] += work(i); std::sort(p->bins, p->bins + 10); }
  show(t);
}

// == range: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    ++p->bins[work(i) % 10];
    for (int x : p->bins) out[i] += x;
  }
  show(t);
}

// == ends-by-it: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += work(i); if (p->sum > 9000) break; out[i] = work(i); }
  show(t);
}

// == header-reads: refused or equal
void run() {
  Totals t;
  t.sum = 60;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < p->sum; ++i) { p->sum -= work(i) % 2; out[i] = work(i); }
  show(t);
}

// == header-reads-other-name: refused or equal
void run() {
  Totals t;
  t.sum = 60;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < t.sum; ++i) { p->sum -= work(i) % 2; out[i] = work(i); }
  show(t);
}

// == chosen: refused or equal
void run() {
  Totals a, b;
  Totals *p = &a, *q = &b;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { (work(i) % 2 ? p : q)->sum += work(i); out[i] = b.sum % 5 + work(i); }
  show(a);
  show(b);
}

// == chosen-before: refused or equal
void run() {
  Totals a, b;
  Totals *p = &a, *q = &b;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    Totals *one = work(i) % 2 ? p : q;
    one->sum += work(i);
    one->best = i;
  }
  show(a);
  show(b);
}

// == stepped: refused or equal
void run() {
  Totals t;
  int *bin = t.bins;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { *bin += work(i); if (++bin == t.bins + 10) bin = t.bins; }
  show(t);
}

// == unique: refused or equal
void run() {
  auto p = std::make_unique<Totals>();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += work(i); ++p->bins[work(i) % 10]; }
  show(*p);
}

// == shared-twice: refused or equal
void run() {
  auto p = std::make_shared<Totals>();
  auto q = p;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += work(i); out[i] = q->sum % 5 + work(i); }
  show(*p);
}

// == base: refused or equal
struct Base { long sum = 1; virtual ~Base() = default; virtual void add(long x) { sum += x; } };
struct Derived : Base { long count = 0; void add(long x) override { sum += x; ++count; } };
void go(Base *b, Derived *d) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { b->add(work(i)); out[i] = d->count + work(i); }
}
void run() { Derived d; go(&d, &d); std::printf("%ld %ld", d.sum, d.count); }

// == base-field: refused or equal
struct Base { long sum = 1; };
struct Derived : Base { long count = 0; };
void go(Base *b, const Derived *d) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { b->sum += work(i); out[i] = d->sum % 5 + work(i); }
}
void run() { Derived d; go(&d, &d); std::printf("%ld %ld", d.sum, d.count); }

// == string: refused or equal
void go(std::string *log, const char *text) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { *log += std::to_string(work(i)); out[i] = text[i % 3] + work(i); }
}
void run() { std::string log = "abc"; log.reserve(4000); go(&log, log.data()); std::printf("%s", log.c_str()); }

// == vector: refused or equal
void go(std::vector<long> *list, const long *last) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { list->push_back(work(i)); (*list)[0] += 2; out[i] = *last + work(i); }
}
void run() { std::vector<long> list{1, 2}; list.reserve(100); go(&list, &list[0]); for (long x : list) std::printf("%ld ", x); }

// == by-value-parameter: refused or equal
long of(const Totals *t) { return t->sum; }
long copy(Totals t) { return t.sum; }
void run() {
  Totals t;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += work(i); out[i] = of(p) % 5 + copy(*p) % 3 + work(i); }
  show(t);
}

// == operand-behind: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p->sum += p->sum % 7 * work(i); p->bins[p->sum % 10] += work(i); }
  show(t);
}

// == this-pointer: refused or equal
struct Machine {
  Totals *t;
  long seen[60] = {};
  void go() {
    [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { t->sum += work(i); ++t->bins[work(i) % 10]; seen[i] = work(i); }
  }
  void other(Machine *m) {
    [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { t->sum += work(i); seen[i] = m->t->sum % 5 + work(i); }
  }
};
void run() {
  Totals t;
  Machine m{&t};
  m.go();
  m.other(&m);
  show(t);
  for (long x : m.seen) std::printf("%ld ", x);
}

// == moved-pointer: refused or equal
struct Machine { Totals *t; };
void run() {
  Totals a, b;
  Machine m{&a};
  Machine *p = &m;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { m.t->sum += work(i); if (i % 5 == 2) p->t = i % 2 ? &a : &b; }
  show(a);
  show(b);
}

// == two-dimensional: refused or equal
void go(int (*grid)[10], const int *row) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { grid[work(i) % 3][work(i) % 10] += i; out[i] = row[i % 10] + work(i); }
}
void run() {
  static int grid[3][10];
  go(grid, grid[1]);
  for (auto &row : grid) for (int x : row) std::printf("%d ", x);
}

// == caught: refused or equal
void run() {
  Totals t;
  Totals *p = &t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    try {
      p->sum += work(i);
      if (work(i) % 3 == 0) throw i;
      ++p->bins[3];
    } catch (int k) { p->best = k; }
  }
  show(t);
}

// == chosen-elements: refused or equal
void go(long *p, long *q, const long *r, bool first) {
  [[paraloop(chunk = 1)]] for (int i = 1; i < 60; ++i) (first ? p : q)[i] = work(i) + r[i - 1];
}
void run() {
  std::vector<long> a(60), b(60);
  go(a.data(), b.data(), b.data(), false);
  go(a.data(), b.data(), a.data(), true);
  for (int i = 0; i < 60; ++i) std::printf("%ld %ld ", a[i], b[i]);
}
