// A timeout is a number with its unit.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

void function() {
  [[paraloop(timeout = 3)]] for (;;) break;     // expected-error {{'3' is not a value for option 'timeout'}} expected-note {{hint: write a number with its unit (ns, us, ms, s, min or h), such as 30s, 1.5s or 500ms}}
  [[paraloop(timeout = 0s)]] for (;;) break;    // expected-error {{'0s' is not}} expected-note {{hint}}
  [[paraloop(timeout = -3s)]] for (;;) break;   // expected-error {{'-3s' is not}} expected-note {{hint}}
  [[paraloop(timeout = 1.s)]] for (;;) break;   // expected-error {{'1.s' is not}} expected-note {{hint}}
  [[paraloop(timeout = 1.2.3s)]] for (;;) break; // expected-error {{'1.2.3s' is not}} expected-note {{hint}}
  [[paraloop(timeout = 3d)]] for (;;) break;    // expected-error {{'3d' is not}} expected-note {{hint}}
  [[paraloop(timeout = 0.5ns)]] for (;;) break; // expected-error {{'0.5ns' is not}} expected-note {{hint}}
  [[paraloop(timeout = 9999999h)]] for (;;) break; // expected-error {{'9999999h' is not}} expected-note {{hint}}
}
