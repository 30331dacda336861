// Methods of objects that pointers in an array or a container lead to, and functions that are handed such a pointer: an
// object of the iteration's own travels as a whole, whatever its class. The tool refuses each of the others, or the result
// is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <list>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
struct Plain {
  int x = 1;
  double y = 2;
  void move(int d) { x += d; y += std::sin(d); }
  int get() const { return x; }
  int &inc() { ++x; return x; }
};
class Named {
  int x = 1;
  std::string name;
public:
  void move(int d) { x += d; name += 'a'; }
  int get() const { return x + static_cast<int>(name.size()); }
};
using Plains = std::vector<std::unique_ptr<Plain>>;
template <class T = Plain> std::vector<std::unique_ptr<T>> made(int count = n) {
  std::vector<std::unique_ptr<T>> v;
  for (int i = 0; i < count; ++i) v.push_back(std::make_unique<T>());
  return v;
}
template <class V> void print(const V &v) { for (const auto &p : v) std::printf("%d %.3f ", p->x, p->y); }
template <class V> void show(const V &v) { for (const auto &p : v) p->show(); }
void print(const std::vector<int> &v) { for (const int x : v) std::printf("%d ", x); }


// Each program has its own: what one class does, a virtual call may do.
#define SHAPES \
  struct Shape { \
    int size = 1; \
    virtual ~Shape() = default; \
    virtual void grow(int d) { size += d; } \
    virtual void show() const { std::printf("%d ", size); } \
  }; \
  class Round : public Shape { \
    std::vector<double> radii; \
  public: \
    void grow(int d) override { size = size * 2 % 1009; radii.push_back(std::sin(d)); } \
    void show() const override { Shape::show(); for (const double r : radii) std::printf("%.3f ", r); } \
  }; \
  using Shapes = std::vector<std::unique_ptr<Shape>>; \
  Shapes shapes(int count = n) { \
    Shapes v; \
    for (int i = 0; i < count; ++i) { if (i % 3) v.push_back(std::make_unique<Shape>()); else v.push_back(std::make_unique<Round>()); v[unsigned(i)]->size = i; } \
    return v; \
  }

// == unique-owners: accepted
void run() {
  Plains v = made();
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { v[i]->move(work(i)); }
  [[paraloop(chunk = 1)]] for (const auto &p : v) p->move(work(p->get()));
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { v[i]->x += work(i); v[i]->y *= v[i]->x; }
  print(v);
}

// == private-fields-that-are-no-bytes: accepted
void run() {
  const auto v = made<Named>();
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { v[i]->move(work(i)); if (i % 2) v[i]->move(3); }
  for (const auto &p : v) std::printf("%d ", p->get());
}

// == plain-pointers: accepted
void run() {
  std::vector<Plain> o(n);
  std::vector<Plain *> v;
  for (Plain &p : o) v.push_back(&p);
  [[paraloop(chunk = 1)]] for (Plain *p : v) p->move(work(p->x));
  print(v);
}

// == one-pointer-twice: accepted
void run() {
  std::vector<Plain> o(n);
  std::vector<Plain *> v;
  for (unsigned i = 0; i < n; ++i) v.push_back(&o[i % 7]);
  [[paraloop(chunk = 1)]] for (Plain *p : v) p->move(work(p->x));
  print(v);
}

// == in-an-array-a-list-and-a-map: accepted
void run() {
  std::array<std::unique_ptr<Plain>, n> a;
  std::list<std::unique_ptr<Plain>> l;
  std::map<int, std::unique_ptr<Plain>> m;
  for (auto &p : a) { p = std::make_unique<Plain>(); l.push_back(std::make_unique<Plain>()); m[static_cast<int>(l.size())] = std::make_unique<Plain>(); }
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) a[i]->move(work(i));
  [[paraloop(chunk = 1)]] for (auto &p : l) p->move(work(p->x));
  [[paraloop(chunk = 1)]] for (auto &[k, p] : m) p->move(work(k));
  print(a);
  print(l);
  for (auto &[k, p] : m) std::printf("%d ", p->x);
}

