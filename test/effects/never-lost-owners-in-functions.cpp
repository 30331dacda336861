// Functions that change what their iteration's own smart pointer refers to. Whether two of them own one object is
// looked at when the loop starts. The tool refuses each of the others, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++17

#include <cstdio>
#include <functional>
#include <memory>
#include <unistd.h>
#include <utility>
#include <vector>

int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
struct Point {
  int x = 1;
  int y = 2;
};
using Shared = std::shared_ptr<Point>;
using Unique = std::unique_ptr<Point>;
template <class Owner> void show(const std::vector<Owner> &all) {
  for (const auto &one : all)
    if (one) std::printf("%d %d, ", one->x, one->y);
}
std::vector<Shared> shared(int n) {
  std::vector<Shared> all;
  for (int k = 0; k < n; ++k) all.push_back(std::make_shared<Point>());
  return all;
}
std::vector<Unique> unique(int n) {
  std::vector<Unique> all;
  for (int k = 0; k < n; ++k) all.push_back(std::make_unique<Point>());
  return all;
}

// == shared: accepted
void set(Shared &held, int y) { held->x = y; }
void run() {
  auto all = shared(42);
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
    total += work(all[i]->x);
  }
  show(all), std::printf("%ld", total);
}

// == unique: accepted
void set(Unique &held, int y) { held->x = y; }
void run() {
  auto all = unique(42);
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
    total += work(all[i]->x);
  }
  show(all), std::printf("%ld", total);
}

// == number: accepted
void set(std::unique_ptr<int> &held, int y) { *held += y; }
void run() {
  std::vector<std::unique_ptr<int>> all;
  for (int k = 0; k < 42; ++k) all.push_back(std::make_unique<int>(k));
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  for (const auto &one : all) std::printf("%d ", *one);
}

// == by-constant-reference: accepted
void set(const Shared &held, int y) { held->x += y; }
void run() {
  auto all = shared(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  show(all);
}

// == two-fields: accepted
void set(const Shared &held, int y) {
  held->x = y;
  held->y += held->x;
}
void run() {
  auto all = shared(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  show(all);
}

// == changed-in-the-body-too: refused or equal
void set(Shared &held, int y) { held->x = y; }
void run() {
  auto all = shared(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
    all[i]->y += all[i]->x;
  }
  show(all);
}

// == one-object-twice: refused or equal
void set(Shared &held, int y) { held->x = held->x * 3 % 101 + y; }
void run() {
  auto all = shared(42);
  all[7] = all[3];
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  show(all);
}

// == one-object-everywhere: refused or equal
void set(Shared &held, int y) { held->x = held->x * 3 % 101 + y; }
void run() {
  std::vector<Shared> all(42, std::make_shared<Point>());
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  show(all);
}

// == some-are-empty: refused or equal
void set(Shared &held, int y) {
  if (held) held->x = y;
}
void run() {
  auto all = shared(42);
  all[5].reset();
  all[39].reset();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  show(all);
}

// == some-are-empty-and-unique: refused or equal
void set(Unique &held, int y) {
  if (held) held->x = y;
}
void run() {
  auto all = unique(42);
  all[5].reset();
  all[39].reset();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  show(all);
}

// == sometimes: refused or equal
void set(Unique &held, int y) {
  if (y % 3) held->x = y;
}
void run() {
  auto all = unique(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  show(all);
}

// == another-owner-is-read: refused or equal
void set(Shared &held, int y) { held->x = y; }
void run() {
  auto all = shared(42);
  const Shared other = all[3];
  std::vector<int> seen;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
    seen.push_back(other->x);
  }
  show(all);
  for (int x : seen) std::printf("%d ", x);
}

// == a-reference-is-read: refused or equal
void set(Unique &held, int y) { held->x = y; }
void run() {
  auto all = unique(42);
  const Point &other = *all[3];
  std::vector<int> seen;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
    seen.push_back(other.x);
  }
  show(all);
  for (int x : seen) std::printf("%d ", x);
}

// == a-pointer-is-read: refused or equal
void set(Unique &held, int y) { held->x = y; }
void run() {
  auto all = unique(42);
  const Point *const other = all[3].get();
  std::vector<int> seen;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
    seen.push_back(other->x);
  }
  show(all);
  for (int x : seen) std::printf("%d ", x);
}

// == neighbour-is-read: refused or equal
void set(Unique &held, int y) { held->x = y; }
void run() {
  auto all = unique(42);
  std::vector<int> seen;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
    seen.push_back(work(all[i + 1]->x));
  }
  show(all);
  for (int x : seen) std::printf("%d ", x);
}

// == neighbour-is-changed: refused or equal
void set(std::vector<Unique> &all, int i, int y) { all[i]->x = all[i + 1]->x + y; }
void run() {
  auto all = unique(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all, i, work(i));
  }
  show(all);
}

