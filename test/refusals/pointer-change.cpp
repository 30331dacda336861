// A change through a pointer or an iterator from outside is refused; a change of the variable itself is not.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <memory>
#include <vector>

struct Stats { int count = 0; };

void refused(int *counter, Stats *stats, const std::unique_ptr<Stats> &owner, std::vector<int>::iterator at, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) ++*counter; // expected-error {{'*counter' is changed through a pointer or an iterator [paraloop-pointer-change]}} expected-note {{another iteration may change the same element here}} expected-note {{hint: change the variable itself, or write into a variable of the body}}
  [[paraloop]] for (int i = 0; i < n; ++i) stats->count += i; // expected-error {{'stats->count' is changed through a pointer}} expected-note {{another iteration}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) owner->count += i; // expected-error {{'owner->count' is changed through a pointer}} expected-note {{another iteration}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) *at += i; // expected-error {{'*at' is changed through a pointer}} expected-note {{another iteration}} expected-note {{hint}}
}

void acceptedElements(int *counter, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) counter[i] = i;
}

void accepted(int n) {
  int counter = 0;
  Stats stats;
  std::vector<int> values(n);
  [[paraloop]] for (int i = 0; i < n; ++i) {
    int own = 0;
    int *pointer = &own;
    *pointer += i;
    counter += own;
    stats.count += own;
    values[i] = own;
  }
}
