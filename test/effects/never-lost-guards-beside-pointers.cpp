// Objects of the body that count when they end, beside objects that pointers lead to: the types tell whether these may
// be what is counted. The tool refuses each of the programs that aren't accepted, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++17

#include <cstdio>
#include <deque>
#include <list>
#include <map>
#include <memory>
#include <unistd.h>
#include <vector>

int work(int i) {
  usleep(100); // So that all workers get something.
  return (i % 1009) * 7 % 31;
}
struct Point {
  int x = 1;
  double y = 2;
  void move(int by) { x = x * 3 % 101 + by, y += by * 0.25; }
};
struct Counted {
  int &count;
  ~Counted() { ++count; }
};
struct Doubled {
  int &count;
  ~Doubled() { count = count * 2 % 1009 + 1; }
};
struct Ended {
  Point &point;
  ~Ended() { point.x = point.x * 3 % 101; }
};
void show(const std::vector<Point> &points) {
  for (const Point &one : points) std::printf("%d %g ", one.x, one.y);
}

// == counts: accepted
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    all[i]->move(work(i));
    total += all[i]->x;
  }
  show(points), std::printf("%d %ld", count, total);
}

// == doubles: accepted
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Doubled doubled{count};
    all[i]->move(work(i));
    total += all[i]->x;
  }
  show(points), std::printf("%d %ld", count, total);
}

// == behind-shared-pointers: accepted
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  std::vector<std::shared_ptr<Point>> held;
  for (int k = 0; k < 42; ++k) held.push_back(std::make_shared<Point>());
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    held[i]->move(work(i));
    total += held[i]->x;
  }
  show(points), std::printf("%d %ld", count, total);
}

// == field-of-an-own-object: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  int &field = points[7].x;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{field};
    all[i]->move(work(i));
    total += all[i]->x;
  }
  show(points), std::printf("%d %ld", count, total);
}

// == field-of-another-object: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  Point other;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{other.x};
    all[i]->move(work(i));
    total += all[i]->x;
  }
  show(points), std::printf("%d %ld", other.x, total);
}

// == field-of-an-object-that-is-known: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  Point other;
  all[9] = &other;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{other.x};
    all[i]->move(work(i));
    total += all[i]->x;
  }
  show(points), std::printf("%d %ld", other.x, total);
}

// == object-that-is-known: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  Point other;
  all[9] = &other;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Ended ended{other};
    all[i]->move(work(i));
    total += all[i]->x;
  }
  show(points), std::printf("%d %ld", other.x, total);
}

// == object-of-the-vector: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  Point &other = points[9];
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Ended ended{other};
    all[i]->move(work(i));
    total += all[i]->x;
  }
  show(points), std::printf("%d %ld", count, total);
}

// == pointers-to-numbers: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  int other = 0;
  std::vector<int *> numbers(42, &other);
  numbers[5] = &count;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    *numbers[i] = *numbers[i] * 3 % 101 + work(i);
    total += *numbers[i];
  }
  std::printf("%d %d %ld", count, other, total);
}

// == pointers-to-unsigned-numbers: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  unsigned other = 0;
  std::vector<unsigned *> numbers(42, &other);
  numbers[5] = reinterpret_cast<unsigned *>(&count);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    *numbers[i] = *numbers[i] * 3 % 101 + 1;
    total += *numbers[i];
  }
  std::printf("%d %u %ld", count, other, total);
}

// == pointers-to-bytes: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  char other[4] = {};
  std::vector<char *> bytes(42, other);
  bytes[5] = reinterpret_cast<char *>(&count);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    *bytes[i] = static_cast<char>(*bytes[i] * 3 % 101 + 1);
    total += *bytes[i];
  }
  std::printf("%d %d %ld", count, other[0], total);
}

// == pointers-in-objects: refused or equal
struct Holder {
  int *number;
  void change(int x) { *number = *number * 3 % 101 + x; }
};
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  int other = 0;
  std::vector<Holder> holders(42, Holder{&other});
  holders[5].number = &count;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    holders[i].change(work(i));
    total += *holders[i].number;
  }
  std::printf("%d %d %ld", count, other, total);
}

