// Two annotations of one loop are an error.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify
// RUN: not %paraloop %s -- -std=c++17 -fdiagnostics-parseable-fixits 2>&1 | FileCheck %s

void use(int);

void function() {
  // The one without options can go; where both have options, that is for people to decide.
  // CHECK: fix-it:{{.*}}:{[[#@LINE+1]]:3-[[#@LINE+1]]:16}:""
  [[paraloop]] [[paraloop(chunk = 2)]] for (int i = 0; i < 3; ++i) use(i); // expected-error {{'paraloop' is given twice for one loop [paraloop-repeated-attribute]}} expected-note {{hint}}
  // CHECK: fix-it:{{.*}}:{[[#@LINE+1]]:13-[[#@LINE+1]]:23}:""
  [[paraloop, paraloop]] for (int i = 0; i < 3; ++i) use(i); // expected-error {{twice}} expected-note {{hint}}
  // CHECK-NOT: fix-it:
  [[paraloop(chunk = 1)]] [[paraloop(chunk = 2)]] for (int i = 0; i < 3; ++i) use(i); // expected-error {{twice}} expected-note {{hint}}
}
