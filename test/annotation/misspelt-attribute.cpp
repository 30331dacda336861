// A misspelling close to paraloop is an error, with the right spelling as a repair; compilers would only ignore it.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify
// RUN: not %paraloop %s -- -std=c++17 -fdiagnostics-parseable-fixits 2>&1 | FileCheck %s

void function() {
  // CHECK: fix-it:{{.*}}misspelt-attribute.cpp":{[[#@LINE+1]]:5-[[#@LINE+1]]:12}:"paraloop"
  [[parloop]] for (;;) break; // expected-error {{unknown attribute 'parloop'; did you mean 'paraloop'? [paraloop-misspelt-attribute]}} expected-note {{hint: compilers ignore}}
  [[paralloop]] for (;;) break; // expected-error {{unknown attribute 'paralloop'}} expected-note {{hint}}
  [[Paraloop]] for (;;) break;  // expected-error {{unknown attribute 'Paraloop'}} expected-note {{hint}}
  [[PARALOOP]] for (;;) break;  // expected-error {{unknown attribute 'PARALOOP'}} expected-note {{hint}}
  [[paraloops]] for (;;) break; // expected-error {{unknown attribute 'paraloops'}} expected-note {{hint}}
  [[para_loop(chunk = 2)]] for (;;) break; // expected-error {{unknown attribute 'para_loop'}} expected-note {{hint}}
  [[likely, parallop]] for (;;) break; // expected-error {{unknown attribute 'parallop'}} expected-note {{hint}}
  [[parallel]] for (;;) break; // far enough to be somebody else's
}
