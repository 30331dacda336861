// An update that ends the program by a signal: nothing of what later iterations print may show.
//
// RUN: %equal %s --allow-native

#include <cstdio>
#include <cstdlib>

int slow(int x) {
  int r = x + 7;
  for (int k = 0; k < 50; ++k)
    r = (r * 31 + k) % 1009;
  return r;
}

void leave() { std::abort(); }

void check(int total) {
  if (total > 4000)
    leave();
}

int main() {
  int total = 0;
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    int x = slow(i);
    total += x;
    check(total);
    std::fprintf(stderr, "%d\n", x);
  }
  std::printf("%d\n", total);
}
