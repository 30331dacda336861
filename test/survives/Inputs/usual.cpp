// usual.cpp [ITERATIONS]: a program of the usual kind: prints, sums, counts, collects.
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <vector>

int main(int argc, char **argv) {
  const int count = argc > 1 ? std::atoi(argv[1]) : 400;
  double sum = 0;
  std::map<std::string, int> counts;
  std::vector<double> all;
  std::printf("begin\n");
  [[paraloop]]
  for (int i = 0; i < count; ++i) {
    double own = 0;
    for (int k = 0; k < 500; ++k)
      own += std::sin(i + k);
    sum += own;
    ++counts["n" + std::to_string(i % 11)];
    all.push_back(own);
    if (i % 7 == 0)
      std::cout << i << ' ' << own << '\n';
    if (i % 50 == 0)
      std::cerr << "err " << i << '\n';
  }
  std::printf("%.17g %d %zu\n", sum, counts["n3"], all.size());
}
