// What workers sum up is no work for the program.
//
// RUN: %paraloop --explain %s -- -std=c++17 2>&1 | FileCheck %s
// CHECK: counts {{.*}} replayed
// CHECK: replayed, line [[#@LINE+8]]: ++counts[word] (summed up by the workers)
// CHECK: parallel: 100 %
#include <map>
#include <string>
std::string read(int i);
void function(int n, std::map<std::string, int> &counts) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const std::string word = read(i);
    ++counts[word];
  }
}
