// A loop in a template has one plan for all instantiations, with the names of its variables.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s

#include <string>
#include <vector>

template <class T> T sum(const std::vector<T> &values) {
  T total{};
  // CHECK: templates.cpp:[[#@LINE+4]]: loop
  // CHECK: total: replayed
  // CHECK: update at line [[#@LINE+2]]: total += value
  // CHECK-NEXT: operand value = value
  [[paraloop]] for (const T &value : values) total += value;
  return total;
}
// CHECK-NOT: loop

std::string function(const std::vector<std::string> &words, const std::vector<int> &numbers) {
  return sum(words) + std::to_string(sum(numbers));
}
