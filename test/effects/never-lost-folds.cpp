// Counters and sums that somebody else can get at: a worker's own sum must not stand in for them. The tool refuses each of
// these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <tuple>
#include <unistd.h>
#include <utility>
#include <vector>

int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}

static int *known;
__attribute__((noinline)) void know(int &number) { known = &number; }
__attribute__((noinline)) int look() { return known ? *known : -1; }

// == read-by-a-function: refused or equal
void run() {
  int count = 0;
  know(count);
  std::vector<int> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { count += work(i) % 3; out.push_back(look()); }
  for (int x : out) std::printf("%d ", x);
  std::printf("%d\n", count);
}

// == read-by-a-function-object: refused or equal
void run() {
  int count = 0;
  std::function<int()> get = [&] { return count; };
  std::vector<int> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { ++count; out.push_back(get() + work(i)); }
  for (int x : out) std::printf("%d ", x);
}

// == read-by-a-lambda: refused or equal
void run() {
  int count = 0;
  const auto get = [&count] { return count; };
  std::vector<int> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { out.push_back(get() + work(i)); ++count; }
  for (int x : out) std::printf("%d ", x);
}

// == read-by-a-reference: refused or equal
void run() {
  int count = 0;
  int &alias = count;
  std::vector<int> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { count += work(i) % 2; out.push_back(alias); }
  for (int x : out) std::printf("%d ", x);
}

// == changed-by-a-pointer: refused or equal
void run() {
  int count = 1;
  int *pointer = &count;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { count += work(i) % 5; *pointer *= 3; }
  std::printf("%d\n", count);
}

// == in-the-bound: refused or equal
void run() {
  int count = 0;
  std::vector<int> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60 - count; ++i) { out.push_back(work(i)); if (i % 4 == 0) ++count; }
  std::printf("%zu %d\n", out.size(), count);
}

// == in-the-increment: refused or equal
void run() {
  int count = 0;
  std::vector<int> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; i += 1, count += 2) { out.push_back(work(i)); count += 1; }
  std::printf("%zu %d\n", out.size(), count);
}

// == copied-by-a-lambda-of-the-body: refused or equal
void run() {
  int count = 0;
  std::vector<int> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { ++count; auto later = [count] { return count; }; out.push_back(later() + work(i)); }
  for (int x : out) std::printf("%d ", x);
}

// == changed-in-a-lambda-of-the-body: refused or equal
void run() {
  int count = 0;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { auto add = [&](int by) { count += by; }; add(work(i)); count += 1; }
  std::printf("%d\n", count);
}

// == copy-changed-in-a-lambda: refused or equal
void run() {
  int count = 0;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { auto add = [count](int by) mutable { count += by; return count; }; std::printf("%d ", add(work(i))); count += 1; }
  std::printf("%d\n", count);
}

// == value-used: refused or equal
void run() {
  int count = 0;
  std::vector<int> out(61);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { out[count += 1] = work(i); }
  for (int x : out) std::printf("%d ", x);
}

// == index-and-count: refused or equal
void run() {
  int count = 0;
  std::vector<int> out(61);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { const int w = work(i); if (w % 2) { out[count] = w; count++; } }
  for (int x : out) std::printf("%d ", x);
}

// == decides: refused or equal
void run() {
  int count = 0;
  std::vector<int> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { const int w = work(i); count += w % 2; if (count < 20) out.push_back(w); }
  std::printf("%zu %d\n", out.size(), count);
}

// == macros: refused or equal
#define BUMP(number) (number += 1, number += 2)
#define COUNT count++
#define NAME count
void run() {
  int count = 0, other = 0;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { if (work(i) % 2) BUMP(other); COUNT; NAME += 2; }
  std::printf("%d %d\n", count, other);
}

// == floating-value: accepted
void run() {
  int count = -3;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { count += work(i) * 0.3 - 20; }
  std::printf("%d\n", count);
}

// == mixed-operations: accepted
void run() {
  unsigned count = 5;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { count += work(i); count ^= work(i + 1); }
  std::printf("%u\n", count);
}

// == bool-sum: accepted
void run() {
  bool odd = true;
  unsigned char narrow = 1;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { odd ^= work(i); narrow -= work(i) * 7; }
  std::printf("%d %d\n", odd, narrow);
}

// == unevaluated: refused or equal
void run() {
  long count = 0;
  std::vector<std::size_t> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { count += work(i); out.push_back(sizeof(count) + sizeof(decltype(count))); }
  std::printf("%zu %ld\n", out[3], count);
}

// == parameter-and-shadow: accepted
static int counted(int count, bool yes) {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { if (yes) count += 1; { int count = work(i); if (count % 2) continue; } count += 1; }
  return count;
}
void run() { std::printf("%d %d\n", counted(3, true), counted(4, false)); }

// == in-a-lambda: refused or equal
void run() {
  int count = 0;
  auto all = [&] { [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) count += work(i); };
  auto copy = [count]() mutable { [[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) count += work(i); return count; };
  all();
  std::printf("%d %d\n", count, copy());
}

// == bindings: refused or equal
void run() {
  auto [a, b] = std::pair<int, long>(1, 2);
  std::pair<int, int> other;
  auto &[c, d] = other;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { a += work(i); b += 1; c += 2; ++d; }
  std::printf("%d %ld %d %d\n", a, b, other.first, other.second);
}

// == nested: accepted
void run() {
  long count = 0, inner = 0;
[[paraloop(chunk = 1)]] for (int i = 0; i < 20; ++i) {
    ++count;
    [[paraloop]] for (int k = 0; k < 5; ++k) inner += work(k);
  }
  std::printf("%ld %ld\n", count, inner);
}

// == tied: refused or equal
void run() {
  int count = 0;
  auto tie = std::tie(count);
  std::vector<int> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { count += work(i) % 3; out.push_back(std::get<0>(tie)); }
  for (int x : out) std::printf("%d ", x);
}

// == held-by-an-object: refused or equal
struct Holder { int *to; int get() const { return *to; } };
void run() {
  int count = 0;
  const Holder holder{&count};
  std::vector<int> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { count += work(i) % 3; out.push_back(holder.get()); }
  for (int x : out) std::printf("%d ", x);
}

// == held-by-a-pointer-of-the-body: refused or equal
void run() {
  int count = 0;
  std::vector<int> out;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { count += work(i) % 3; const int *p = &count; out.push_back(*p); }
  for (int x : out) std::printf("%d ", x);
}

// == jump-out: accepted
void run() {
  int count = 0;
[[paraloop(chunk = 8)]] for (int i = 0; i < 60; ++i) { ++count; if (work(i) > 990) goto out; count += 10; }
out:
  std::printf("%d\n", count);
}