// == virtual-functions: accepted
SHAPES
void run() {
  Shapes v = shapes();
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { v[i]->grow(work(i)); out[i] = v[i]->size; }
  [[paraloop(chunk = 1)]] for (auto &p : v) { p->grow(work(p->size)); p->size += 1; }
  show(v);
  print(out);
}

// == virtual-functions-of-the-objects-of-this: accepted
SHAPES
class World {
  Shapes bodies_ = shapes();
  double dt_ = 3;
public:
  void step() { [[paraloop(chunk = 1)]] for (auto &b : bodies_) b->grow(work(static_cast<int>(dt_))); }
  void print() const { show(bodies_); }
};
void run() { World w; w.step(); w.step(); w.print(); }

// == an-overrider-calls-its-base: accepted
SHAPES
struct Big : Round { std::string name; void grow(int d) override { Round::grow(d); name += 'z'; } void show() const override { Round::show(); std::printf("%s ", name.c_str()); } };
struct Bigger : Big { int extra = 3; };
void run() {
  Shapes v = shapes(10);
  for (int i = 10; i < n; ++i) { if (i % 2) v.push_back(std::make_unique<Bigger>()); else v.push_back(std::make_unique<Big>()); }
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) v[i]->grow(work(i));
  show(v);
}

// == several-bases-and-private-ones: accepted
SHAPES
struct Mix { int times = 0; virtual void tick() { ++times; } virtual ~Mix() = default; };
class Mixed : public Shape, private Mix { int z = 4; const std::string k = "abc"; public: void grow(int d) override { size += d; ++times; z += times; tick(); } void show() const override { std::printf("%d %d ", times, z); } };
void run() {
  Shapes v = shapes(10);
  for (int i = 10; i < n; ++i) v.push_back(std::make_unique<Mixed>());
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) v[i]->grow(work(i));
  show(v);
}

// == an-overrider-throws: accepted
SHAPES
struct Thrower : Shape { void grow(int d) override { size += d; if (size > 25) throw std::runtime_error("large"); size += 1; } };
void run() {
  Shapes v = shapes(10);
  for (int i = 10; i < n; ++i) v.push_back(std::make_unique<Thrower>());
  int caught = 0;
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { try { v[i]->grow(work(i)); } catch (const std::exception &) { ++caught; } }
  try { [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) v[i]->grow(work(i)); } catch (const std::exception &e) { std::puts(e.what()); }
  show(v);
  std::printf("%d", caught);
}

// == an-overrider-prints: accepted
SHAPES
struct Printer : Shape { void grow(int d) override { size += d; std::printf("grow %d\n", size); } };
void run() {
  Shapes v = shapes(10);
  for (int i = 10; i < n; ++i) v.push_back(std::make_unique<Printer>());
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { v[i]->grow(work(i)); if (v[i]->size > 300) break; }
  show(v);
}

// == handed-to-a-function: refused or equal
void poke(std::unique_ptr<Plain> &p, int d) { p->x += d; }
void pokeIfAny(std::unique_ptr<Plain> &p, int d) { if (p) p->x += d; }
void run() {
  Plains v = made();
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) poke(v[i], work(i));
  for (unsigned i = 0; i < n; i += 4) v[i].reset();
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) pokeIfAny(v[i], work(i));
  for (const auto &p : v) std::printf("%d ", p ? p->x : -1);
}

// == an-overrider-that-no-object-runs: accepted
struct Base { int size = 1; virtual ~Base() = default; virtual int area(int d) const { return d + size; } };
struct Square : Base { int side = 2; int area(int d) const override { return d * side; } };
struct Disc : Base { std::vector<int> radii = {1, 2}; int area(int d) const override { return d + radii[1]; } };
struct View { int *const cells; void set(unsigned i, int x) { cells[i] = x; } };
void run() {
  const Square real;
  const Base &base = real;
  std::vector<int> cells(n);
  std::vector<Square> all(n);
  View view{cells.data()};
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { view.set(i, base.area(work(static_cast<int>(i)))); }
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { Base &one = all[i]; one.size += one.area(work(static_cast<int>(i))); }
  print(cells);
  for (const Square &one : all) std::printf("%d ", one.size);
}

