// What ignore() names is changed in the worker's own copy, also by a function in sight, and changes of it are lost.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s
// RUN: %equal %s

#include <cstdio>
#include <map>
#include <vector>

static long slow(int key) { return key * 7L % 13; }

static long cached(std::map<int, long> &cache, int key) {
  const auto known = cache.find(key);
  if (known != cache.end()) return known->second;
  return cache[key] = slow(key);
}

static long run(const std::vector<int> &keys) {
  std::map<int, long> cache;
  long total = 0, calls = 0, spare = 1;
  // CHECK: {{^}}  cache: ignored, std::map<int, long>
  // CHECK: {{^}}  calls: ignored, long
  // CHECK: {{^}}  total: folded, long
  // CHECK-NOT: update at
  [[paraloop(ignore(cache, calls, spare))]] for (const int key : keys) {
    spare = key % 3;
    if (++calls % 5 == 0) cache.clear();
    const long value = cached(cache, key);
    total += value * spare;
  }
  return total;
}

int main() {
  std::vector<int> keys;
  for (int i = 0; i < 500; ++i) keys.push_back(i % 17);
  std::printf("%ld\n", run(keys));
}