// == whole-container-is-handed: refused or equal
void set(std::vector<Shared> &all, int i, int y) { all[i]->x = y; }
void run() {
  auto all = shared(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all, i, work(i));
  }
  show(all);
}

// == replaced: refused or equal
void set(Unique &held, int y) {
  held = std::make_unique<Point>();
  held->x = y;
}
void run() {
  auto all = unique(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  show(all);
}

// == taken-from-another: refused or equal
void set(Unique &held, Unique &other, int y) {
  held->x = y;
  std::swap(held, other);
}
void run() {
  auto all = unique(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], all[41 - i], work(i));
  }
  show(all);
}

// == copied-from-another: refused or equal
void set(Shared &held, const Shared &other, int y) {
  held = other;
  held->x += y;
}
void run() {
  auto all = shared(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], all[i / 2], work(i));
  }
  show(all);
}

// == two-are-handed: refused or equal
void set(const Shared &held, const Shared &other, int y) {
  held->x = y;
  other->y += y;
}
void run() {
  auto all = shared(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], all[39 - i], work(i));
  }
  show(all);
}

// == same-is-handed-twice: refused or equal
void set(const Shared &held, const Shared &other, int y) {
  held->x = y;
  other->y += held->x;
}
void run() {
  auto all = shared(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], all[i], work(i));
  }
  show(all);
}

// == by-value: refused or equal
void set(Shared held, int y) { held->x = y; }
void run() {
  auto all = shared(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  show(all);
}

// == by-its-address: refused or equal
void set(Shared *held, int y) { (*held)->x = y; }
void run() {
  auto all = shared(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(&all[i], work(i));
  }
  show(all);
}

// == beside-the-object: refused or equal
void set(std::unique_ptr<Point[]> &held, int y) { held[y % 2].x += y; }
void run() {
  std::vector<std::unique_ptr<Point[]>> all;
  for (int k = 0; k < 42; ++k) all.push_back(std::make_unique<Point[]>(2));
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  for (const auto &one : all) std::printf("%d %d ", one[0].x, one[1].x);
}

// == at-a-slot: refused or equal
void set(Shared &held, int y) { held->x = y; }
void run() {
  auto all = shared(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i % 5], work(i));
    all[i]->y = i;
  }
  show(all);
}

// == kept-by-the-function: refused or equal
Shared last = std::make_shared<Point>();
void set(const Shared &held, int y) {
  held->x = y + last->x;
  last = held;
}
void run() {
  auto all = shared(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  show(all);
}

// == throws-in-between: refused or equal
void set(const Shared &held, int y) {
  held->x = y;
  if (y == 20) throw y;
  held->y = y;
}
void run() {
  auto all = shared(42);
  try {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  } catch (int y) {
    std::printf("%d ", y);
  }
  show(all);
}

// == leaves-early: refused or equal
void set(Unique &held, int y) { held->x = y; }
void run() {
  auto all = unique(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    if (i == 30) break;
    set(all[i], work(i));
    if (all[i]->x == 13) break;
  }
  show(all);
}

// == in-a-map-of-vectors: refused or equal
struct Group {
  std::vector<Shared> all = shared(3);
};
void set(Group &group, int y) { group.all[1]->x = y; }
void run() {
  std::vector<Group> groups(42);
  groups[9].all[1] = groups[2].all[1];
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(groups[i], work(i) + groups[i].all[1]->x);
  }
  for (const Group &group : groups) show(group.all);
}

// == base-of-the-owned: refused or equal
struct Wide : Point {
  int z = 3;
};
void set(std::shared_ptr<Wide> &held, int y) {
  held->x = y;
  held->z += y;
}
void run() {
  std::vector<std::shared_ptr<Wide>> all;
  for (int k = 0; k < 42; ++k) all.push_back(std::make_shared<Wide>());
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  show(all);
  for (const auto &one : all) std::printf("%d ", one->z);
}

// == aliasing-owner: refused or equal
void set(std::shared_ptr<int> &held, int y) { *held = *held * 3 % 101 + y; }
void run() {
  const auto point = std::make_shared<Point>();
  std::vector<std::shared_ptr<int>> all;
  for (int k = 0; k < 42; ++k) all.push_back(std::shared_ptr<int>(point, k % 2 ? &point->x : &point->y));
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  std::printf("%d %d", point->x, point->y);
}

// == overlapping-owner: refused or equal
void set(std::shared_ptr<Point> &held, int y) { held->x = held->x * 3 % 101 + y; }
void run() {
  const auto points = std::make_shared<std::vector<Point>>(3);
  std::vector<Shared> all;
  for (int k = 0; k < 42; ++k) all.push_back(Shared(points, &(*points)[k % 3]));
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  show(all);
}

// == in-a-template: accepted
template <class Owner> void set(Owner &held, int y) { held->x = y; }
void run() {
  auto all = shared(42);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(all[i], work(i));
  }
  show(all);
}
