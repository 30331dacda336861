// The first example of the Python package gives 4953 and 100 entries, with Variables and with plain types.
//
// RUN: %equal %s --both
// RUN: %paraloop_cxx -std=c++17 %s -o %t && env PARALOOP_FORCE=1 %t | FileCheck %s
// CHECK: 4953 100
// CHECK-NEXT: 4953 100
#include <paraloop/paraloop.h>
#include <iostream>
#include <map>
#include <string>
int main() {
  paraloop::Variable<long, paraloop::Sum> counter(3);
  paraloop::Variable<std::map<std::string, std::string>, paraloop::Concatenate> dictionary;
  [[paraloop(num_processes = 8)]]
  for (int i = 0; i < 100; ++i) {
    counter += i;
    dictionary["key_" + std::to_string(i)] = "Hi!";
  }
  std::cout << counter << ' ' << dictionary.size() << '\n';
  long plain = 3;
  std::map<std::string, std::string> entries;
  [[paraloop]]
  for (int i = 0; i < 100; ++i) {
    plain += i;
    entries["key_" + std::to_string(i)] = "Hi!";
  }
  std::cout << plain << ' ' << entries.size() << '\n';
}
