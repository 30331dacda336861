// A bound, a first value or a step that could differ from one evaluation to the next is refused.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <vector>

void use(int);
int unseen();
int calls;
int counting() { return ++calls; }
int half(int n) { return n / 2; }

void refused() {
  int n = 9;
  [[paraloop]] for (int i = 0; i < unseen(); ++i) use(i); // expected-error {{this part of the loop's header may change while the loop runs [paraloop-loop-bound]}} expected-note {{hint: compute it into a variable before the loop}}
  [[paraloop]] for (int i = 0; i < counting(); ++i) use(i); // expected-error {{may change}} expected-note {{hint}}
  [[paraloop]] for (int i = n++; i < 20; ++i) use(i); // expected-error {{may change}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < 2 * i + 9; ++i) use(i); // expected-error {{may change}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < 9; i += unseen()) use(i); // expected-error {{may change}} expected-note {{hint}}
}

void accepted(const std::vector<int> &values) {
  const int bound = unseen();
  [[paraloop]] for (int i = 0; i < bound; ++i) use(i);
  [[paraloop]] for (int i = 0; i < half(bound); ++i) use(i);
  [[paraloop]] for (std::size_t i = 0; i < values.size(); ++i) use(values[i]);
}
