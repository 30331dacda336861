// A loop that calls what the tool can't see: which function, the argument says.
#include <cstdio>
#include <cstring>
#include <functional>

int counted(int i); // unseen_functions.cpp
int cached(int i);
int harmless(int i);
void remember(int *number);
int lowered(int i); // Changes what is remembered.
int in_library(int i); // unseen_library.cpp

int call(const char *which, int i) {
  if (std::strcmp(which, "global") == 0)
    return counted(i);
  if (std::strcmp(which, "static") == 0)
    return cached(i);
  if (std::strcmp(which, "library") == 0)
    return in_library(i);
  return harmless(i);
}

long sum_of(int n, const std::function<int(int)> &function) {
  long sum = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    sum += function(i);
  return sum;
}

int main(int, char **arguments) {
  const char *which = arguments[1];
  long total = 0;
  std::puts("begins");
  if (std::strcmp(which, "local") != 0) {
    [[paraloop]]
    for (int i = 0; i < 40; ++i) {
      total += call(which, i);
      std::printf("%d\n", i);
    }
  } else {
    int bound = 100;
    remember(&bound);
    total = sum_of(40, lowered);
  }
  std::printf("%ld\n", total);
}
