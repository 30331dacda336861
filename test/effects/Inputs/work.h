#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <vector>

/// Workers take turns.
[[maybe_unused]] static int work(int i) {
  usleep(100);
  return i * 7 % 31;
}
static long y[40];
[[maybe_unused]] static void show() {
  for (long k : y)
    std::printf(" %ld", k);
  std::puts("");
}
