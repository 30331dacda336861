// Whole numbers that workers fold values into: all operations, types and places, numbers that wrap around, iterations that
// leave in the middle; and what looks alike, but isn't.
//
// RUN: %equal %s --both
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s

#include <cstdint>
#include <cstdio>
#include <limits>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

static int work(int i) {
  for (int k = 0; k < 3000; ++k)
    i = (i * 31 + 7) % 1009;
  return i;
}

// CHECK-DAG: calls: folded, int
// CHECK-DAG: down: folded, short
// CHECK-DAG: sum: folded, long
// CHECK-DAG: wrapped: folded, unsigned char
static void sums() {
  int calls = 0;
  short down = 3;
  long sum = std::numeric_limits<long>::min();
  unsigned char wrapped = 250;
  [[paraloop]]
  for (int i = 0; i < 200; ++i) {
    const int w = work(i);
    for (int k = 0; k < 3; ++k)
      calls++;
    if (w % 3 == 0)
      --down, sum += w;
    else
      sum -= std::int64_t{w} * -1;
    if (w % 5)
      wrapped += w;
    else
      ++wrapped;
  }
  std::printf("%d %d %ld %d\n", calls, down, sum, wrapped);
}

// CHECK-DAG: all: folded, _Bool
// CHECK-DAG: any: folded, _Bool
// CHECK-DAG: seen: folded, std::uint32_t
// CHECK-DAG: check: folded, unsigned long long
// CHECK-DAG: mask: folded, unsigned int
static void bits() {
  bool any = false, all = true;
  std::uint32_t seen = 1;
  unsigned long long check = 77;
  unsigned mask = ~0u;
  [[paraloop]]
  for (int i = 0; i < 200; ++i) {
    const int w = work(i);
    any |= w == 1008;
    all &= w != 5;
    seen |= 1u << (w % 32);
    check ^= static_cast<unsigned long long>(w) << (w % 50);
    mask &= ~(1u << (w % 7));
  }
  std::printf("%d %d %x %llx %x\n", any, all, seen, check, mask);
}

// An iteration that leaves takes back what it folded, and the program folds it itself.
static int leaves(int how) {
  int count = 0;
  try {
    [[paraloop]]
    for (int i = 0; i < 200; ++i) {
      ++count;
      const int w = work(i);
      if (i == 150 && how == 0)
        break;
      if (i == 150 && how == 1)
        return count * 1000 + w;
      if (i == 150 && how == 2)
        throw std::runtime_error("150");
      ++count;
    }
  } catch (const std::exception &error) {
    std::printf("%s ", error.what());
  }
  return count;
}

// Inner exceptions are the worker's own.
static void catches() {
  int good = 0, bad = 0;
  [[paraloop]]
  for (int i = 0; i < 200; ++i) {
    try {
      good += work(i) % 2;
      if (work(i) % 7 == 0)
        throw i;
      ++good;
    } catch (int) {
      ++bad;
    }
  }
  std::printf("%d %d\n", good, bad);
}

template <class T> T total(const std::vector<T> &values) {
  T sum = 0;
  std::size_t size = 0;
  int count = 0;
  [[paraloop]]
  for (const T &value : values) {
    sum += static_cast<T>(work(static_cast<int>(value)));
    size += sizeof(T);
    ++count;
  }
  return sum + static_cast<T>(size) + static_cast<T>(count);
}

// CHECK-DAG: best: replayed
// CHECK-DAG: captured: folded
// CHECK-DAG: kept: replayed
// CHECK-DAG: latest: replayed
// CHECK-DAG: mixed: replayed
// CHECK-DAG: product: replayed
// CHECK-DAG: replayed: replayed
// CHECK-DAG: rounded: replayed
// CHECK-DAG: shown: replayed
static void others() {
  int best = -1, mixed = 0, kept = 0, captured = 0, shown = 0, replayed = 0;
  unsigned product = 1;
  int rounded = -5;
  bool latest = true;
  std::map<int, int> seen;
  int *pointer = &kept;
  const auto add = [&](int by) { captured += by; };
  [[paraloop]]
  for (int i = 0; i < 200; ++i) {
    const int w = work(i);
    if (w > best)
      best = w;
    mixed += w;
    mixed ^= w;
    product *= static_cast<unsigned>(w | 1);
    rounded += w / 2.5 - 100;
    latest ^= w; // Not a truth value: true ^ 2 is true.
    kept += w;
    add(w);
    std::printf("%d ", shown += w);
    if (seen.emplace(w % 50, i).second)
      ++replayed;
  }
  std::printf("%d %d %u %d %d %d %d %d\n", best, mixed, product, rounded, latest, *pointer, captured, replayed);
}

// Where a replayed statement may throw, a handler would see a sum without the iteration's own part.
static void thrown() {
  std::vector<int> few(100);
  int count = 0;
  try {
    [[paraloop]]
    for (int i = 0; i < 200; ++i) {
      ++count;
      few.at(static_cast<std::size_t>(work(i) % 3 + i / 2)) += 1;
    }
  } catch (const std::exception &) {
    std::printf("thrown ");
  }
  std::printf("%d\n", count);
}

int main() {
  for (int round = 0; round < 2; ++round) {
    sums();
    bits();
    for (int how = 0; how < 4; ++how)
      std::printf("%d ", leaves(how));
    catches();
    std::printf("%d %g %ld\n", total(std::vector<int>(100, 3)), total(std::vector<double>(100, 2.5)),
                total(std::vector<long>(100, 77)));
    others();
    thrown();
  }
}
