// A change that is written inside of a macro is refused; an argument of a macro may take part.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#define COUNT(counter) ++counter
#define ADD(counter, value) counter += (value)
#define MORE 5

int work(int i) { return i; }

void refused(int n, int &total) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    COUNT(total); // expected-error {{this change is written inside of a macro [paraloop-update-in-macro]}} expected-note {{in the statement that changes 'total'}} expected-note {{hint: write it out}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    ADD(total, work(i)); // expected-error {{this change is written inside of a macro}} expected-note {{in the statement}} expected-note {{hint}}
}

void accepted(int n) {
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i)
    total += MORE;
}
