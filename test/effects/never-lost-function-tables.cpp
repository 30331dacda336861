// Functions in tables: which ones an element may stand for is known where nobody changes the table, and a lambda that is
// only called where it stands is none of them. The tool refuses each of the others, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>
#include <map>
#include <string>
#include <unistd.h>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
int twice(int x) { return x * 2; }
void add(long &sum, int x) { sum += x; }
void take(long &sum, int x) { if (x > 9) sum -= x; }
void print(const std::vector<int> &v) { for (const int x : v) std::printf("%d ", x); }
// Lambdas that know their object, and are no elements of a table.
struct Counter {
  int sum = 0;
  void put(int x) { const int all[] = {x, x % 9}; std::for_each(all, all + 2, [this](int y) { sum = sum * 3 % 101 + y; }); }
  int next(int x) { const auto step = [this](int y) { return sum = sum * 3 % 101 + y; }; return step(x); }
};

// == elements-of-a-map: accepted
void run() {
  const std::map<std::string, std::function<int(int)>> table = {{"a", twice}, {"b", [](int x) { return x % 13; }}};
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) out[i] = table.at(i % 2 ? "a" : "b")(work(i));
  print(out);
}

// == elements-that-the-loop-chooses: accepted
void run() {
  std::vector<std::function<int(int)>> table = {twice, [](int x) { return x % 13; }};
  const std::array<int (*)(int), 2> other = {twice, [](int x) { return x + 1; }};
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) out[i] = table[i % 2](work(i)) + other[i % 2](3);
  print(out);
}

// == fields-of-elements: accepted
void run() {
  struct Entry { const char *name; int (*run)(int); };
  const Entry table[] = {{"a", twice}, {"b", [](int x) { return x % 13; }}};
  struct Single { std::function<int(int)> run; };
  const Single single{twice};
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) out[i] = table[i % 2].run(work(i)) + single.run(2);
  print(out);
}

// == elements-that-change-what-they-are-handed: accepted
void run() {
  void (*const table[])(long &, int) = {add, take};
  const std::function<void(long &, int)> one = take;
  long sum = 2;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { out[i] = work(i); table[i % 2](sum, out[i]); one(sum, 11); }
  std::printf("%ld ", sum);
  print(out);
}

// == elements-that-know-a-sum: accepted
void run() {
  long sum = 0;
  const std::vector<std::function<void(int)>> table = {[&](int x) { sum += x; }, [](int) {}};
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) { out[i] = work(i); table[i % 2](out[i]); }
  std::printf("%ld ", sum);
  print(out);
}

// == an-element-gives-back-a-sum: refused or equal
void run() {
  int sum = 0;
  const std::map<int, std::function<int(int)>> table = {{0, twice}, {1, [&](int x) { return sum = sum * 3 % 101 + x; }}};
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) out[i] = table.at(i % 2)(work(i));
  print(out);
}

// == an-element-keeps-something: refused or equal
void run() {
  std::vector<std::function<int(int)>> table = {twice, [last = 1](int x) mutable { return last = last * 3 % 101 + x; }};
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) out[i] = table[i % 2](work(i));
  print(out);
}

// == an-element-is-set-in-the-loop: refused or equal
void run() {
  int sum = 0;
  std::vector<std::function<int(int)>> table = {twice, twice};
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) {
    out[i] = table[i % 2](work(i));
    if (i == 7) table[1] = [&](int x) { return sum = sum * 3 % 101 + x; };
  }
  print(out);
}

// == an-element-is-set-before-the-loop: refused or equal
void run() {
  int sum = 0;
  std::vector<std::function<int(int)>> table = {twice, twice};
  table[1] = [&](int x) { return sum = sum * 3 % 101 + x; };
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) out[i] = table[i % 2](work(i));
  print(out);
}

// == an-element-is-set-by-a-name: refused or equal
void run() {
  int sum = 0;
  std::vector<std::function<int(int)>> table = {twice, twice};
  auto &one = table[1];
  one = [&](int x) { return sum = sum * 3 % 101 + x; };
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) out[i] = table[i % 2](work(i));
  print(out);
}

// == a-range-for-sets-the-elements: refused or equal
void run() {
  int sum = 0;
  std::vector<std::function<int(int)>> table = {twice, twice};
  for (auto &one : table) one = [&](int x) { return sum = sum * 3 % 101 + x; };
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) out[i] = table[i % 2](work(i));
  print(out);
}

// == a-function-fills-the-table: refused or equal
int kept = 0;
void fill(std::vector<std::function<int(int)>> &table) { table.push_back([](int x) { return kept = kept * 3 % 101 + x; }); }
void run() {
  std::vector<std::function<int(int)>> table = {twice};
  fill(table);
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) out[i] = table[i % 2](work(i));
  print(out);
}

// == a-field-is-set: refused or equal
void run() {
  int sum = 0;
  struct Single { std::function<int(int)> run; };
  Single single{twice};
  single.run = [&](int x) { return sum = sum * 3 % 101 + x; };
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) out[i] = single.run(work(i));
  print(out);
}

// == a-lambda-is-called-and-kept: refused or equal
void run() {
  int sum = 0;
  const auto step = [&](int x) { return sum = sum * 3 % 101 + x; };
  step(1);
  std::function<int(int)> one = twice;
  one = step;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) out[i] = one(work(i));
  print(out);
}

// == a-lambda-is-called-and-captured: refused or equal
void run() {
  int sum = 0;
  const auto step = [&](int x) { return sum = sum * 3 % 101 + x; };
  std::function<int(int)> one = twice;
  one = [step](int x) { return step(x); };
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) out[i] = one(work(i));
  print(out);
}

// == a-lambda-goes-through-a-template: refused or equal
std::function<int(int)> handed;
template <class F> void keep(F f) { handed = f; }
void run() {
  int sum = 0;
  keep([&](int x) { return sum = sum * 3 % 101 + x; });
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) out[i] = handed(work(i));
  print(out);
}

// == a-lambda-goes-through-a-pair: refused or equal
void run() {
  int sum = 0;
  std::function<int(int)> one = twice;
  one = std::make_pair(1, [&](int x) { return sum = sum * 3 % 101 + x; }).second;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) out[i] = one(work(i));
  print(out);
}
