// A loop that the syntax tree doesn't have is refused, not forgotten.
//
// RUN: %paraloop %s -- -std=c++17 -fdelayed-template-parsing -Xclang -verify

template <class T> void unused(T n) {
  [[paraloop]] for (T i = 0; i < n; ++i) {} // expected-error {{this loop is not part of any function that the tool can see [paraloop-loop-not-found]}} expected-note {{hint}}
}
