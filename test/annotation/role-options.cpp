// Roles are parsed like other options; each mistake is an error at its place.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

void function(int n) {
  [[paraloop(sum)]] for (;;) break;            // expected-error {{'sum' names no variable [paraloop-bad-option-syntax]}} expected-note {{hint: write options as 'name = value' and roles as 'role(variable, ...)'}}
  [[paraloop(sum = n)]] for (;;) break;        // expected-error {{'sum' names no variable}} expected-note {{hint}}
  [[paraloop(sum())]] for (;;) break;          // expected-error {{'sum' names no variable}} expected-note {{hint}}
  [[paraloop(sum(n,))]] for (;;) break;        // expected-error {{'' is not the name of a variable}} expected-note {{hint}}
  [[paraloop(sum(n + 1))]] for (;;) break;     // expected-error {{'n + 1' is not the name of a variable}} expected-note {{hint}}
  [[paraloop(sum(n->))]] for (;;) break;       // expected-error {{'n ->' is not the name of a variable}} expected-note {{hint}}
  [[paraloop(sum(n n))]] for (;;) break;       // expected-error {{'n n' is not the name of a variable}} expected-note {{hint}}
  [[paraloop(sum(n[0]))]] for (;;) break;      // expected-error {{'n [ 0 ]' is not the name of a variable}} expected-note {{hint}}
  [[paraloop(sum(n), last(n))]] for (;;) break; // expected-error {{'n' is named in 'sum' and again in 'last' [paraloop-repeated-role]}} expected-note {{hint: name it once}}
  [[paraloop(sum(n, n))]] for (;;) break;      // expected-error {{'n' is named in 'sum' and again in 'sum'}} expected-note {{hint}}
  [[paraloop(sums(n))]] for (;;) break;        // expected-error {{unknown option 'sums'; did you mean 'sum'?}} expected-note {{last, private, shared, independent, ignore}}
}
