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

// == a-plain-pointer-to-one: refused or equal
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

// == plain-pointers-to-all: refused or equal
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

// == owned-arrays: refused or equal
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

// == in-vectors-that-are-fields: accepted
struct Body { double mass = 1; std::vector<double> trail{1, 2}; };
using Bodies = std::vector<Body>;
static void append(Bodies &bodies, const double *p) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) bodies[i].trail.push_back(slow(*p + i));
}
static void set(Bodies &bodies, const double &value) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) bodies[i].trail[0] = slow(value + i);
}
static void read(const Bodies &bodies, double *p) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) p[i] = slow(bodies[i].trail[0] + bodies[i].mass + i);
}
static void sum(const Bodies &bodies, double &total) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) total += slow(bodies[i].trail[0] + i);
}
void run() {
  Bodies bodies(n);
  std::vector<double> values(n, 1.5);
  append(bodies, values.data());
  append(bodies, &bodies[0].trail[1]);
  set(bodies, values[0]);
  set(bodies, bodies[0].trail[0]);
  read(bodies, values.data());
  bodies[3].trail.resize(n + 1);
  read(bodies, &bodies[3].trail[0]);
  sum(bodies, values[0]);
  sum(bodies, bodies[5].trail[0]);
  show(values);
  for (const Body &body : bodies) show(body.trail);
}

// == in-vectors-that-a-class-returns: accepted
class Body {
public:
  const std::vector<double> &trail() const { return trail_; }

private:
  std::vector<double> trail_{1, 2};
};
static void sum(const std::vector<Body> &bodies, double *total) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) *total += slow(bodies[i].trail()[0] + i);
}
void run() {
  std::vector<Body> bodies(n);
  sum(bodies, const_cast<double *>(&bodies[4].trail()[0]));
  std::printf("%g", bodies[4].trail()[0]);
}

// == in-vectors-deep-inside: refused or equal
struct Part { std::vector<double> trail{1, 2}; };
struct Body { std::vector<Part> parts{2}; };
static void sum(const std::vector<Body> &bodies, double *total) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) *total += slow(bodies[i].parts[1].trail[0] + i);
}
void run() {
  std::vector<Body> bodies(n);
  sum(bodies, &bodies[4].parts[1].trail[0]);
  std::printf("%g", bodies[4].parts[1].trail[0]);
}

// == changed-in-vectors-deep-inside: refused or equal
struct Part { std::vector<double> trail{1, 2}; };
struct Body { std::vector<Part> parts{2}; };
static void set(std::vector<Body> &bodies, const double *value) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) bodies[i].parts[1].trail[0] = slow(*value + i);
}
void run() {
  std::vector<Body> bodies(n);
  set(bodies, &bodies[0].parts[1].trail[0]);
  for (const Body &body : bodies) show(body.parts[1].trail);
}

// == in-vectors-in-a-map: refused or equal
struct Body { double mass = 1; std::vector<double> trail{1, 2}; };
static void sum(const std::map<int, Body> &bodies, double *total) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) *total += slow(bodies.at(i).trail[0] + i);
}
void run() {
  std::map<int, Body> bodies;
  for (int i = 0; i < n; ++i) bodies[i].mass = i;
  sum(bodies, &bodies[4].trail[0]);
  std::printf("%g", bodies[4].trail[0]);
}

// == in-vectors-that-are-fields-of-a-variable: refused or equal
struct Body { double mass = 1; std::vector<double> trail{1, 2}; };
void run() {
  std::vector<Body> bodies(n);
  const double *p = &bodies[0].trail[0];
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) bodies[0].trail[0] += slow(*p + i);
  std::printf("%g", bodies[0].trail[0]);
}

// == pointers-into-vectors-that-are-fields: refused or equal
struct Body { double mass = 1; std::vector<double> trail{1, 2}; };
void run() {
  std::vector<Body> bodies(n);
  const double *p = &bodies[0].trail[0];
  std::vector<const double *> all(n, p);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) bodies[0].trail[0] += slow(*all[i] + i);
  std::printf("%g", bodies[0].trail[0]);
}

