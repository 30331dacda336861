// Two annotations of one loop are an error.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

void use(int);

void function() {
  [[paraloop]] [[paraloop(chunk = 2)]] for (int i = 0; i < 3; ++i) use(i); // expected-error {{'paraloop' is given twice for one loop [paraloop-repeated-attribute]}} expected-note {{hint}}
  [[paraloop, paraloop]] for (int i = 0; i < 3; ++i) use(i); // expected-error {{twice}} expected-note {{hint}}
}
