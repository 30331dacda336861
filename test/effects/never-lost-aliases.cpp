// Two names for one object: in each of these programs a change might get lost, or come out of order; the tool refuses it, or the result
// is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstdio>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

// == alias-two-structs: refused or equal
struct S {
  int n = 0;
};
void run(S &a, S &b) { [[paraloop]] for (int i = 0; i < 20; ++i) if (a.n < 5) b.n += i; }
void run() {
  S s;
  run(s, s);
  std::printf("%d\n", s.n);
}

// == alias-this: refused or equal
struct S {
  int n = 0;
  void run(S &other) { [[paraloop]] for (int i = 0; i < 20; ++i) if (other.n < 5) n += i; }
};
void run() {
  S s;
  s.run(s);
  std::printf("%d\n", s.n);
}

// == alias-nested-vector: refused or equal
void run(std::vector<std::vector<int>> &rows, const int &limit) {
  [[paraloop]] for (int i = 0; i < 20; ++i) if (limit < 5) rows[0][0] += i;
}
void run() {
  std::vector<std::vector<int>> rows(2, std::vector<int>(2));
  run(rows, rows[0][0]);
  std::printf("%d\n", rows[0][0]);
}

// == alias-map: refused or equal
void run(std::map<int, int> &m, const int &limit) {
  [[paraloop]] for (int i = 0; i < 20; ++i) if (limit < 5) m[3] += i;
}
void run() {
  std::map<int, int> m;
  run(m, m[3]);
  std::printf("%d\n", m[3]);
}

// == alias-global-parameter: accepted
static int total = 0;
void run(const int &limit) { [[paraloop]] for (int i = 0; i < 20; ++i) if (limit < 5) total += i; }
void run() {
  run(total);
  std::printf("%d\n", total);
}

// == alias-own-pointer: refused or equal
struct S {
  int total = 0;
  int *p = nullptr;
};
void run() {
  S s;
  s.p = &s.total;
  [[paraloop]] for (int i = 0; i < 20; ++i) if (*s.p < 5) s.total += i;
  std::printf("%d\n", s.total);
}

// == alias-vector-of-pointers: refused or equal
void run() {
  int total = 0;
  std::vector<int *> ps{&total};
  [[paraloop]] for (int i = 0; i < 20; ++i) if (*ps[0] < 5) total += i;
  std::printf("%d\n", total);
}

// == alias-holder-in-function: refused or equal
struct H {
  int *p;
};
int get(const H &h) { return *h.p; }
void run() {
  int total = 0;
  H h{&total};
  [[paraloop]] for (int i = 0; i < 20; ++i) if (get(h) < 5) total += i;
  std::printf("%d\n", total);
}

// == alias-lambda: refused or equal
void run() {
  int total = 0;
  auto get = [&] { return total; };
  [[paraloop]] for (int i = 0; i < 20; ++i) if (get() < 5) total += i;
  std::printf("%d\n", total);
}

// == alias-pointer-parameter: accepted
static int total = 0;
void run(const int *limit) { [[paraloop]] for (int i = 0; i < 20; ++i) if (*limit < 5) total += i; }
void run() {
  run(&total);
  std::printf("%d\n", total);
}

// == alias-header-pointer: refused or equal
void run() {
  int total = 20;
  int *n = &total;
  [[paraloop]] for (int i = 0; i < *n; ++i) if (i < 10) total += 1;
  std::printf("%d\n", total);
}

// == alias-this-pointer: refused or equal
struct S {
  int total = 0;
  int *p = &total;
  void run() { [[paraloop]] for (int i = 0; i < 20; ++i) if (*p < 5) total += i; }
};
void run() {
  S s;
  s.run();
  std::printf("%d\n", s.total);
}

// == array-member-alias: refused or equal
struct S {
  int data[10];
  int *first = data;
};
void run() {
  S s{};
  s.first = s.data;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (s.first[0] < 3)
      s.data[0] += i;
  }
  std::printf("%d\n", s.data[0]);
}

