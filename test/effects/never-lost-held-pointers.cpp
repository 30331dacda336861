// Elements behind the pointers, smart pointers and iterators that containers and variables hold: other names may lead to
// the same ones. The tool refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cmath>
#include <cstdio>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unistd.h>
#include <unordered_map>
#include <utility>
#include <vector>

inline double slow(double x) {
  for (int k = 0; k < 20; ++k) x = std::fmod(x * 7 + k, 509);
  return x;
}
struct Point { int x = 1; double y = 0.5; };
constexpr int n = 24;
using Owners = std::vector<std::unique_ptr<Point>>;
using Sharers = std::vector<std::shared_ptr<Point>>;
inline Owners owners() {
  Owners made;
  for (int i = 0; i < n; ++i) { made.push_back(std::make_unique<Point>()); made.back()->y = i; }
  return made;
}
inline Sharers sharers() {
  Sharers made;
  for (int i = 0; i < n; ++i) { made.push_back(std::make_shared<Point>()); made.back()->y = i; }
  return made;
}
template <class All> void show(const All &all) {
  for (const auto &one : all) std::printf("%d %g, ", one->x, one->y);
}
inline void show(const std::vector<double> &all) {
  for (const double one : all) std::printf("%g ", one);
}

// == what-unique-pointers-own: accepted
void run() {
  Owners all = owners();
  [[paraloop]] for (int i = 0; i < n; ++i) { all[i]->x += int(slow(all[i]->y)); }
  [[paraloop]] for (auto &one : all) { auto &own = *one; own.y = slow(own.y) + own.x; }
  [[paraloop]] for (std::size_t i = 0; i < all.size(); ++i) *all[static_cast<int>(i)] = Point{int(i), slow(i)};
  show(all);
}

// == what-shared-pointers-own: accepted
void run() {
  Sharers all = sharers();
  [[paraloop]] for (int i = 0; i < n; ++i) { all[i]->x += int(slow(all[i]->y)); }
  [[paraloop]] for (auto &one : all) { one->y = slow(one->y) + one->x; }
  show(all);
}

// == shared-by-two: accepted
void run() {
  Sharers all = sharers();
  all[5] = all[4];
  all[n - 1] = all[0];
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { all[i]->x += int(slow(all[i]->y + all[i]->x)); }
  show(all);
}

// == a-plain-pointer-to-one: accepted
void run() {
  Owners all = owners();
  const Point *first = all[0].get();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { all[i]->x = int(slow(first->x + i)); }
  show(all);
}

// == a-reference-to-one: refused or equal
void run() {
  Owners all = owners();
  const int &third = all[3]->x;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { all[i]->x = int(slow(third + i)); }
  show(all);
}

// == plain-pointers-to-all: accepted
void run() {
  Owners all = owners();
  std::vector<Point *> plain;
  for (auto &one : all) plain.push_back(one.get());
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { all[i]->x = int(slow(plain[n - 1 - i]->x + i)); }
  show(all);
}

// == two-names-for-the-owners: refused or equal
static void change(Owners &all, const Owners &others) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { all[i]->x = int(slow(others[n - 1 - i]->x + i)); }
}
void run() {
  Owners all = owners();
  change(all, all);
  change(all, owners());
  show(all);
}

// == the-neighbour: refused or equal
void run() {
  Owners all = owners();
  [[paraloop(chunk = 1)]] for (int i = 1; i < n; ++i) { all[i]->x = int(slow(all[i - 1]->x + i)); }
  show(all);
}

// == the-neighbour-by-get: refused or equal
void run() {
  Owners all = owners();
  [[paraloop(chunk = 1)]] for (int i = 1; i < n; ++i) {
    Point *own = all[i].get();
    const Point *other = all[i - 1].get();
    own->x = int(slow(other->x + i));
  }
  show(all);
}

// == exchanged-owners: refused or equal
void run() {
  Owners all = owners();
  [[paraloop(chunk = 1)]] for (int i = 1; i < n; ++i) {
    std::swap(all[i], all[i - 1]);
    all[i]->x = int(slow(all[i]->y + i));
  }
  show(all);
}

