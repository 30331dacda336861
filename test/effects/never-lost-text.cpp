// What the replayed text means where it is replayed: constants, commas, two variables of one name. The tool refuses each of
// these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstdio>
#include <vector>

int slow(int x) {
  int r = x + 7;
  for (int k = 0; k < 50; ++k)
    r = (r * 31 + k) % 1009;
  return r;
}

// == loud-constant: refused or equal
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    const int k = 1;
    int x = slow(i);
    switch (total % 4) {
    case k: total += 5; break;
    default: total += x;
    }
    out.push_back(x);
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == loud-void-comma: refused or equal
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    std::vector<int> q{slow(i), slow(i + 1)};
    int d = total + (q.pop_back(), 1);
    out.push_back(d + q.empty());
    total += 2;
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}

// == region-shadow-local: refused or equal
void run() {
  int total = 0; std::vector<int> out;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int x = slow(i);
    {
      int d = total + x;
      int x = slow(i + 1);
      out.push_back(d - x);
      total = d % 5;
    }
  }
  for (int v : out) std::printf("%d ", v);
  std::printf("%d\n", total);
}