// == vector-data-pointer: refused or equal
void run() {
  std::vector<int> v(10);
  const int *p = v.data();
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (p[0] < 3)
      v[0] += i;
  }
  std::printf("%d\n", v[0]);
}

// == vector-span: refused or equal
void run() {
  std::vector<int> v(10);
  std::span<const int> p(v);
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (p[0] < 3)
      v[0] += i;
  }
  std::printf("%d\n", v[0]);
}

// == string-view-of-changed: refused or equal
void run() {
  std::string s = "aaaa";
  std::string_view v = s;
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (v[0] == 'a')
      s[0] = 'b', ++t;
  }
  std::printf("%s %d\n", s.c_str(), t);
}

// == view-in-struct: refused or equal
struct H {
  std::string_view v;
  bool a() const { return v[0] == 'a'; }
};
void run() {
  std::string s = "aaaa";
  H h{s};
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (h.a())
      s[0] = 'b', ++t;
  }
  std::printf("%s %d\n", s.c_str(), t);
}

// == map-of-pointers: refused or equal
void run() {
  int total = 0;
  std::map<int, const int *> m{{1, &total}};
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (*m.at(1) < 3)
      total += i;
  }
  std::printf("%d\n", total);
}

// == object-with-reference: refused or equal
struct W {
  const int &r;
  bool small() const { return r < 3; }
};
void run() {
  int total = 0;
  W w{total};
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (w.small())
      total += i;
  }
  std::printf("%d\n", total);
}

// == object-with-reference-constructor: refused or equal
struct W {
  const int &r;
  explicit W(const int &r) : r(r) {}
  bool small() const { return r < 3; }
};
void run() {
  int total = 0;
  W w(total);
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (w.small())
      total += i;
  }
  std::printf("%d\n", total);
}

// == object-in-parameter: refused or equal
struct W {
  const int *r;
  bool small() const { return *r < 3; }
};
void run(const W &w, int &total) {
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (w.small())
      total += i;
  }
}
void run() {
  int total = 0;
  W w{&total};
  run(w, total);
  std::printf("%d\n", total);
}

// == stored-by-function: refused or equal
static const int *kept;
static void keep(const int &x) { kept = &x; }
void run() {
  int total = 0;
  keep(total);
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (*kept < 3)
      total += i;
  }
  std::printf("%d\n", total);
}

// == stored-by-method: refused or equal
struct W {
  const int *r = nullptr;
  void keep(const int &x) { r = &x; }
};
void run() {
  int total = 0;
  W w;
  w.keep(total);
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (*w.r < 3)
      total += i;
  }
  std::printf("%d\n", total);
}

// == stored-in-vector: refused or equal
void run() {
  int total = 0;
  std::vector<std::reference_wrapper<int>> v;
  v.push_back(total);
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (v[0].get() < 3)
      total += i;
  }
  std::printf("%d\n", total);
}

// == capture-by-reference-pointer: refused or equal
void run() {
  int total = 0;
  const int *p = &total;
  auto small = [p] { return *p < 3; };
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (small())
      total += i;
  }
  std::printf("%d\n", total);
}

// == std-function-reader: refused or equal
void run() {
  int total = 0;
  std::function<bool()> small = [&] { return total < 3; };
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    if (small())
      total += i;
  }
  std::printf("%d\n", total);
}

// == union-outside: accepted
union U {
  int i;
  float f;
};
void run() {
  U u;
  u.f = 1;
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    u.f += i;
    t += u.i;
  }
  std::printf("%d\n", t);
}

// == union-read-in-worker: refused or equal
union U {
  int i;
  float f;
};
void run() {
  U u;
  u.f = 1;
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    int x = u.i;
    u.f += i;
    t += x;
  }
  std::printf("%d\n", t);
}

