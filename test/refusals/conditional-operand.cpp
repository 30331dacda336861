// A value that is computed or not, depending on what other iterations did, is refused; a variable's value is not.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

int expensive(int i) { return i * i; }

void refused(int n) {
  bool found = false;
  int best = 0;
  [[paraloop]] for (int i = 0; i < n; ++i)
    found = found || expensive(i) > 7; // expected-error {{whether 'expensive(i) > 7' is evaluated depends on a variable that other iterations change [paraloop-conditional-operand]}} expected-note {{in the statement that changes 'found'}} expected-note {{hint: compute it into a variable of the body first}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    best = best < 9 ? expensive(i) : best; // expected-error {{whether 'expensive(i)' is evaluated depends}} expected-note {{in the statement}} expected-note {{hint}}
}

void accepted(int n) {
  bool found = false;
  int best = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const int value = expensive(i);
    const bool big = value > 7;
    found = found || big;
    best = best < value ? value : best;
    best += i % 2 ? expensive(i) : expensive(i + 1);
  }
}
