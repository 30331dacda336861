// An algorithm of the library changes what its iterators and references refer to, and nothing else.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <algorithm>
#include <iterator>
#include <numeric>
#include <vector>

void refused(int n, std::vector<int> &values) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    std::transform(values.begin(), values.end(), values.begin(), [i](int x) { return x + i; }); // expected-error {{can't travel}} expected-note {{in the statement that changes 'values'}} expected-note {{hint}}
}

void accepted(int n, const std::vector<int> &values) {
  std::vector<int> copies;
  long total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::vector<int> own(values.begin(), values.begin() + i);
    std::sort(own.begin(), own.end());
    std::transform(values.begin(), values.begin() + i, own.begin(), [i](int x) { return x + i; });
    total += std::accumulate(own.begin(), own.end(), 0L) + std::count(values.begin(), values.end(), i);
    copies.insert(copies.end(), own.begin(), own.end());
    std::copy(own.begin(), own.end(), std::back_inserter(copies));
    std::fill(copies.begin(), copies.end(), i);
  }
}
