// The generated code is C++17, so a file in an older language is refused, but only if it has an annotated loop.
//
// RUN: %paraloop %s -- -std=c++14 -Xclang -verify
// RUN: %paraloop %s -- -std=c++14 -DPLAIN | diff %s -

void function() {
#ifndef PLAIN
  [[paraloop]] // expected-error@+2 {{an annotated loop needs C++17, and this file is compiled as something older [paraloop-language-too-old]}} expected-note@+2 {{hint: compile it with -std=c++17}}
#endif
  for (int i = 0; i < 3; ++i) {}
}
