// A pointer or an iterator through which the body reads, and that may refer to what the loop changes, is refused.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <memory>
#include <vector>

inline void use(int) {}

void refused(std::vector<int> &counts, std::vector<int>::const_iterator at, const std::unique_ptr<int> &limit, int n) {
  int &total = counts[0];
  [[paraloop]] for (int i = 0; i < n; ++i) {
    use(*at); // expected-error {{'at' may refer to 'counts', which the loop changes [paraloop-may-alias]}} expected-note {{hint: let the loop change a local variable, and copy it to 'counts' after the loop}}
    counts[i] = i;
  }
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (i < *limit) total += i; // expected-error {{'limit' may refer to 'counts', which the loop changes}} expected-note {{hint}}
}

void accepted(std::vector<int> &counts, std::vector<double>::const_iterator other, const int *limit, int n) {
  std::vector<int> own(n);
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    use(static_cast<int>(other[i]) + counts[i]);
    own[i] = i;
    if (i < *limit) total += i;
  }
}
