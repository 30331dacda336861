// Classes that have a pointer to what they change: where the pointer stays what it was made with, it is known what that
// is. The tool refuses each of the others, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstdio>
#include <string>
#include <unistd.h>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
class Sum {
  long *out_;
public:
  explicit Sum(long *out) : out_(out) {}
  void put(int x) const { *out_ = *out_ * 3 % 101 + x; }
  long get() const { return *out_; }
};
struct List { std::vector<int> *const out; void put(int x) { out->push_back(x); } };
void print(const std::vector<int> &v) { for (const int x : v) std::printf("%d ", x); }

// == sinks: accepted
void run() {
  long sum = 1;
  std::vector<int> out;
  const Sum one(&sum);
  List list{&out};
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { const int own = work(i); one.put(own); list.put(own + 1); }
  std::printf("%ld ", sum);
  print(out);
}

// == sinks-of-the-body: accepted
void run() {
  long sum = 1;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { const Sum one(&sum); one.put(work(i)); }
  std::printf("%ld ", sum);
}

// == in-a-method: accepted
class World {
  long sum_ = 0;
public:
  void run() {
    const Sum one(&sum_);
    [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) one.put(work(i));
    std::printf("%ld ", sum_);
  }
};
void run() { World().run(); }

// == the-body-reads-the-sum: refused or equal
void run() {
  long sum = 1;
  const Sum one(&sum);
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { one.put(work(i)); out[i] = static_cast<int>(sum); }
  print(out);
}

// == a-method-reads-the-sum: refused or equal
void run() {
  long sum = 1;
  const Sum one(&sum), other(&sum);
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { one.put(work(i)); out[i] = static_cast<int>(other.get()); }
  print(out);
}

// == the-field-reads-the-sum: refused or equal
struct Open { long *out; void put(int x) const { *out = *out * 3 % 101 + x; } };
void run() {
  long sum = 1;
  const Open one{&sum};
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { one.put(work(i)); out[i] = static_cast<int>(*one.out); }
  print(out);
}

// == the-field-changes-the-sum: refused or equal
struct Open { long *out; void put(int x) const { *out = *out * 3 % 101 + x; } };
void run() {
  long sum = 1;
  const Open one{&sum};
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { one.put(work(i)); *one.out = *one.out * 2 % 97; }
  std::printf("%ld ", sum);
}

// == another-pointer-assigns-the-sum: refused or equal
struct Open { long *out; void put(int x) const { *out = *out * 3 % 101 + x; } };
void step(const Open &one, long *other) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { one.put(work(i)); *other = i; }
}
void run() { long sum = 1; const Open one{&sum}; step(one, &sum); std::printf("%ld ", sum); }

// == another-pointer-assigns-the-sum-here: refused or equal
void run() {
  long sum = 1;
  const Sum one(&sum);
  long *other = &sum;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { one.put(work(i)); *other = i; }
  std::printf("%ld ", sum);
}

// == the-pointer-is-set-before: refused or equal
struct Open { long *out; void put(int x) const { *out = *out * 3 % 101 + x; } };
void run() {
  long sum = 1, other = 2;
  Open one{&sum};
  one.out = &other;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { one.put(work(i)); out[i] = static_cast<int>(other); }
  std::printf("%ld %ld ", sum, other);
  print(out);
}

// == the-pointer-is-set-by-a-method: refused or equal
class Switching {
  long *out_;
public:
  explicit Switching(long *out) : out_(out) {}
  void point(long *to) { out_ = to; }
  void put(int x) const { *out_ = *out_ * 3 % 101 + x; }
};
void run() {
  long sum = 1, other = 2;
  Switching one(&sum);
  one.point(&other);
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { one.put(work(i)); out[i] = static_cast<int>(other); }
  std::printf("%ld %ld ", sum, other);
  print(out);
}

