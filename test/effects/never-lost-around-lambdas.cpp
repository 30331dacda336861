// Loops in lambdas that change variables of the function around, which are known elsewhere by their address. The tool
// refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native

#include <cstdio>
#include <unistd.h>
#include <vector>

int *watched = nullptr;
int watch(int x) {
  usleep(200); // So that all workers get something.
  return watched ? (*watched * 3 + x) % 91 : x;
}
void show(const std::vector<int> &values) {
  for (int x : values) std::printf("%d ", x);
}

// == by-reference: refused or equal
void run() {
  int total = 1;
  watched = &total;
  std::vector<int> out;
  const auto go = [&] {
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { total = (total + 26) % 1009; out.push_back(watch(i)); }
  };
  go();
  show(out);
}

// == generic: refused or equal
void run() {
  int total = 1;
  watched = &total;
  std::vector<int> out;
  const auto go = [&](auto n) {
    [[paraloop(chunk = 1)]] for (decltype(n) i = 0; i < n; ++i) { total = (total + 26) % 1009; out.push_back(watch(i)); }
  };
  go(40);
  show(out);
}

// == two-lambdas-deep: refused or equal
void run() {
  int total = 1;
  watched = &total;
  std::vector<int> out;
  const auto outer = [&] {
    const auto inner = [&] {
      [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { total = (total + 26) % 1009; out.push_back(watch(i)); }
    };
    inner();
  };
  outer();
  show(out);
}

// == taken-in-the-outer-lambda: refused or equal
void run() {
  std::vector<int> out;
  const auto outer = [&] {
    int total = 1;
    watched = &total;
    const auto inner = [&] {
      [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { total = (total + 26) % 1009; out.push_back(watch(i)); }
    };
    inner();
  };
  outer();
  show(out);
}

// == by-other-lambda: refused or equal
void run() {
  int total = 1;
  watched = nullptr;
  std::vector<int> out;
  const auto read = [&] { return total % 17; };
  const auto go = [&] {
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { total = (total + 26) % 1009; out.push_back(watch(i) + read()); }
  };
  go();
  show(out);
}

// == nothing-kept: accepted
void run() {
  int total = 1;
  std::vector<int> out;
  const auto go = [&] {
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { total = (total + 26) % 1009; out.push_back(i * 3); }
  };
  go();
  show(out);
}
