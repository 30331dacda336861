// A change through one of several pointers, or an iterator, from outside is refused; a change of the variable itself, or
// of what one pointer refers to all the time, is not.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <memory>
#include <vector>

struct Stats { int count = 0; };

void refused(Stats **all, std::vector<int>::iterator at, int *end, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) all[i % 2]->count += i; // expected-error {{'all->count' is changed through a pointer or an iterator [paraloop-pointer-change]}} expected-note {{another iteration}} expected-note {{hint: change the variable itself, or write into a variable of the body}}
  [[paraloop]] for (int i = 0; i < n; ++i) *at += i; // expected-error {{'*at' is changed through a pointer}} expected-note {{another iteration}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < *end; ++i) *end -= i; // expected-error {{'*end' is changed through a pointer}} expected-note {{another iteration}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) {
    at += i % 2; // expected-note {{another iteration}}
    *at += i; // expected-error {{'*at' is changed through a pointer}} expected-note {{hint}}
  }
}

void acceptedBehindOnePointer(int *counter, Stats *stats, const std::unique_ptr<Stats> &owner, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) ++*counter;
  [[paraloop]] for (int i = 0; i < n; ++i) stats->count += i;
  [[paraloop]] for (int i = 0; i < n; ++i) owner->count += i;
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
