// A lambda is looked into where it is called, wherever it was made.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

void refused(int n) {
  int total = 0, calls = 0;
  const auto add = [&](int i) { total += i; };
  const auto read = [&] { return total; }; // expected-note {{read here}}
  auto next = [k = 0]() mutable { return ++k; }; // expected-note {{changed here}}
  [[paraloop]] for (int i = 0; i < n; ++i) add(i); // The parent calls it.
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (read() < 7) total += i; // expected-error {{'operator()' is called here and reads 'total'}} expected-note {{changed here}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) calls += next(); // expected-error {{'operator()' is called here and changes 'k'}} expected-note {{hint}}
}

void accepted(int n) {
  int total = 0, factor = 3;
  const auto times = [&](int i) { return factor * i; };
  [[paraloop]] for (int i = 0; i < n; ++i) {
    int own = 0;
    const auto add = [&own](int x) { own += x; };
    add(i);
    total += times(own);
  }
}
