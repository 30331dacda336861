// A macro that holds the annotation and something else is refused: it can't be removed from the one without the other.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#define BOTH [[likely]] [[paraloop]]
#define STATEMENT use(1); [[paraloop]]

void use(int);

void function() {
  BOTH for (int i = 0; i < 3; ++i) use(i);      // expected-error {{the macro 'BOTH' holds more than the annotation}} expected-note {{hint: give the annotation a macro of its own}}
  STATEMENT for (int i = 0; i < 3; ++i) use(i); // expected-error {{the macro 'STATEMENT' holds more than the annotation, or only a part of it [paraloop-attribute-in-macro]}} expected-note {{hint}}
}