// == a-function-runs-an-overrider: refused or equal
struct Base { int size = 1; virtual ~Base() = default; virtual void grow(int d) { size += d; } };
struct Counting : Base { int times = 0; void grow(int d) override { size += d; ++times; } };
void step(std::unique_ptr<Base> &p, int d) { p->grow(d); }
void run() {
  std::vector<std::unique_ptr<Base>> v;
  for (int i = 0; i < n; ++i) { if (i % 2) v.push_back(std::make_unique<Base>()); else v.push_back(std::make_unique<Counting>()); }
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) step(v[i], work(static_cast<int>(i)));
  for (unsigned i = 0; i < n; i += 2) std::printf("%d %d ", v[i]->size, static_cast<Counting *>(v[i].get())->times);
}

// == another-element: refused or equal
void run() {
  Plains v = made();
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 1; i < n; ++i) { v[i]->move(work(i)); out[i] = v[i - 1]->get(); }
  print(v);
  print(out);
}

// == any-element: refused or equal
struct Two { int a = 0, b = 0; void setA(int v) { a = v; } void setB(int v) { b = v; } };
void run() {
  const auto v = made<Two>();
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { if (i % 2) v[i * i % 7]->setA(work(i)); else v[i * i % 7]->setB(work(i)); }
  for (const auto &p : v) std::printf("%d %d ", p->a, p->b);
}

// == shared-owners: refused or equal
void run() {
  const auto first = std::make_shared<Plain>();
  std::vector<std::shared_ptr<Plain>> v;
  for (int i = 0; i < n; ++i) v.push_back(i % 3 ? std::make_shared<Plain>() : first);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) v[i]->move(work(v[i]->x));
  print(v);
}

// == a-plain-pointer-knows-one: refused or equal
void run() {
  Plains v = made();
  const Plain *one = v[3].get();
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { v[i]->move(work(i)); out[i] = one->x; }
  print(v);
  print(out);
}

// == a-reference-knows-one: refused or equal
void step(Plains &v, const Plain &one, std::vector<int> &out) {
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { v[i]->move(work(i)); out[i] = one.x; }
}
void run() {
  Plains v = made();
  std::vector<int> out(n);
  step(v, *v[3], out);
  print(v);
  print(out);
}

// == a-reference-knows-a-field: refused or equal
void step(Plains &v, const int &one, std::vector<int> &out) {
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { v[i]->x += work(i); out[i] = one; }
}
void run() {
  Plains v = made();
  std::vector<int> out(n);
  step(v, v[3]->x, out);
  print(v);
  print(out);
}

// == a-reference-knows-a-field-of-a-derived-class: refused or equal
SHAPES
struct Counting : Shape { double times = 0; void grow(int d) override { size += d; ++times; } };
void step(Shapes &v, const double &one, std::vector<int> &out) {
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { v[i]->grow(work(i)); out[i] = static_cast<int>(one); }
}
void run() {
  Shapes v = shapes(n - 1);
  std::vector<int> out(n);
  auto one = std::make_unique<Counting>();
  const double &times = one->times;
  v.insert(v.begin() + 2, std::move(one));
  step(v, times, out);
  show(v);
  print(out);
}

// == a-pointer-to-another-base-knows-one: refused or equal
SHAPES
struct Mix { int times = 0; };
struct Mixed : Shape, Mix { void grow(int d) override { size += d; ++times; } };
void step(Shapes &v, const Mix *one, std::vector<int> &out) {
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { v[i]->grow(work(i)); out[i] = one->times; }
}
void run() {
  Shapes v = shapes(n - 1);
  std::vector<int> out(n);
  auto one = std::make_unique<Mixed>();
  const Mix *mix = one.get();
  v.insert(v.begin() + 2, std::move(one));
  step(v, mix, out);
  show(v);
  print(out);
}