// == whole-bodies: refused or equal
struct Body { double mass = 1; std::vector<double> trail{1, 2}; };
static void set(std::vector<Body> &bodies, const double *p) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { Body made; made.trail[0] = slow(*p + i); bodies[i] = made; }
}
void run() {
  std::vector<Body> bodies(n);
  set(bodies, &bodies[0].trail[0]);
  for (const Body &body : bodies) show(body.trail);
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

// == scratch-behind-owners: accepted
void run() {
  Owners all = owners();
  std::vector<int> order;
  for (int i = 0; i < n; ++i) order.push_back(i * 7 % 5);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) all[order[i]]->y = slow(i);
  show(all);
}

// == counted-behind-owners: refused or equal
void run() {
  Owners all = owners();
  std::vector<int> order;
  for (int i = 0; i < n; ++i) order.push_back(i * 7 % 5);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) all[order[i]]->y += slow(i);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) if (slow(i) > 9) all[0]->x = i; else std::printf("%d ", all[0]->x);
  show(all);
}

// == a-function-that-reads-all: refused or equal
static int total(const Owners &all) {
  int sum = 0;
  for (const auto &one : all) sum += one->x;
  return sum;
}
void run() {
  Owners all = owners();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) all[i]->x = int(slow(total(all)));
  const auto first = [&] { return all.front()->x + (*all.begin())->x + all.back()->x; };
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) all[i]->x += int(slow(first()));
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) all[i]->x += int(slow(all.front()->x));
  show(all);
}

// == globals: refused or equal
static Owners all;
static Point *current;
static int look() { return current->x + all[2]->x; }
void run() {
  all = owners();
  current = all[4].get();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) all[i]->x = int(slow(current->x + i));
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) all[i]->x = int(slow(look() + i));
  show(all);
}

// == owners-that-are-fields: refused or equal
struct Item { std::unique_ptr<Point> own = std::make_unique<Point>(); std::shared_ptr<Point> common; };
void run() {
  std::vector<Item> items(n);
  for (Item &item : items) item.common = items[0].common ? items[0].common : std::make_shared<Point>();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) items[i].own->x = int(slow(items[i].own->x + i));
  [[paraloop(chunk = 1)]] for (int i = 1; i < n; ++i) items[i].own->x = int(slow(items[i - 1].own->x + i));
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) items[i].common->x = int(slow(items[i].common->x + i));
  for (Item &item : items) std::printf("%d %d ", item.own->x, item.common->x);
}

// == taken-and-given-back: refused or equal
void run() {
  Owners all = owners();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    std::unique_ptr<Point> taken = std::move(all[i]);
    taken->x = int(slow(taken->y));
    all[i] = std::move(taken);
  }
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    Point *taken = all[i].release();
    taken->x += int(slow(taken->y));
    all[(i + 1) % n].reset(taken);
  }
  show(all);
}

// == vectors-that-are-shared: refused or equal
static void change(const std::vector<std::shared_ptr<std::vector<double>>> &rows, const double *p) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) (*rows[i])[1] = slow((*rows[i])[1] + i);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) (*rows[i])[1] = slow(*p + i);
}
void run() {
  std::vector<std::shared_ptr<std::vector<double>>> rows;
  for (int i = 0; i < n; ++i) rows.push_back(i % 3 ? rows.back() : std::make_shared<std::vector<double>>(2));
  change(rows, &(*rows[3])[1]);
  for (const auto &row : rows) std::printf("%g ", (*row)[1]);
}

// == left-by-an-exception: refused or equal
void run() {
  Owners all = owners();
  try {
    [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
      all[i]->x = int(slow(all[i]->y));
      if (i == 13) throw all[i]->x;
      all[i]->y += 1;
    }
  } catch (const int x) { std::printf("%d ", x); }
  [[paraloop(chunk = 1)]] for (auto &one : all) {
    if (one->x % 5 == 4) break;
    if (one->x % 3 == 1) continue;
    one->y = slow(one->x);
  }
  show(all);
}

// == of-a-template: refused or equal
template <class Pointer> static void change(std::vector<Pointer> &all, const Point *p) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) all[i]->x = int(slow(all[i]->x + p->x));
}
void run() {
  Owners owned = owners();
  Sharers shared = sharers();
  std::vector<Point *> plain;
  for (auto &one : owned) plain.push_back(one.get());
  shared[3] = shared[2];
  change(owned, shared[0].get());
  change(shared, shared[0].get());
  change(plain, owned[1].get());
  show(owned);
  show(shared);
}

