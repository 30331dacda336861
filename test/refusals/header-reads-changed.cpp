// A loop whose header reads what its body changes is refused.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <vector>

void function(std::vector<int> values, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) { // expected-error {{the loop's header reads 'n', which the loop changes [paraloop-header-reads-changed]}} expected-note {{hint: let the header use a copy that is made before the loop}}
    if (values[i] == 0) --n; // expected-note {{changed here}}
  }
  [[paraloop]] for (int value : values) { // expected-error {{the loop's header reads 'values', which the loop changes}} expected-note {{hint}}
    if (value < 0) values.push_back(-value); // expected-note {{changed here}}
  }
  bool found = false;
  [[paraloop]] for (int i = 0; i < n && !found; ++i) { // expected-error {{the loop's header reads 'found', which the loop changes}} expected-note {{hint}}
    if (values[i] == 4) found = true; // expected-note {{changed here}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    if (values[i] != 4) continue;
    found = true;
    break;
  }
  [[paraloop]] for (int i = n; i < 100; ++i) { // The first value is read before the loop.
    if (values[i] == 0) --n;
  }
  const int bound = n;
  [[paraloop]] for (int i = 0; i < bound; ++i) {
    if (values[i] == 0) --n;
  }
  std::vector<int> more;
  [[paraloop]] for (int value : values) {
    if (value < 0) more.push_back(-value);
  }
}
