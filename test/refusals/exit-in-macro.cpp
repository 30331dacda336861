// A break, continue or return that a macro hides is refused; one in a macro's argument would be, too.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#define CHECK(condition) if (!(condition)) return
#define SKIP_IF(condition) if (condition) continue
#define FIRST_ONLY break

bool good(int i);
void use(int);

void refused(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    CHECK(good(i)); // expected-error {{this exit is written inside of a macro [paraloop-exit-in-macro]}} expected-note {{hint: write the break, continue or return out}}
    SKIP_IF(i % 2); // expected-error {{this exit is written inside of a macro}} expected-note {{hint}}
    FIRST_ONLY; // expected-error {{this exit is written inside of a macro}} expected-note {{hint}}
  }
}

void accepted(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    if (!good(i)) return;
    if (i % 2) continue;
    for (int k = 0; k < i; ++k) {
      SKIP_IF(k % 2);
      FIRST_ONLY;
    }
    use(i);
    break;
  }
}
