// A loop that a macro holds is refused: an edit would change every use of the macro.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#define FOR_EACH(n) for (int i = 0; i < n; ++i)
#define WHOLE [[paraloop]] for (int i = 0; i < 3; ++i)
#define SAME(statement) statement

void use(int);

void function() {
  [[paraloop]] FOR_EACH(3) use(i); // expected-error {{this loop is written inside of the macro 'FOR_EACH' [paraloop-loop-in-macro]}} expected-note {{hint}}
  WHOLE use(i);                    // expected-error {{inside of the macro 'WHOLE'}} expected-note {{hint}}
  SAME([[paraloop]] for (int i = 0; i < 3; ++i) use(i);) // expected-error {{inside of the macro 'SAME'}} expected-note {{hint}}
}
