// A function in sight is looked into, however deep: what it changes and reads is known at the call.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

static int count = 0;
static int limit = 3;
static int &counter() { return count; }
static void deepest() { count = count * 2 + 1; } // expected-note 2 {{changed here}}
static void deeper(int i) { if (i > 0) deepest(); }
static int even(int i);
static int odd(int i) { deeper(i); return i == 0 ? 0 : even(i - 1); }
static int even(int i) { return i == 0 ? 1 : odd(i - 1); }
static int below(int i) { return i < limit ? i : limit; }
static int withDefault(int i, int j = limit) { return i + j; }

void refused(int n) {
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) total += odd(i); // expected-error {{'odd' is called here and changes 'count' [paraloop-callee-changes]}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) total += even(i); // expected-error {{'even' is called here and changes 'count'}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) deeper(i); // All of it in the parent.
  [[paraloop]] for (int i = 0; i < n; ++i) counter() += i; // In the parent, where it is the same counter.
}

void accepted(int n) {
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) total += below(i) + withDefault(i);
}