// == of-derived-classes: refused or equal
struct Shape { int x = 1; virtual ~Shape() = default; virtual int area() const { return x; } };
struct Square : Shape { int side = 2; int area() const override { return x + side; } };
void run() {
  std::vector<std::unique_ptr<Shape>> all;
  for (int i = 0; i < n; ++i) all.push_back(std::make_unique<Square>());
  const int &side = static_cast<Square &>(*all[3]).side;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) all[i]->x = int(slow(all[i]->area() + i));
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) static_cast<Square &>(*all[i]).side = int(slow(side + i));
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) all[i]->x += int(slow(all[3]->x));
  for (const auto &one : all) std::printf("%d ", one->area());
}

// == the-pointers-change-meanwhile: refused or equal
void run() {
  Owners all = owners();
  std::vector<Point *> some(n, all[0].get());
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    some[i] = all[n - 1 - i].get();
    some[i]->x = int(slow(some[i]->x + i));
  }
  std::map<int, Point *> table;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    table[i] = all[i / 2].get();
    table.at(i)->x += int(slow(table.at(i)->x));
  }
  show(all);
}

// == in-an-inner-loop: accepted
void run() {
  Sharers all = sharers();
  const std::shared_ptr<Point> &one = all[2];
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i)
    for (int k = 0; k < 3; ++k) all[i]->x += int(slow(all[i]->y + k));
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i)
    for (int k = 0; k < 3; ++k) one->x = int(slow(i + k));
  Owners owned = owners();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i)
    for (int k = 0; k < 3; ++k) owned[i]->x += int(slow(owned[i]->y + k));
  std::map<int, double> table;
  for (int i = 0; i < n; ++i) table[i] = i;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i)
    for (int k = 0; k < 3; ++k) table.at(i) += slow(k);
  show(all);
  show(owned);
  for (const auto &[key, value] : table) std::printf("%d %g ", key, value);
}

// == fields-of-a-variable-by-a-pointer: accepted
static Point scratch;
static int norm(const Point &point) { return point.x + int(point.y); }
static void move(const Point *point, const std::unique_ptr<Point> &owner) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) scratch.x += int(slow(point->x + norm(*owner) + i));
}
void run() {
  Point other;
  const Owners all = owners();
  move(&other, all[3]);
  move(&scratch, all[3]);
  std::printf("%d %g", scratch.x, scratch.y);
}

// == names-by-references: accepted
struct Cells { const std::vector<double> &cells; double at(int i) const { return cells[i]; } };
struct View { const Cells &inner; double at(int i) const { return inner.at(i) * 2; } };
static std::vector<double> out;
static void add(const View &view) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) out[0] += slow(view.at(i));
}
void run() {
  out.assign(n, 1.5);
  const std::vector<double> in(n, 2.5);
  add(View{Cells{in}});
  add(View{Cells{out}});
  show(out);
}

// == names-by-references-and-pointers: refused or equal
struct Cells { const std::vector<double> *cells; double at(int i) const { return (*cells)[i]; } };
struct View { const Cells &inner; double at(int i) const { return inner.at(i) * 2; } };
static std::vector<double> out;
static void add(const View &view) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) out[0] += slow(view.at(i));
}
void run() {
  out.assign(n, 1.5);
  add(View{Cells{&out}});
  show(out);
}

// == a-name-that-moves: refused or equal
struct Cells { const double &value; double get() const { return value; } };
static std::vector<double> out;
void run() {
  out.assign(n, 1.5);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    const Cells cells{out[(i + 7) % n]};
    out[i] = slow(cells.get());
  }
  std::vector<Cells> all(n, Cells{out[3]});
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) out[i] = slow(all[i].get() + i);
  show(out);
}

// == numbers-named-by-references: refused or equal
struct Cells { const double &value; double get() const { return value; } };
static void add(std::vector<double> &to, const Cells &cells) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) to[0] += slow(cells.get() + i);
}
struct Body { double mass = 1; std::vector<double> trail{1, 2}; };
static void set(std::vector<Body> &bodies, const Cells &cells) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) bodies[i].trail[0] = slow(cells.get() + i);
}
void run() {
  std::vector<double> to(n, 1.5);
  add(to, Cells{to[0]});
  std::vector<Body> bodies(n);
  set(bodies, Cells{bodies[0].trail[0]});
  show(to);
  for (const Body &body : bodies) show(body.trail);
}
