// A temporary of a class is moved into the replayed statement, as it is in the sequential one; a named value is not.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s

#include <string>
#include <vector>

std::string name(int i) { return std::to_string(i); }

void function(int n) {
  std::vector<std::string> names;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const std::string own = name(i);
    // CHECK: update at line [[#@LINE+1]]: names.push_back(own)
    names.push_back(own);
    // CHECK: update at line [[#@LINE+1]]: names.push_back(std::move(paraloop_operand_1))
    names.push_back(name(i) + "!");
    // CHECK: operand paraloop_operand_1 = name(i) + "!"
  }
}
