// Literals, and variables from outside that don't change, mean the same in the parent and stay in the statement.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s --implicit-check-not=operand

#include <string>
#include <vector>

struct Settings { int weight; };
enum Color { red, green };

void function(int n, const Settings &settings, int offset) {
  long total = 0;
  std::vector<int> colors;
  std::string text;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    // CHECK: update at line [[#@LINE+1]]: ++total{{$}}
    ++total;
    // CHECK: update at line [[#@LINE+1]]: total += settings.weight{{$}}
    total += settings.weight;
    // CHECK: update at line [[#@LINE+1]]: total -= -1{{$}}
    total -= -1;
    // CHECK: update at line [[#@LINE+1]]: colors.push_back(green){{$}}
    colors.push_back(green);
    // CHECK: update at line [[#@LINE+1]]: text += "x"{{$}}
    text += "x";
    // CHECK: update at line [[#@LINE+1]]: total = offset{{$}}
    total = offset;
  }
}