// == bound-in-callee: refused or equal
struct S {
  int n = 20;
  int count = 0;
  int size() const { return n + count; }
  void run() { [[paraloop]] for (int i = 0; i < size(); ++i) if (i < 5)++ count; }
};
void run() {
  S s;
  s.run();
  std::printf("%d\n", s.count);
}

// == an-element-is-the-result: refused or equal
void most(std::vector<int> &values, int &best) {
  [[paraloop]] for (auto at = values.begin(); at != values.end(); ++at) best = best * 3 % 101 + *at;
}
void run() {
  std::vector<int> values = {3, 1, 4, 1, 5, 9, 2, 6};
  most(values, values[5]);
  std::printf("%d\n", values[5]);
}

// == a-field-of-an-element-is-the-result: refused or equal
struct P { int x; int y; };
void most(std::vector<P> &values, int &best) {
  [[paraloop]] for (auto at = values.begin(); at != values.end(); ++at) best = best * 3 % 101 + at->x;
}
void run() {
  std::vector<P> values = {{3, 1}, {4, 1}, {5, 9}, {2, 6}};
  most(values, values[2].x);
  std::printf("%d\n", values[2].x);
}

// == rows-that-grow: refused or equal
struct Rows { std::vector<std::vector<int>> all; };
void grow(Rows &rows, std::vector<int>::iterator at, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i, ++at) if (*at > 0) rows.all[0][3] = rows.all[0][3] * 3 % 101 + i;
}
void run() {
  Rows rows{{{1, 2, 3, 4, 5}, {6}}};
  grow(rows, rows.all[0].begin(), 5);
  std::printf("%d\n", rows.all[0][3]);
}

// == a-node-has-the-result: refused or equal
struct Node { int value; Node *next; };
void sum(Node *head, int &total) {
  [[paraloop]] for (Node *at = head; at; at = at->next) total = total * 3 % 101 + at->value;
}
void run() {
  Node c{3, nullptr}, b{2, &c}, a{1, &b};
  sum(&a, c.value);
  std::printf("%d\n", c.value);
}

// == nodes-over-an-array: refused or equal
struct Node { int value; Node *next; };
void sum(Node *head, Node *pool) {
  int i = 0;
  [[paraloop]] for (Node *at = head; at; at = at->next) pool[++i % 3].value += at->value;
}
void run() {
  Node pool[3] = {{1, nullptr}, {2, &pool[0]}, {3, &pool[1]}};
  sum(&pool[2], pool);
  std::printf("%d %d %d\n", pool[0].value, pool[1].value, pool[2].value);
}

// == a-list-into-a-vector: accepted
struct Node { int value; Node *next; };
void collect(Node *head, std::vector<int> &values) {
  [[paraloop]] for (Node *at = head; at; at = at->next) values.push_back(at->value);
}
void run() {
  Node c{3, nullptr}, b{2, &c}, a{1, &b};
  std::vector<int> values;
  collect(&a, values);
  for (int v : values) std::printf("%d ", v);
}

// == a-list-into-a-global: accepted
struct Node { int value; Node *next; };
int total = 0;
void sum(Node *head) {
  [[paraloop]] for (Node *at = head; at; at = at->next) total += at->value;
}
void run() {
  Node c{3, nullptr}, b{2, &c}, a{1, &b};
  sum(&a);
  std::printf("%d\n", total);
}

// == elements-into-points: accepted
struct P { int x; int y; };
int squares(int n) { int sum = 0; for (int i = 0; i < n; ++i) sum += i * i; return sum; }
void points(const std::vector<int> &values, std::vector<P> &all, P &best) {
  [[paraloop]] for (auto at = values.begin(); at != values.end(); ++at) {
    const P p{*at, squares(*at)};
    all.push_back(p);
    if (p.x > best.x) best = p;
  }
}
void run() {
  std::vector<P> all;
  P best{0, 0};
  points({3, 1, 4, 1, 5, 9, 2, 6}, all, best);
  for (const P &p : all) std::printf("%d %d ", p.x, p.y);
  std::printf("%d %d\n", best.x, best.y);
}
