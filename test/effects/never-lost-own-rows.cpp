// Rows, structs and containers of the program's that look like an iteration's own, and aren't. The tool refuses each of
// these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++17

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <unistd.h>
#include <vector>

int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
using Rows = std::vector<std::vector<int>>;
void show(const Rows &rows) {
  for (const auto &row : rows)
    for (int v : row) std::printf("%d ", v);
}

// == a-function-that-reads-the-next-row: refused or equal
void run() {
  Rows rows(30, std::vector<int>(4, 1));
  [[paraloop(chunk = 1)]] for (std::size_t y = 0; y < 30; ++y) {
    std::transform(rows[y].begin(), rows[y].end(), rows[y].begin(), [&](int v) { return v + work(v) + rows[(y + 29) % 30][1]; });
  }
  show(rows);
}

// == a-function-that-changes-the-next-row: refused or equal
void run() {
  Rows rows(30, std::vector<int>(4, 1));
  [[paraloop(chunk = 1)]] for (std::size_t y = 0; y < 30; ++y) {
    std::transform(rows[y].begin(), rows[y].end(), rows[y].begin(), [&](int v) { ++rows[(y + 1) % 30][1]; return v + work(v); });
  }
  show(rows);
}

// == into-the-next-row: refused or equal
void run() {
  Rows rows(31, std::vector<int>(4, 1));
  [[paraloop(chunk = 1)]] for (std::size_t y = 0; y < 30; ++y) {
    std::transform(rows[y].begin(), rows[y].end(), rows[y + 1].begin(), [](int v) { return v + work(v); });
  }
  show(rows);
}

// == a-function-that-counts: refused or equal
void run() {
  Rows rows(30, std::vector<int>(4, 1));
  int calls = 0;
  [[paraloop(chunk = 1)]] for (std::size_t y = 0; y < 30; ++y) {
    std::transform(rows[y].begin(), rows[y].end(), rows[y].begin(), [&](int v) { ++calls; return v + work(v); });
  }
  show(rows);
  std::printf("%d", calls);
}

// == a-bound-that-the-function-changes: refused or equal
struct Particles { std::vector<int> x; std::size_t n = 20; };
void advance(Particles &p, std::size_t i) { p.x[i] += work(int(i)); if (i == 15) p.n = 25; }
void run() {
  Particles p{std::vector<int>(30)};
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < p.n; ++i) { advance(p, i); }
  show({p.x});
}

// == a-bound-that-is-replaced: refused or equal
struct Particles { std::vector<int> x; std::size_t n = 20; };
void advance(Particles &p, std::size_t i) { p.x[i] += work(int(i)); }
void run() {
  Particles p{std::vector<int>(30)}, q{std::vector<int>(30), 25};
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < p.n; ++i) { advance(p, i); if (i == 15) p = q; }
  show({p.x});
}

// == a-bound-among-the-elements: refused or equal
struct Particles { std::vector<int> x; };
void advance(Particles &p, int i) { p.x[i] += 1 + work(i) % 2; }
void run() {
  Particles p{std::vector<int>(40)};
  p.x[20] = 25;
  [[paraloop(chunk = 1)]] for (int i = 0; i < p.x[20]; ++i) { advance(p, i); }
  show({p.x});
}

// == a-begin-that-moves: refused or equal
class Buffer {
public:
  std::vector<int> p = std::vector<int>(60);
  std::size_t first = 0;
  auto begin() { return p.begin() + long(first); }
  auto end() { return p.begin() + long(first) + 20; }
};
void run() {
  Buffer b;
  [[paraloop(chunk = 1)]] for (int &x : b) { x += work(x) + 1; ++b.first; }
  show({b.p});
}

// == the-neighbour-in-a-container-of-ones-own: refused or equal
class Buffer {
public:
  std::vector<int> p = std::vector<int>(60, 1);
  auto begin() { return p.begin() + 1; }
  auto end() { return p.end(); }
};
void run() {
  Buffer b;
  [[paraloop(chunk = 1)]] for (int &x : b) { x += work(x) + *(&x - 1); }
  show({b.p});
}

// == a-part-twice: refused or equal
class Buffer {
public:
  std::vector<int> p = std::vector<int>(60, 1);
  auto begin() { return p.begin(); }
  auto end() { return p.end(); }
};
void run() {
  Buffer b;
  [[paraloop(chunk = 1)]] for (int &x : b) { x += work(x) + b.p[5]; }
  show({b.p});
}

// == a-row-of-its-own: accepted
void run() {
  Rows rows(30, std::vector<int>(4, 1));
  [[paraloop(chunk = 1)]] for (std::size_t y = 0; y < 30; ++y) {
    std::transform(rows[y].begin(), rows[y].end(), rows[y].begin(), [&](int v) { return v + work(v) + int(y); });
  }
  show(rows);
}
