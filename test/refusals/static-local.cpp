// A static variable of the body, or of a function that is called, is refused; a constant one is not.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

void use(int);
int numbered() {
  static int next = 0;
  return ++next; // expected-note {{changed here}}
}
int power(int i) {
  static const int powers[] = {1, 2, 4, 8};
  return powers[i % 4];
}

void function(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    static int calls = 0; // expected-error {{the static variable 'calls' lives on from iteration to iteration [paraloop-static-local]}} expected-note {{hint: declare it without 'static', or const before the loop}}
    use(++calls); // expected-error 0-1 {{'use(++calls)' can't be replayed}} expected-note 0+ {{}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) use(numbered()); // expected-error {{'numbered' is called here and changes 'next'}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) {
    static const int table[] = {3, 1};
    constexpr static int offset = 4;
    int calls = 0;
    use(++calls + table[i % 2] + offset + power(i));
  }
}
