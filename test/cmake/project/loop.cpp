// Counts in a loop that workers run; needs an include folder, a definition and C++20 of its target, and a header
// next to it.
#include "beside.h"
#include <cstdio>
#include <step.h>

static_assert(__cplusplus >= 202002L);

int main() {
  long total = START;
  [[paraloop]]
  for (int i = 0; i < 100; ++i)
    total += step;
  std::printf("%ld %s\n", total, beside);
}