// == a-new-one-each: refused or equal
void run() {
  Owners all = owners();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    if (i % 3 == 0) all[i] = std::make_unique<Point>();
    all[i]->x += int(slow(all[i]->y + i));
  }
  show(all);
}

// == an-owner-that-does-not-delete: accepted
struct Keep { void operator()(Point *) const {} };
void run() {
  static Point one;
  std::vector<std::unique_ptr<Point, Keep>> all;
  for (int i = 0; i < n; ++i) all.emplace_back(&one);
  [[paraloop]] for (int i = 0; i < n; ++i) std::printf("%g ", slow(all[i]->x));
}

// == an-owner-that-does-not-delete-changed: refused or equal
struct Keep { void operator()(Point *) const {} };
void run() {
  static Point one;
  std::vector<std::unique_ptr<Point, Keep>> all;
  for (int i = 0; i < n; ++i) all.emplace_back(&one);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) all[i]->x += int(slow(all[i]->x + i));
  std::printf("%d", one.x);
}

// == owned-arrays: accepted
static void change(std::vector<std::unique_ptr<double[]>> &rows, const double *flat) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i)
    for (int j = 1; j < 4; ++j) rows[i][j] = slow(rows[i][j - 1] + flat[j] + i);
}
void run() {
  std::vector<std::unique_ptr<double[]>> rows;
  for (int i = 0; i < n; ++i) rows.push_back(std::make_unique<double[]>(4));
  const std::vector<double> flat(4, 1.5);
  change(rows, flat.data());
  change(rows, rows[2].get());
  for (auto &row : rows) std::printf("%g %g ", row[0], row[3]);
}

// == a-shared-base: refused or equal
struct Base { int v = 1; };
struct Side : virtual Base { int own = 2; };
struct Left : Side {};
struct Right : Side {};
struct Both : Left, Right {};
void run() {
  Both both;
  std::vector<Side *> sides{static_cast<Left *>(&both), static_cast<Right *>(&both)};
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < sides.size(); ++i) sides[i]->v += int(slow(sides[i]->v + i));
  std::printf("%d", both.v);
}

// == pointers-in-a-map: accepted
void run() {
  Owners all = owners();
  std::map<int, Point *> table;
  std::unordered_map<int, Point *> other;
  for (int i = 0; i < n; ++i) table[i] = other[i] = all[i].get();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) table.at(i)->x = int(slow(table.at(i)->y));
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    const auto at = other.find(i);
    if (at == other.end()) continue;
    at->second->x += int(slow(at->second->x));
  }
  show(all);
}

// == one-target-for-two-keys: accepted
void run() {
  Owners all = owners();
  std::map<int, Point *> table;
  for (int i = 0; i < n; ++i) table[i] = all[i / 2].get();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) table.at(i)->x += int(slow(table.at(i)->x + i));
  show(all);
}

// == values-in-a-map: accepted
void run() {
  std::map<int, Point> table;
  for (int i = 0; i < n; ++i) table[i].y = i;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    auto at = table.find(i);
    at->second.x = int(slow(at->second.y));
    at->second.y += slow(table.at(i).x);
  }
  for (auto &[key, value] : table) std::printf("%d %d %g ", key, value.x, value.y);
}

// == keys-of-few-bits: refused or equal
void run() {
  std::map<signed char, Point> table;
  for (int i = -128; i < 128; ++i) table[static_cast<signed char>(i)].y = i;
  [[paraloop(chunk = 7)]] for (int i = 0; i < 600; ++i) {
    auto at = table.find(static_cast<signed char>(i));
    at->second.y = slow(at->second.y + i);
  }
  for (auto &[key, value] : table) std::printf("%d %g ", key, value.y);
}

// == a-key-in-the-neighbourhood: refused or equal
void run() {
  std::map<int, Point> table;
  for (int i = 0; i <= n; ++i) table[i].y = i;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    auto at = table.find(i);
    at->second.y = slow(table.find(i + 1)->second.y);
    ++at;
    at->second.y += 1;
  }
  for (auto &[key, value] : table) std::printf("%d %g ", key, value.y);
}

