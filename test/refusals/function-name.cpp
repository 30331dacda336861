// The name of the function in the body is refused, because a worker runs another one; not in an assertion.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <cassert>
#include <cstdio>

void function(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    std::printf("%s %d\n", __func__, i); // expected-error {{'__func__' would name another function in a worker [paraloop-function-name]}} expected-note {{hint: copy it into a variable before the loop}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    std::puts(__PRETTY_FUNCTION__); // expected-error {{'__PRETTY_FUNCTION__' would name another function}} expected-note {{hint}}

  const char *name = __func__;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    assert(i < n);
    std::printf("%s %d\n", name, i);
  }
}
