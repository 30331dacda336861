// Loops that end early: break, return, goto, exceptions, in the middle of what they change.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <cstdlib>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

static int first_divisor(long n) {
  [[paraloop]]
  for (long d = 2; d * d <= n; ++d)
    if (n % d == 0) return static_cast<int>(d);
  return 0;
}

static std::vector<int> until(int stop) {
  std::vector<int> seen;
  [[paraloop]]
  for (int i = 0; i < 600; ++i) {
    if (i % 3 == 0) continue;
    for (int k = 0;; ++k) {
      if (k == i % 5) break;
    }
    seen.push_back(i);
    if (i > stop) goto out;
    std::cout << "i" << i << ' ';
  }
  std::cout << "all ";
out:
  std::cout << "out\n";
  return seen;
}

struct Failure {
  int at;
};

int main(int argc, char **) {
  show("return", first_divisor(1000003L * 1009), first_divisor(999983));
  show("goto", until(450), until(1000));
  int sum = 0;
  try {
    [[paraloop]]
    for (int i = 0; i < 500; ++i) {
      sum += i;
      if (i == 333) throw Failure{i};
      if (i % 100 == 0) std::cerr << "passed " << i << '\n';
    }
  } catch (const Failure &failure) {
    show("caught", failure.at, sum);
  }
  [[paraloop]]
  for (int i = 0; i < 400; ++i) {
    std::cout << "before exit " << i << '\n';
    if (i == 222 * argc) std::exit(3);
    sum += i;
  }
  show("never", sum);
}