// == keys-that-compare-otherwise: refused or equal
struct Halves { bool operator()(int a, int b) const { return a / 2 < b / 2; } };
void run() {
  std::map<int, Point, Halves> table;
  for (int i = 0; i < n; ++i) table[i].y = i;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    auto at = table.find(i);
    at->second.y = slow(at->second.y + i);
  }
  for (auto &[key, value] : table) std::printf("%d %g ", key, value.y);
}

// == pointers-in-a-list: accepted
static void change(const std::list<Point *> &all) {
  [[paraloop(chunk = 1)]] for (Point *one : all) one->x += int(slow(one->x + one->y));
}
void run() {
  Owners all = owners();
  std::list<Point *> some;
  for (auto &one : all) some.push_back(one.get());
  change(some);
  some.push_back(all[3].get());
  change(some);
  show(all);
}

// == pointers-in-no-order: accepted
void run() {
  std::vector<double> values(n, 1.5);
  double *cells[n];
  for (int i = 0; i < n; ++i) cells[i] = &values[n - 1 - i];
  [[paraloop(chunk = 1)]] for (int i = 0;; ++i) {
    if (i >= n) break;
    *cells[i] = slow(*cells[i] + i);
  }
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i != n; ++i) cells[static_cast<int>(i)][0] += slow(i);
  show(values);
}

// == null-pointers-between: accepted
void run() {
  Owners all = owners();
  std::vector<Point *> some(n);
  for (int i = 0; i < n; i += 3) some[i] = all[i].get();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i)
    if (some[i]) some[i]->x = int(slow(some[i]->x + i));
  show(all);
}

// == by-a-pointer-to-the-vector: accepted
static void change(std::vector<double *> *rows) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) (*rows)[i][1] = slow((*rows)[i][0] + i);
}
void run() {
  std::vector<double> values(2 * n, 1.5);
  std::vector<double *> rows;
  for (int i = 0; i < n; ++i) rows.push_back(&values[2 * i]);
  change(&rows);
  rows[4] = rows[5];
  change(&rows);
  show(values);
}

// == an-iterator-into-the-result: accepted
static void append(std::vector<double> &out, std::vector<double>::const_iterator at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) out[0] += slow(*at + i);
}
void run() {
  std::vector<double> out{1, 2, 3};
  const std::vector<double> in{4, 5};
  append(out, in.begin());
  append(out, out.begin());
  append(out, out.end() - 3);
  show(out);
}

// == a-stepped-iterator-into-the-result: accepted
void run() {
  std::vector<double> real(n, 1.5), more(n, 2.5);
  std::vector<double> &out = real;
  auto at = more.begin();
  [[paraloop(chunk = 1)]] for (; at != more.end(); ++at) out[0] += slow(*at);
  auto back = more.rbegin();
  [[paraloop(chunk = 1)]] for (; back != more.rend(); ++back) out[n - 1] += slow(*back);
  show(real);
}

// == a-stepped-iterator-over-the-result: refused or equal
static void add(std::vector<double> &out, const std::vector<double> &in) {
  auto at = in.begin();
  [[paraloop(chunk = 1)]] for (; at != in.end(); ++at) out[0] += slow(*at);
  auto back = in.rbegin();
  [[paraloop(chunk = 1)]] for (; back != in.rend(); ++back) out[n - 1] += slow(*back);
}
void run() {
  std::vector<double> all(n, 1.5);
  add(all, all);
  show(all);
}

// == an-iterator-that-moves-over: refused or equal
void run() {
  std::vector<double> real(n, 1.5), more(n, 2.5);
  std::vector<double> &out = real;
  std::vector<double>::const_iterator at = more.begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    at = i % 2 ? more.begin() : real.begin();
    out[0] += slow(*at + i);
  }
  show(real);
}

// == elements-to-come: refused or equal
static void append(std::vector<double> &out, std::vector<double>::const_iterator at) {
  [[paraloop(chunk = 1)]] for (int i = 1; i < n; ++i) out.push_back(slow(i + (i > 1 ? at[i - 1] : 0)));
}
void run() {
  std::vector<double> out{1};
  out.reserve(100);
  append(out, out.begin());
  show(out);
}

