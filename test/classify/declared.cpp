// A paraloop::Variable is replayed if its strategy is one of paraloop's, and declared if it is one of the user's.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s
// RUN: %equal %s

#include <paraloop/paraloop.h>

#include <cstdio>
#include <string>

struct Longest {
  static std::string identity(const std::string &) { return {}; }
  static void aggregate(std::string &value, std::string &&partial) {
    if (value.size() < partial.size()) value = partial;
  }
};

int main() {
  paraloop::Variable<long, paraloop::Sum> counter(3);
  paraloop::Variable<std::string, Longest> longest("ab");
  // CHECK: counter: replayed, paraloop::Variable<long, paraloop::Sum>
  // CHECK: longest: declared, paraloop::Variable<std::string, Longest>
  // CHECK: update at line [[#@LINE+2]]: counter += i
  [[paraloop]] for (int i = 0; i < 50; ++i) {
    counter += i;
    // CHECK-NOT: update at
    if (longest.value().size() < 3u + i % 5) longest = std::string(3 + i % 5, 'x');
  }
  std::printf("%ld %s\n", counter.value(), longest.value().c_str());
}
