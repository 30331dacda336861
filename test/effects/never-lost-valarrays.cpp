// A std::valarray has no begin(): a loop over it goes through the free std::begin(). The tool refuses each of these
// programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <unistd.h>
#include <valarray>
#include <vector>

int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31 + 1;
}

// == read-by-a-function: accepted
void show(const std::valarray<int> &a) { for (int x : a) std::printf(" %d", x); }
void run() {
  std::valarray<int> a(40);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) a[i] = work(i);
  show(a);
}

// == read-by-a-template: accepted
template <class T> void show(const T &a) { for (const auto &x : a) std::printf(" %d", x); }
void run() {
  std::valarray<int> a(40);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) a[i] = work(i);
  show(a);
}

// == changed-by-a-function: accepted
void add(std::valarray<int> &a) { for (int &x : a) x += 3; }
void run() {
  std::valarray<int> a(40);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) a[i] = work(i);
  add(a);
  for (int x : a) std::printf(" %d", x);
}

// == read-by-a-function-in-the-loop: refused or equal
int total(const std::valarray<int> &a) { int s = 0; for (int x : a) s += x; return s; }
void run() {
  std::valarray<int> a(5);
  std::vector<int> y(40);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { const int w = work(i); a[w % 5] = w; y[i] = total(a); }
  for (int x : y) std::printf(" %d", x);
}

// == read-in-the-loop: refused or equal
void run() {
  std::valarray<int> a(5);
  std::vector<int> y(40);
  const std::valarray<int> &all = a;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const int w = work(i);
    a[w % 5] = w;
    for (int x : all) y[i] += x;
  }
  for (int x : y) std::printf(" %d", x);
}

// == an-iterator-of-the-constant: refused or equal
int total(const std::valarray<int> &a) {
  int s = 0;
  for (auto at = std::begin(a), last = std::end(a); at != last; ++at) s += *at;
  return s;
}
void run() {
  std::valarray<int> a(5);
  std::vector<int> y(40);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { const int w = work(i); a[w % 5] = w; y[i] = total(a); }
  for (int x : y) std::printf(" %d", x);
}

// == an-iterator-from-before-the-change: refused or equal
int total(std::valarray<int> &a, int w) {
  int s = 0;
  const auto &same = a;
  auto at = std::begin(same);
  const auto last = std::end(same);
  a[w % 5] = w;
  for (; at != last; ++at) s += *at;
  return s;
}
void run() {
  std::valarray<int> a(5);
  std::vector<int> y(40);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { y[i] = total(a, work(i)); }
  for (int x : y) std::printf(" %d", x);
}

// == the-free-begin-of-other-containers: refused or equal
int total(const std::vector<int> &a) {
  int s = 0;
  auto at = std::cbegin(a);
  const auto last = std::cend(a);
  while (at != last) s += *at++;
  return s + *std::ranges::find(a, 0) + *std::ranges::begin(a);
}
void run() {
  std::vector<int> a(5), y(40);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { const int w = work(i); a[w % 5] = w; a[4] = 0; y[i] = total(a); }
  for (int x : y) std::printf(" %d", x);
}
