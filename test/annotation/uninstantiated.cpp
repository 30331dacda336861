// A loop in a template that nothing instantiates stays as it is, with a warning.
//
// RUN: %paraloop %s -o %t.cpp -- -std=c++17 -Xclang -verify
// RUN: diff %s %t.cpp

template <class T> void unused(T n) {
  [[paraloop]] for (T i = 0; i < n; ++i) { // expected-warning {{this template is never instantiated: its annotated loop stays sequential}}
    [[paraloop]] for (T k = 0; k < i; ++k) {}
  }
}