// == pointers-into-the-result: accepted
static void add(std::vector<double> &out, const std::vector<const double *> &in) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) out[0] += slow(*in[i] + i);
}
static void add(std::vector<double> &out, const std::map<int, const double *> &in) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) out[0] += slow(*in.at(i) + i);
}
void run() {
  std::vector<double> out{1, 2, 3}, others(n, 2.5);
  std::vector<const double *> in;
  std::map<int, const double *> table;
  for (int i = 0; i < n; ++i) { in.push_back(&others[i]); table[i] = &others[i]; }
  add(out, in);
  add(out, table);
  in[7] = &out[0];
  table[9] = &out[0];
  add(out, in);
  add(out, table);
  show(out);
}

// == pointers-that-are-set-meanwhile: refused or equal
static void add(std::vector<double> &out, std::vector<const double *> &in) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    in.clear();
    in.push_back(&out[0]);
    out[0] += slow(*in[0] + i);
  }
}
void run() {
  std::vector<double> out{1, 2, 3};
  std::vector<const double *> in;
  add(out, in);
  show(out);
}

// == pointers-behind-pointers: refused or equal
struct Node { Node *next = nullptr; const double *value = nullptr; };
static void add(std::vector<double> &out, const std::vector<Node *> &in) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) out[0] += slow(*in[i]->next->value + i);
}
void run() {
  std::vector<double> out{1, 2, 3};
  std::vector<Node> nodes(n);
  std::vector<Node *> in;
  for (Node &node : nodes) { node.next = &nodes[3]; in.push_back(&node); }
  nodes[3].value = &out[0];
  add(out, in);
  show(out);
}

// == in-vectors-that-are-fields: refused or equal
struct Body { double mass = 1; std::vector<double> trail{1, 2}; };
static void add(std::vector<Body> &bodies, const double *p) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) bodies[0].trail[0] += slow(*p + i);
}
void run() {
  std::vector<Body> bodies(n);
  add(bodies, &bodies[0].trail[0]);
  std::printf("%g", bodies[0].trail[0]);
}

// == in-vectors-that-are-fields-of-a-variable: refused or equal
struct Body { double mass = 1; std::vector<double> trail{1, 2}; };
void run() {
  std::vector<Body> bodies(n);
  const double *p = &bodies[0].trail[0];
  std::vector<const double *> all(n, p);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) bodies[0].trail[0] += slow(*p + i);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) bodies[0].trail[0] += slow(*all[i] + i);
  auto &trail = bodies[0].trail;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto &own = bodies[0]; own.trail[0] += slow(*p + trail[1]); }
  std::printf("%g", bodies[0].trail[0]);
}

// == read-from-vectors-that-are-fields: refused or equal
struct Body { double mass = 1; std::vector<double> trail{1, 2}; };
static void add(const std::vector<Body> &bodies, double *p) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) p[0] += slow(bodies[i].trail[0] + i);
}
void run() {
  std::vector<Body> bodies(n);
  add(bodies, &bodies[3].trail[0]);
  std::printf("%g", bodies[3].trail[0]);
}

// == fields-beside-vectors: accepted
struct Body { double mass = 1; std::vector<double> trail{1, 2}; };
static void weigh(std::vector<Body> &bodies, const double *p) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) bodies[i].mass = slow(*p + i);
}
void run() {
  std::vector<Body> bodies(n);
  weigh(bodies, &bodies[0].trail[0]);
  weigh(bodies, &bodies[3].mass);
  for (const Body &body : bodies) std::printf("%g ", body.mass);
}

// == without-numbers: refused or equal
static void add(std::vector<double> &out, const double *p) {
  [[paraloop(chunk = 1)]] for (long k = 1; k < 100000; k *= 2) out[0] += slow(*p + k);
}
static void add(double &out, const double *p) {
  [[paraloop(chunk = 1)]] for (long k = 1; k < 100000; k *= 2) out += slow(*p + k);
}
void run() {
  std::vector<double> out{1.5};
  add(out, &out[0]);
  add(out[0], &out[0]);
  show(out);
}
