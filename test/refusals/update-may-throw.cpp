// A change that may throw is refused where the body prints; where it doesn't, it is accepted.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify
#include <cstdio>
#include <map>
#include <vector>

void refused(std::vector<int> &values, std::map<int, int> &counts, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::printf("before %d\n", i);
    values.at(i) = i; // expected-error {{this change of 'values' may throw, and the body may print more after it [paraloop-update-may-throw]}} expected-note {{hint: make sure first}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    counts.at(i) += 1; // expected-error {{this change of 'counts' may throw}} expected-note {{hint}}
    std::puts("after");
  }
}

void accepted(std::vector<int> &values, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) values.at(i) = i;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    values[i] = i;
    std::puts("after");
  }
}
