// A change that names its variable through a reference of the body is refused; the name itself is not.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <map>
#include <string>

void refused(int n) {
  std::map<std::string, int> counts;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::map<std::string, int> &target = counts;
    ++target[std::to_string(i)]; // expected-error {{'target' stands for a part of 'counts', which the loop changes [paraloop-alias-of-changed]}} expected-note {{changed here}} expected-note {{hint: name 'counts' itself in the statement that changes it}}
  }
}

void accepted(int n) {
  std::map<std::string, int> counts;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::map<std::string, int> own;
    std::map<std::string, int> &target = own;
    ++target[std::to_string(i)];
    ++counts[std::to_string(i)];
  }
}
