// Elements behind pointers whose subscripts nobody knows before the loop, and memory that is changed. The tool refuses
// each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native

#include <cstdio>
#include <functional>
#include <string>
#include <unistd.h>
#include <vector>

int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}

struct Item { long key; long value; };
std::vector<long> out(60), more(60);
std::vector<int> order(60);
std::vector<Item> items(60);
void prepare() {
  for (int i = 0; i < 60; ++i) { out[i] = more[i] = i; order[i] = (i * 7 + 3) % 60; items[i] = {i, i * i}; }
}
void show() {
  for (long x : out) std::printf("%ld ", x);
  for (long x : more) std::printf("%ld ", x);
  for (const Item &x : items) std::printf("%ld %ld ", x.key, x.value);
}

// == gather: accepted
void go(long *to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) to[i] = from[at[i]] + work(i);
}
void run() { prepare(); go(out.data(), more.data(), order.data()); go(out.data(), out.data(), order.data()); show(); }

// == meets-late: accepted
void go(long *to, const long *from, const int *at) {
  [[paraloop]] for (int i = 0; i < 20; ++i) to[i] = from[i < 15 ? 20 + at[i] % 20 : at[i] % 20] + work(i);
}
void run() { prepare(); go(out.data(), out.data(), order.data()); show(); }

// == scatter: accepted
void go(long *to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) to[at[i]] = from[i] + work(i);
}
void run() { prepare(); go(out.data(), more.data(), order.data()); go(out.data(), out.data(), order.data()); show(); }

// == both: refused or equal
void go(long *to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) to[at[i]] = from[at[at[i]]] + work(i);
}
void run() { prepare(); go(out.data(), out.data(), order.data()); show(); }

// == caught: refused or equal
void go(long *to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    long x = 0;
    try { x = from[at[i]]; } catch (...) { x = -1; }
    to[i] = x + work(i);
  }
}
void run() { prepare(); go(out.data(), out.data(), order.data()); show(); }

// == used-as-bound: refused or equal
void go(long *to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    long sum = 0;
    for (long k = 0; k < from[at[i]] % 50; ++k) sum += work(static_cast<int>(k)) % 3;
    to[i] = sum;
  }
}
void run() { prepare(); go(out.data(), out.data(), order.data()); show(); }

// == fields: refused or equal
void go(long *to, const Item *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) to[i] = from[at[i]].value + work(i);
}
void run() { prepare(); go(out.data(), items.data(), order.data()); go(&items[0].key, items.data(), order.data()); show(); }

// == into-fields: refused or equal
void go(Item *to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) to[at[i]].value = from[i] + work(i);
}
void run() { prepare(); go(items.data(), out.data(), order.data()); go(items.data(), &items[0].key, order.data()); show(); }

// == whole: refused or equal
void go(Item *to, const Item *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { to[i] = from[at[i]]; to[i].value += work(i); }
}
void run() { prepare(); go(items.data(), items.data(), order.data()); show(); }

// == strings: refused or equal
void go(std::string *to, const std::string *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) to[i] = from[at[i]] + std::to_string(work(i));
}
void run() {
  prepare();
  std::vector<std::string> names(60, "x");
  go(names.data(), names.data(), order.data());
  for (auto &name : names) std::printf("%s ", name.c_str());
}

// == characters: refused or equal
void go(char *to, const std::string *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) to[i] = from[at[i] % 3][0] + work(i) % 3;
}
void run() {
  prepare();
  std::vector<std::string> names(3, std::string(50, 'x'));
  go(&names[1][0], names.data(), order.data());
  for (auto &name : names) std::printf("%s ", name.c_str());
}

// == pointer-handed-on: refused or equal
long first(const long *p) { return p[0] + p[1]; }
void go(long *to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 59; ++i) to[i] = first(from + at[i] % 50) + work(i);
}
void run() { prepare(); go(out.data(), out.data(), order.data()); show(); }

// == reference-handed-on: refused or equal
long first(const long &x) { return (&x)[1]; }
void go(long *to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 59; ++i) to[i] = first(from[at[i] % 50]) + work(i);
}
void run() { prepare(); go(out.data() + 1, out.data(), order.data()); show(); }

// == local-reference: refused or equal
void go(long *to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    const long &x = from[at[i]];
    to[i] = x + work(i);
    more[i] = x;
  }
}
void run() { prepare(); go(out.data(), out.data(), order.data()); show(); }

// == local-pointer: refused or equal
void go(long *to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 58; ++i) {
    const long *p = from + at[i] % 50;
    to[i] = p[0] + p[1] + work(i);
  }
}
void run() { prepare(); go(out.data(), out.data(), order.data()); show(); }

// == in-operand: refused or equal
void go(long *to, long *total, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { to[i] = work(i); *total += from[at[i]]; }
}
void run() { prepare(); long total = 0; go(out.data(), &total, out.data(), order.data()); show(); std::printf("%ld", total); go(out.data(), &more[3], more.data(), order.data()); show(); }

// == in-replayed: refused or equal
void go(long *total, long *best, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { *total += work(i); if (*total % 7 > *best % 7) *best = from[at[i]]; }
}
void run() { prepare(); go(&out[2], &out[5], out.data(), order.data()); show(); }

// == vector-changed: refused or equal
void go(std::vector<long> &to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < to.size(); ++i) to[i] = from[at[i]] + work(static_cast<int>(i));
}
void run() { prepare(); go(out, out.data(), order.data()); go(out, more.data(), order.data()); show(); }

// == rows-changed: refused or equal
void go(std::vector<std::vector<long>> &to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 6; ++i) for (int j = 0; j < 10; ++j) to[i][j] = from[at[i * 10 + j] % 10] + work(i);
}
void run() {
  prepare();
  std::vector<std::vector<long>> grid(6, std::vector<long>(10, 2));
  go(grid, grid[2].data(), order.data());
  for (auto &row : grid) for (long x : row) std::printf("%ld ", x);
}

// == subscript-changes: refused or equal
void go(long *to, const long *from, int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { at[i] = work(i) % 60; to[i] = from[at[59 - i]]; }
}
void run() { prepare(); go(out.data(), more.data(), order.data()); show(); }

// == lambda: refused or equal
void go(long *to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    auto get = [from, at](int k) { return from[at[k]]; };
    to[i] = get(i) + work(i);
  }
}
void run() { prepare(); go(out.data(), out.data(), order.data()); show(); }

// == lambda-noexcept: refused or equal
void go(long *to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) {
    auto get = [&](int k) noexcept { return from[at[k]]; };
    to[i] = get(i) + work(i);
  }
}
void run() { prepare(); go(out.data(), out.data(), order.data()); show(); }

// == bytes: refused or equal
void go(long *to, const unsigned char *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) to[i] = from[at[i] * 5] + work(i);
}
void run() { prepare(); go(out.data(), reinterpret_cast<const unsigned char *>(out.data()), order.data()); show(); }

// == with-break: refused or equal
void go(long *to, const long *from, const int *at) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { if (from[at[i]] == 44) break; to[i] = from[at[i]] + work(i); }
}
void run() { prepare(); go(out.data(), more.data(), order.data()); show(); }
