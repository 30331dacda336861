// Bodies of which nothing is left but calls that change what other iterations read: the program makes these calls. The
// tool refuses each of the others, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++17

#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

void add(long &sum, int x) { sum = sum * 3 % 1009 + x; }
void subtract(long &sum, int x) {
  if (x > 9) sum -= x;
}
void addThrough(long *sum, int x) { *sum += x; }
struct Sink {
  virtual ~Sink() = default;
  virtual void put(int x) = 0;
};
struct Summing : Sink {
  long sum = 0;
  void put(int x) override { sum = sum * 3 % 1009 + x; }
};
struct Printing : Sink {
  void put(int x) override { std::printf("%d ", x); }
};
void hand(Sink &sink, int x) {
  if (x % 3) sink.put(x);
}

// == function: accepted
void run() {
  long total = 1;
  [[paraloop]] for (int i = 0; i < 40; ++i) add(total, i * 7 % 31);
  std::printf("%ld", total);
}

// == function-with-an-address: accepted
void run() {
  long total = 1;
  [[paraloop]] for (int i = 0; i < 40; ++i) addThrough(&total, i * 7 % 31);
  std::printf("%ld", total);
}

// == pointer-to-a-function: accepted
void run() {
  long total = 1;
  void (*const change)(long &, int) = add;
  [[paraloop]] for (int i = 0; i < 40; ++i) change(total, i * 7 % 31);
  std::printf("%ld", total);
}

// == table-of-functions: accepted
void run() {
  long total = 1;
  void (*const table[])(long &, int) = {add, subtract};
  [[paraloop]] for (int i = 0; i < 40; ++i) table[i % 2](total, i * 7 % 31);
  std::printf("%ld", total);
}

// == function-object: accepted
void run() {
  long total = 1;
  const std::function<void(long &, int)> change = add;
  [[paraloop]] for (int i = 0; i < 40; ++i) change(total, i * 7 % 31);
  std::printf("%ld", total);
}

// == by-its-base: accepted
void run() {
  Summing sink;
  [[paraloop]] for (int i = 0; i < 40; ++i) hand(sink, i * 7 % 31);
  std::printf("%ld", sink.sum);
}

// == that-prints: accepted
void run() {
  Printing sink;
  [[paraloop]] for (int i = 0; i < 40; ++i) hand(sink, i * 7 % 31);
}

// == two-of-them: refused or equal
void run() {
  long total = 1, other = 2;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    add(total, i % 7);
    add(other, static_cast<int>(total % 5));
  }
  std::printf("%ld %ld", total, other);
}

// == one-object-by-two-names: refused or equal
void run() {
  long total = 1;
  long &name = total;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    add(total, i % 7);
    add(name, i % 5);
  }
  std::printf("%ld", total);
}

// == value-used: refused or equal
struct Counter {
  long calls = 0;
  int next(int x) { return static_cast<int>(++calls) * x % 31; }
};
void run() {
  Counter counter;
  std::vector<int> out;
  [[paraloop]] for (int i = 0; i < 40; ++i) out.push_back(counter.next(i));
  for (int x : out) std::printf("%d ", x);
}

// == in-a-condition: refused or equal
bool more(long &sum, int x) { return (sum += x) < 300; }
void run() {
  long total = 0;
  int i = 0;
  [[paraloop]] for (i = 0; i < 40; ++i)
    if (!more(total, i)) break;
  std::printf("%ld %d", total, i);
}

// == throws: refused or equal
void addSome(long &sum, int x) {
  if (sum > 200) throw std::runtime_error("too many");
  sum += x;
}
void run() {
  long total = 0;
  try {
    [[paraloop]] for (int i = 0; i < 40; ++i) addSome(total, i);
  } catch (const std::runtime_error &error) {
    std::printf("%s ", error.what());
  }
  std::printf("%ld", total);
}

// == caught-in-the-body: refused or equal
void addSome(long &sum, int x) {
  if (sum > 200) throw std::runtime_error("too many");
  sum += x;
}
void run() {
  long total = 0, missed = 0;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    try {
      addSome(total, i);
    } catch (const std::runtime_error &) {
      ++missed;
    }
  }
  std::printf("%ld %ld", total, missed);
}

// == reads-what-the-header-reads: refused or equal
void grow(int &limit, int x) {
  if (x < 10) ++limit;
}
void run() {
  int limit = 20;
  [[paraloop]] for (int i = 0; i < limit; ++i) grow(limit, i);
  std::printf("%d", limit);
}

// == pointer-moved-between: refused or equal
void run() {
  long totals[2] = {1, 2};
  long *at = totals;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    addThrough(at, i % 7);
    if (i == 20) at = totals + 1;
  }
  std::printf("%ld %ld", totals[0], totals[1]);
}

// == element-of-a-map: refused or equal
void run() {
  std::map<int, long> totals;
  [[paraloop]] for (int i = 0; i < 40; ++i) add(totals[i % 3], i);
  for (const auto &[key, total] : totals) std::printf("%d %ld ", key, total);
}

// == object-of-the-body: refused or equal
void both(long &sum, long &own) { sum += own++; }
void run() {
  long total = 1, out = 0;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    long own = i;
    both(total, own);
    out += own;
  }
  std::printf("%ld %ld", total, out);
}

// == replaces-a-pointer: refused or equal
void replace(std::unique_ptr<long> &owner, int x) { owner = std::make_unique<long>(*owner + x); }
void run() {
  auto owner = std::make_unique<long>(3);
  [[paraloop]] for (int i = 0; i < 40; ++i) replace(owner, i);
  std::printf("%ld", *owner);
}

// == one-argument-changed-by-another: refused or equal
int take(int &x) { return x++; }
void run() {
  long total = 1;
  int x = 0;
  [[paraloop]] for (int i = 0; i < 40; ++i) add(total, take(x));
  std::printf("%ld %d", total, x);
}

// == in-a-generic-function: refused or equal
template <class T> void put(T &to, const typename T::value_type &x) {
  if (to.empty() || to.back() != x) to.push_back(x);
}
void run() {
  std::vector<int> out;
  std::string text;
  [[paraloop]] for (int i = 0; i < 40; ++i) put(out, i / 3);
  [[paraloop]] for (int i = 0; i < 40; ++i) put(text, static_cast<char>('a' + i / 5));
  for (int x : out) std::printf("%d ", x);
  std::printf("%s", text.c_str());
}
