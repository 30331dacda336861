// References that may lead into the private data of an object: that can't be compared by a name. The tool refuses each of
// these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++17

#include <cstdio>
#include <unistd.h>
#include <utility>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
class Field {
  std::vector<int> v;
  int sum = 0;

public:
  explicit Field(int k) : v(k, 1) {}
  int get(int i) const { return v[i]; }
  void set(int i, int x) { v[i] = x; }
  void add(int x) { sum += x; }
  int &total() { return sum; }
};
void show(const Field &f) {
  for (int i = 0; i < n; ++i) std::printf("%d ", f.get(i));
}

// == a-reference-to-a-number: refused or equal
void fill(Field &f, const int &k, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = k; f.add(work(i)); }
}
void run() {
  Field f(n);
  std::vector<int> y(n);
  fill(f, f.total(), y);
  for (int v : y) std::printf("%d ", v);
}

// == an-element-of-all: refused or equal
void fill(std::vector<Field> &all, Field &f) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { f.set(i, work(i) + all[0].get(n - 1 - i)); }
}
void run() { std::vector<Field> all(3, Field(n)); fill(all, all[0]); show(all[0]); }

// == a-copy-of-the-private-data: refused or equal
class Copied {
  std::vector<int> v;

public:
  explicit Copied(int k) : v(k) {}
  void set(int i, int x) { v[i] = x; }
  std::vector<int> raw() const { return v; }
};
void run() {
  Copied f(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { f.set(i, work(i)); }
  for (int v : f.raw()) std::printf("%d ", v);
}