// == the-constructor-sets-it-again: refused or equal
long global = 5;
class Odd {
  long *out_;
public:
  explicit Odd(long *out) : out_(out) { out_ = &global; }
  void put(int x) const { *out_ = *out_ * 3 % 101 + x; }
};
void run() {
  long sum = 1;
  const Odd one(&sum);
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { one.put(work(i)); out[i] = static_cast<int>(global); }
  std::printf("%ld %ld ", sum, global);
  print(out);
}

// == a-mutable-pointer: refused or equal
struct Mutable { mutable long *out; long *next; void put(int x) const { *out = *out * 3 % 101 + x; out = next; } };
void run() {
  long sum = 1, other = 2;
  const Mutable one{&sum, &other};
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { one.put(work(i)); out[i] = static_cast<int>(other); }
  std::printf("%ld %ld ", sum, other);
  print(out);
}

// == a-copy-of-it: refused or equal
void run() {
  long sum = 1;
  const Sum one(&sum);
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { const Sum copy = one; copy.put(work(i)); out[i] = static_cast<int>(one.get()); }
  print(out);
}

// == through-two-of-them: refused or equal
struct Outer { const Sum *inner; void put(int x) const { inner->put(x); } };
void run() {
  long sum = 1;
  const Sum one(&sum);
  const Outer outer{&one};
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { outer.put(work(i)); out[i] = static_cast<int>(sum); }
  print(out);
}

// == elements-from-there-on: refused or equal
struct Cells { int *const cells; void set(int i, int x) { cells[i] = x; } int get(int i) const { return cells[i]; } };
void run() {
  int cells[n + 1] = {};
  Cells view{&cells[1]};
  [[paraloop(chunk = 1)]] for (int i = 0; i + 1 < n; ++i) { view.set(i, work(i) + view.get(i + 1)); }
  for (const int c : cells) std::printf("%d ", c);
}

// == a-field-and-its-neighbour: refused or equal
struct Pair { long a = 1, b = 2; };
void run() {
  Pair pair;
  const Sum one(&pair.a);
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { one.put(work(i)); out[i] = static_cast<int>(pair.a + pair.b); }
  print(out);
}

// == a-whole-object: refused or equal
struct Pair { long a = 1, b = 2; };
struct Both { Pair *const pair; void put(int x) const { pair->a = pair->a * 3 % 101 + x; pair->b += pair->a; } };
void run() {
  Pair pair;
  const Both both{&pair};
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { both.put(work(i)); if (i % 5 == 0) pair = Pair(); out[i] = work(2); }
  std::printf("%ld %ld ", pair.a, pair.b);
}

// == a-private-pointer-to-what-the-body-changes: refused or equal
void run() {
  long sum = 1;
  const Sum one(&sum);
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { sum = sum * 3 % 101 + work(static_cast<int>(i)); out[i] = static_cast<int>(one.get()); }
  print(out);
}

// == a-private-pointer-to-what-a-reference-changes: refused or equal
void step(const Sum &one, long &sum, std::vector<int> &out) {
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { sum = sum * 3 % 101 + work(static_cast<int>(i)); out[i] = static_cast<int>(one.get()); }
}
void run() {
  long sum = 1;
  std::vector<int> out(n);
  step(Sum(&sum), sum, out);
  print(out);
}

// == a-private-pointer-to-its-own-array: refused or equal
class Grid {
  double *data_;
public:
  Grid() : data_(new double[n]()) {}
  Grid(const Grid &) = delete;
  ~Grid() { delete[] data_; }
  double at(int i) const { return data_[i]; }
  double &ref(int i) { return data_[i]; }
};
void step(const Grid &grid, double &sum, std::vector<int> &out) {
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { sum = sum / 2 + work(static_cast<int>(i)); out[i] = static_cast<int>(grid.at(3)); }
}
void run() {
  Grid grid;
  std::vector<int> out(n);
  step(grid, grid.ref(3), out);
  print(out);
}
