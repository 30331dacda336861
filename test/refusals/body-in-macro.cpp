// A body of which a macro holds a part is refused; one that uses macros, or is a macro's argument, is not.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#define BODY(x) use(x); use(-x)
#define BLOCK(x) { use(x); use(x + 1); }
#define TWICE(x) (2 * (x))

void use(int);

void function(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    BODY(n); // expected-error {{the body of the loop comes out of a macro [paraloop-body-in-macro]}} expected-note {{hint: write it out}}

  [[paraloop]] for (int i = 0; i < n; ++i) {
    use(TWICE(i));
    BLOCK(i)
  }
  [[paraloop]] for (int i = 0; i < n; ++i)
    BLOCK(i)
}
