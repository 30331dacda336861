// A small file: what starting the programs costs counts here. For rewrite_time.
#include <cstdio>

int main() {
  long total = 0;
  [[paraloop]]
  for (int i = 0; i < 1000; ++i)
    total += i;
  std::printf("%ld\n", total);
}
