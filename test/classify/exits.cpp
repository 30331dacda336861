// What only the native path executes counts for nothing: a return may read and change what other iterations change.
//
// RUN: %equal %s

#include <cstdio>

static long search(int n) {
  long total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    if (i % 3 == 0) continue;
    total += i;
    if (i == 700) return ++total;
  }
  return -1;
}

int main() { std::printf("%ld %ld\n", search(1000), search(10)); }
