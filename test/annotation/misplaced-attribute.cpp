// The annotation before anything but a for loop is an error at its place.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify
// RUN: not %paraloop %s -- -std=c++17 -fdiagnostics-parseable-fixits 2>&1 | FileCheck %s

#define PAR [[paraloop]]

[[paraloop]] int variable; // expected-error {{'paraloop' stands before 'int', not before a for loop [paraloop-misplaced-attribute]}} expected-note {{hint: write it directly before 'for'}}
void declared [[paraloop]] (); // expected-error {{before '('}} expected-note {{hint}}
struct [[paraloop]] Class {};  // expected-error {{before 'Class'}} expected-note {{hint}}

void function(bool b) {
  [[paraloop]] while (b) {}    // expected-error {{before 'while'}} expected-note {{hint}}
  [[paraloop]] do {} while (b); // expected-error {{before 'do'}} expected-note {{hint}}
  PAR if (b) {}                // expected-error {{before 'if'}} expected-note {{hint}}
  [[paraloop]] ++variable;     // expected-error {{before '++'}} expected-note {{hint}}
  [[paraloop]] {}              // expected-error {{before '{'}} expected-note {{hint}}
  [[paraloop]] [&] {}();       // expected-error {{before '['}} expected-note {{hint}}
  [[paraloop]] label: for (;;) break; // expected-error {{before 'label'}} expected-note {{hint}}
  goto label;
  // The nearest place to the right one: it can be moved.
  // CHECK-NOT: fix-it:
  // CHECK: fix-it:{{.*}}:{[[#@LINE+2]]:3-[[#@LINE+2]]:6}:"{{\[\[}}paraloop(chunk = 2)]] for"
  // CHECK: fix-it:{{.*}}:{[[#@LINE+1]]:33-[[#@LINE+1]]:57}:""
  for (int i = 0; i < (3); ++i) [[paraloop(chunk = 2)]] {} // expected-error {{before '{'}} expected-note {{hint}}
  // CHECK-NOT: fix-it:
}

[[paraloop]]; // expected-error {{before ';'}} expected-note {{hint}}
