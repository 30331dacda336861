// Each variable of the loop gets its role; one that is private to the body isn't listed.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s

#include <cstdio>
#include <string>
#include <vector>

long work(int i, double factor) { return static_cast<long>(i * factor); }

void function(const std::vector<int> &values, double factor) {
  double total = 0;
  std::vector<std::string> lines;
  // CHECK: roles.cpp:[[#@LINE+8]]: loop
  // CHECK-NEXT: header: elements int value of values
  // CHECK-NEXT: {{^}}  factor: broadcast, double
  // CHECK-NEXT: {{^}}  lines: replayed, std::vector<std::string>
  // CHECK-NEXT: {{^}}  standard output: stream
  // CHECK-NEXT: {{^}}  total: replayed, double
  // CHECK-NEXT: {{^}}  value: loop variable, int
  // CHECK-NEXT: {{^}}  values: broadcast, std::vector<int>
  [[paraloop]] for (int value : values) {
    const long result = work(value, factor);
    // CHECK-NEXT: update at line [[#@LINE+1]]: total += result
    total += result;
    // CHECK: update at line [[#@LINE+1]]: lines.push_back
    lines.push_back(std::to_string(result));
    std::printf("%ld\n", result);
  }
}
