// The same with text that waits in the buffer of stdout, and is lost.
//
// RUN: %equal %s --allow-native
#include <cstdio>
#include <iostream>
#include <vector>
int main() {
  int left = 2500, parts = 0;
  const int n = 5000;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    std::cout << "iteration " << i << ", a line that fills the buffer now and then\n";
    left -= 1;
    parts += 1000000 / left;
    std::cout << "end of " << i << "\n";
  }
  std::printf("%d\n", parts);
}
