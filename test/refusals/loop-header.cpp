// A loop whose iterations can't be counted in advance is refused, with what is missing from its header.
//
// RUN: %paraloop %s -- -std=c++20 -Xclang -verify

void use(double);
int n();
enum Color { red, green };
struct Node { Node *next; };

void refused(Node *list, const int (&pair)[2]) {
  int k = 0;
  [[paraloop]] for (k = 0; k < 3; ++k) use(k); // expected-error {{this loop can't be counted: it doesn't declare exactly one variable [paraloop-loop-header]}} expected-note {{hint: write it as}}
  [[paraloop]] for (;;) break; // expected-error {{it doesn't declare exactly one variable}} expected-note {{hint}}
  [[paraloop]] for (int i = 0, j = 3; i < j; ++i) use(j); // expected-error {{it doesn't declare exactly one variable}} expected-note {{hint}}
  [[paraloop]] for (Node *at = list; at; at = at->next) use(0); // expected-error {{its variable is not an integer with a first value}} expected-note {{hint}}
  [[paraloop]] for (double x = 0; x < 1; x += 0.1) use(x); // expected-error {{its variable is not an integer with a first value}} expected-note {{hint}}
  [[paraloop]] for (int i{0}; i < 3; ++i) use(i); // expected-error {{its first value is not written with '='}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < 3 && k; ++i) use(i); // expected-error {{its condition doesn't compare its variable with a bound}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i * i < 9; ++i) use(i); // expected-error {{its condition doesn't compare its variable with a bound}} expected-note {{hint}}
  [[paraloop]] for (int i = 3; i; --i) use(i); // expected-error {{its condition doesn't compare its variable with a bound}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < 2.5; ++i) use(i); // expected-error {{its bound is not an integer}} expected-note {{hint}}
  [[paraloop]] for (int i = 1; i < 9; i *= 2) use(i); // expected-error {{its increment is none of ++i, --i, i += step, i -= step}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < 9; i = i + 1) use(i); // expected-error {{its increment is none of}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < 9;) use(i++); // expected-error {{its increment is none of}} expected-note {{hint}}
  [[paraloop]] for (int first = 2; int x : pair) use(x + first); // expected-error {{it has an init-statement}} expected-note {{hint}}
}

void accepted() {
  [[paraloop]] for (int i = 0; i < 3; ++i) use(i);
  [[paraloop]] for (unsigned long i = 9; 2 < i; i -= 2) use(i);
  [[paraloop]] for (auto i = 0L; i != green; i++) use(i);
}
