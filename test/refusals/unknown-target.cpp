// A change of an object that can't be told at build time is refused; one of an object that is named is not.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <vector>

int &unseen(int i);
int &pick(int &a, int &b, bool first) { return first ? a : b; }

void refused(int n, int **table) {
  [[paraloop]] for (int i = 0; i < n; ++i) unseen(i) += i; // expected-error {{it can't be told which object is changed here [paraloop-unknown-target]}} expected-note {{hint: change a variable of the body or one that is named directly}}
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const auto change = [](int &x) { ++x; };
    void (*indirect)(int &) = change;
    indirect(unseen(i)); // expected-error {{it can't be told which object is changed here}} expected-note {{'a function pointer' changes it here}} expected-note {{hint}}
  }
}

void accepted(int n) {
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    int a = i, b = i;
    pick(a, b, i % 2) += 3;
    total += a - b;
  }
}
