// A condition or an increment that calls what the tool can't see could differ from one evaluation to the next, and is
// refused. What the init-statement does happens once, as in the sequential loop.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <cstdlib>
#include <vector>

void use(int);
int unseen();
int calls;
int counting() { return ++calls; }
int half(int n) { return n / 2; }

void refused() {
  [[paraloop]] for (int i = 0; i < unseen(); ++i) use(i); // expected-error {{this part of the loop's header calls code that is out of sight, so it may differ from time to time [paraloop-loop-bound]}} expected-note {{hint: compute it into a variable before the loop}}
  [[paraloop]] for (int i = 0; i < 9; i += unseen()) use(i); // expected-error {{calls code that is out of sight}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < counting(); ++i) use(i); // expected-error {{its variable 'calls' is not a local variable that only this function can name}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < std::rand() % 9; ++i) use(i); // expected-error {{'rand' draws from}} expected-note {{hint}}
}

void accepted(const std::vector<int> &values) {
  int n = 9;
  const int bound = unseen();
  [[paraloop]] for (int i = unseen(); i < bound; ++i) use(i);
  [[paraloop]] for (int i = n++; i < 20; ++i) use(i);
  [[paraloop]] for (int i = 0; i < half(bound); ++i) use(i);
  [[paraloop]] for (int i = std::rand() % 3; i < 2 * i + 9 && i < 20; ++i) use(i);
  [[paraloop]] for (std::size_t i = 0; i < values.size(); ++i) use(values[i]);
}
