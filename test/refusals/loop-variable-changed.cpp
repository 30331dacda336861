// A body that changes the loop's own counter is refused; a copy of an element may be changed.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <vector>

void use(int);
void skip(int &i) { ++i; }

void function(const std::vector<int> &values) {
  [[paraloop]] for (int i = 0; i < 9; ++i) {
    if (values[i] == 0) ++i; // expected-error {{the body changes the loop's own variable 'i' [paraloop-loop-variable-changed]}} expected-note {{hint: change a copy of it}}
    use(values[i]);
  }
  [[paraloop]] for (int i = 0; i < 9; ++i) {
    skip(i); // expected-error {{the body changes the loop's own variable 'i'}} expected-note {{hint}}
  }
  [[paraloop]] for (int i = 0; i < 9; ++i) {
    int at = i;
    if (values[at] == 0) skip(at);
    use(values[at]);
  }
  [[paraloop]] for (int value : values) {
    value += 2;
    use(value);
  }
}