// == pointers-behind-pointers: refused or equal
struct Holder {
  int *number;
  void change(int x) { *number = *number * 3 % 101 + x; }
};
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  int other = 0;
  std::vector<Holder> real(42, Holder{&other});
  real[5].number = &count;
  std::vector<Holder *> holders;
  for (Holder &one : real) holders.push_back(&one);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    holders[i]->change(work(i));
    total += i;
  }
  std::printf("%d %d %ld", count, other, total);
}

// == references-in-objects: refused or equal
struct Holder {
  int &number;
  void change(int x) { number = number * 3 % 101 + x; }
};
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  int other = 0;
  std::deque<Holder> real;
  for (int k = 0; k < 42; ++k) real.push_back(Holder{k == 5 ? count : other});
  std::vector<Holder *> holders;
  for (Holder &one : real) holders.push_back(&one);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    holders[i]->change(work(i));
    total += i;
  }
  std::printf("%d %d %ld", count, other, total);
}

// == derived-object-knows-it: refused or equal
struct Base {
  int x = 1;
  virtual ~Base() = default;
  virtual void change(int by) { x = x * 3 % 101 + by; }
};
struct Derived : Base {
  int *other = nullptr;
  void change(int by) override { *other = *other * 3 % 101 + by; }
};
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  std::vector<Derived> real(42);
  std::vector<Base *> bases;
  for (Derived &one : real) one.other = &count, bases.push_back(&one);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    bases[i]->change(work(i));
    total += i;
  }
  std::printf("%d %ld", count, total);
}

// == read-in-the-body: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    all[i]->move(work(i));
    total += count;
  }
  show(points), std::printf("%d %ld", count, total);
}

// == read-by-another-name: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  const int &name = count;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    all[i]->move(work(i));
    total += name;
  }
  show(points), std::printf("%d %ld", count, total);
}

// == read-by-a-pointer: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  const int *const name = &count;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    all[i]->move(work(i));
    total += *name;
  }
  show(points), std::printf("%d %ld", count, total);
}

// == two-guards: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    const Doubled doubled{count};
    all[i]->move(work(i));
    total += all[i]->x;
  }
  show(points), std::printf("%d %ld", count, total);
}

// == guard-in-a-block: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    {
      const Doubled doubled{count};
      all[i]->move(work(i));
    }
    total += all[i]->x;
    if (i % 3 == 0) ++count;
  }
  show(points), std::printf("%d %ld", count, total);
}

// == leaves-early: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Doubled doubled{count};
    if (i == 30) break;
    all[i]->move(work(i));
    total += all[i]->x;
  }
  show(points), std::printf("%d %ld", count, total);
}

// == a-parameter-counts: refused or equal
void change(int &number, const std::vector<Point *> &of) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{number};
    of[i]->move(work(i));
  }
}
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  change(points[7].x, all);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    total += work(i);
  }
  show(points), std::printf("%d %ld", count, total);
}

// == in-a-map: refused or equal
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  std::map<int, Point *> table;
  for (int k = 0; k < 42; ++k) table[k] = &points[k];
  int &field = points[3].x;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Doubled doubled{field};
    table.at(i)->move(work(i));
  }
  show(points), std::printf("%d %ld", count, total);
}

// == elements-of-a-list: refused or equal
struct Node {
  int value = 1;
  Node *next = nullptr;
};
void run() {
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[maybe_unused]] int count = 0;
  long total = 0;
  std::deque<Node> nodes(42);
  for (int k = 0; k < 41; ++k) nodes[k].next = &nodes[k + 1];
  int &field = nodes[9].value;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Doubled doubled{field};
    Node *const at = &nodes[i];
    at->next->value = at->next->value * 3 % 101 + work(i);
  }
  for (const Node &one : nodes) std::printf("%d ", one.value);
  std::printf("%ld", total);
}
