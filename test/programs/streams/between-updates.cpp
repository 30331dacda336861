// Text that goes past the streams (write()) keeps its place among the updates.
//
// RUN: %equal %s
#include <cstdio>
#include <iostream>
#include <vector>
#include <unistd.h>
int main(int argc, char **) {
  std::vector<int> out;
  long total = 0;
  long *where = nullptr;
  const int n = 3000;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    std::cout << "begin " << i << std::endl;
    out.push_back(i * argc);
    total += i;
    std::fprintf(stderr, "between %d\n", i);
    if (total < 0) *where = total;
    std::printf("end %d\n", i);
    if (i % 7 == 3) std::fflush(stdout);
    if (i % 5 == 2) { if (write(1, "direct\n", 7) != 7) continue; }
  }
  std::printf("%ld %zu\n", total, out.size());
}
