// What the parent replays behind a reference that an object holds, and other names of the same memory. The tool refuses
// each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native

#include <cstdio>
#include <unistd.h>
#include <vector>

int work(int i) {
  usleep(200); // So that all workers get something.
  for (int k = 0; k < 20; ++k) i = (i * 31 + 7) % 1009;
  return i;
}
std::vector<long> out(60);
struct Adder {
  long &sum;
  void operator()(long x) const { sum += x; }
  long get() const { return sum; }
};
void show(long total) {
  for (long x : out) std::printf("%ld ", x);
  std::printf("%ld", total);
}

// == functor: refused or equal
void run() {
  long total = 1;
  const Adder add{total};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) add(work(i));
  show(total);
}

// == read-by-name: refused or equal
void run() {
  long total = 1;
  const Adder add{total};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { add(work(i)); out[i] = total % 7 + work(i); }
  show(total);
}

// == read-by-itself: refused or equal
void run() {
  long total = 1;
  const Adder add{total};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { add(work(i)); out[i] = add.get() % 7 + work(i); }
  show(total);
}

// == two-of-one: refused or equal
void run() {
  long total = 1;
  const Adder a{total}, b{total};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { a(work(i)); out[i] = b.sum % 7 + work(i); }
  show(total);
}

// == element: refused or equal
void run() {
  const Adder add{out[3]};
  [[paraloop(chunk = 1)]] for (int i = 10; i < 60; ++i) { add(work(i)); out[i] = out[i % 7] + work(i); }
  show(out[3]);
}

// == field: refused or equal
void run() {
  long total = 1;
  const Adder add{total};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { add.sum += work(i); if (work(i) % 5 == 0) add.sum -= i; out[i] = work(i); }
  show(total);
}

// == in-class: refused or equal
struct Machine {
  long &sum;
  long own = 2;
  void go() { [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { sum += work(i); out[i] = own + work(i); } }
};
void run() {
  long total = 1;
  Machine m{total};
  m.go();
  Machine self{m.own};
  self.go();
  show(total + m.own);
}

// == of-itself: refused or equal
struct Knot { long own = 3; long &sum = own; void go() { [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { sum += work(i); out[i] = own + work(i); } } };
void run() { Knot k; k.go(); show(k.own); }

// == vector-behind: refused or equal
struct Sink { std::vector<long> &list; void put(long x) { list.push_back(x); } };
void run() {
  std::vector<long> list;
  Sink sink{list};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { sink.put(work(i)); out[i] = static_cast<long>(list.size()) + work(i); }
  show(static_cast<long>(list.size()));
}
