// An object of the body may change as it likes; if it refers to something outside, its changes are those of a stranger.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <functional>
#include <utility>
#include <vector>

struct Sum {
  int value = 0;
  void add(int i) { value += i; }
};
struct Adder {
  int &value;
  explicit Adder(int &value) : value(value) {}
  void add(int i) { value += i; } // expected-note {{changed here}}
};
struct Holder { int *pointer; };

void refused(int n) {
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    Adder adder(total);
    adder.add(i); // expected-error {{'add' is called here and changes 'total' [paraloop-callee-changes]}} expected-note {{hint}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    Holder holder{&total};
    *holder.pointer += i; // expected-error {{it can't be told which object is changed here [paraloop-unknown-target]}} expected-note {{hint}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::vector<int *> pointers{&total};
    *pointers[0] += i; // expected-error {{it can't be told which object is changed here}} expected-note {{hint}}
  }
}

void accepted(int n) {
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    Sum sum;
    sum.add(i);
    std::vector<int> own(3, i);
    int *first = own.data();
    first[1] += 2;
    for (int &x : own) x += 1;
    total += sum.value + own[1];
  }
}