// == this-is-one-of-them: refused or equal
struct Me {
  int x = 1;
  void move(int d) { x += d; }
  void step(std::vector<std::unique_ptr<Me>> &v, std::vector<int> &out) {
    [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { v[i]->move(work(i)); out[i] = x; }
  }
};
void run() {
  auto v = made<Me>();
  std::vector<int> out(n);
  v[3]->step(v, out);
  for (const auto &p : v) std::printf("%d ", p->x);
  print(out);
}

// == this-is-one-of-an-owned-array: refused or equal
struct Me {
  int x = 1;
  void step(std::unique_ptr<Me[]> &v, std::vector<int> &out) {
    [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { v[i].x += work(i); out[i] = x; }
  }
};
void run() {
  std::unique_ptr<Me[]> v(new Me[n]);
  std::vector<int> out(n);
  v[3].step(v, out);
  for (unsigned i = 0; i < n; ++i) std::printf("%d ", v[i].x);
  print(out);
}

// == this-is-of-a-derived-class: refused or equal
SHAPES
struct World : Shape {
  Shapes *bodies = nullptr;
  int dt = 3;
  void grow(int d) override { dt += d; }
  void step(std::vector<int> &out) { [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { (*bodies)[i]->grow(work(i)); out[i] = dt; } }
};
void run() {
  Shapes v = shapes(n - 1);
  std::vector<int> out(n);
  auto world = std::make_unique<World>();
  World *w = world.get();
  w->bodies = &v;
  v.insert(v.begin() + 3, std::move(world));
  w->step(out);
  show(v);
  print(out);
}

// == one-container-by-two-names: refused or equal
void step(Plains &a, Plains &b, std::vector<int> &out) {
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { a[i]->move(work(i)); out[i] = b[n - 1 - i]->get(); }
}
void run() {
  Plains v = made();
  std::vector<int> out(n);
  step(v, v, out);
  print(v);
  print(out);
}

// == pointers-that-change: refused or equal
void run() {
  Plains v = made();
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i + 1 < n; ++i) { std::swap(v[i], v[i + 1]); v[i]->move(work(i)); if (i % 3 == 0) v[i] = std::make_unique<Plain>(); v[i]->move(2); }
  print(v);
}

// == an-overrider-follows-a-pointer: refused or equal
SHAPES
struct Follower : Shape { int *other = nullptr; void grow(int d) override { *other = *other * 3 % 101 + d; } };
void run() {
  Shapes v = shapes(n - 2);
  int other = 0;
  for (int i = 0; i < 2; ++i) { auto one = std::make_unique<Follower>(); one->other = &other; v.push_back(std::move(one)); }
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { v[i]->grow(work(i)); out[i] = other; }
  show(v);
  print(out);
}

// == an-overrider-reads-another-one: refused or equal
SHAPES
struct Reader : Shape { const Shape *other = nullptr; void grow(int d) override { size += d + other->size; } };
void run() {
  Shapes v = shapes(n - 1);
  auto one = std::make_unique<Reader>();
  one->other = v[4].get();
  v.push_back(std::move(one));
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) v[i]->grow(work(i));
  show(v);
}

// == an-overrider-changes-a-global: refused or equal
SHAPES
int total = 0;
struct Adder : Shape { void grow(int d) override { size += d; total = total * 3 % 101 + size; } };
void run() {
  Shapes v = shapes(10);
  for (int i = 10; i < n; ++i) v.push_back(std::make_unique<Adder>());
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) v[i]->grow(work(i));
  show(v);
  std::printf("%d", total);
}

// == a-class-that-comes-later: refused or equal
SHAPES
std::unique_ptr<Shape> later();
void run() {
  Shapes v = shapes(10);
  for (int i = 10; i < n; ++i) v.push_back(later());
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) v[i]->grow(work(i));
  show(v);
}
struct Late : Shape { int z = 0; void grow(int d) override { z += d; size += z; } };
std::unique_ptr<Shape> later() { return std::make_unique<Late>(); }

// == a-class-of-the-function: refused or equal
SHAPES
void run() {
  struct Own : Shape { int z = 0; void grow(int d) override { z += d; size += z; } };
  Shapes v = shapes(10);
  for (int i = 10; i < n; ++i) v.push_back(std::make_unique<Own>());
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) v[i]->grow(work(i));
  show(v);
}

// == trees: refused or equal
struct Tree { int x = 0; std::vector<Tree *> kids; void grow(int d) { x += d; for (Tree *k : kids) k->x = k->x * 3 % 101 + x; } };
void run() {
  const auto v = made<Tree>();
  for (unsigned i = 0; i < n; ++i) v[i]->kids.push_back(v[(i + 1) % n].get());
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) v[i]->grow(work(i));
  for (const auto &p : v) std::printf("%d ", p->x);
}
