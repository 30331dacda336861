// What an iteration may read before it has assigned it is carried.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <string>
#include <unordered_map>
#include <vector>

void use(long);
void show(const std::string &);
void show(const std::unordered_map<int, int> &);
long make(int);
int look(std::string &);

void maybe(int i, long &out) {
  if (i > 3)
    out = i; // expected-note {{changed here}}
}

void accepted(int n) {
  long t;
  std::string line;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    t = make(i);
    line.clear();
    line += "x";
    show(line);
    use(t);
  }
}

void onePath(int n) {
  long t = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    if (i % 2)
      t = make(i); // expected-note {{assigned here, but not on every way to the read}}
    use(t);        // expected-error {{'t' is read here, but other iterations change it}} expected-note {{hint}}
  }
}

void noDefault(int n) {
  long t = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    switch (i % 3) {
    case 0:
      t = make(i); // expected-note {{not on every way}}
      break;
    case 1:
      t = 1;
    }
    use(t); // expected-error {{'t' is read here}} expected-note {{hint}}
  }
}

void readFirst(int n) {
  long t = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    use(t);      // expected-error {{'t' is read here}} expected-note {{hint}}
    t = make(i); // expected-note {{not on every way}}
  }
}

void inCallee(int n) {
  long t = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    maybe(i, t); // expected-error {{'maybe' is called here and changes 't'}} expected-note {{hint}}
    use(t);
  }
}

void inZeroTrips(int n) {
  long t = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < i; ++k)
      t = make(k); // expected-note {{not on every way}}
    use(t);        // expected-error {{'t' is read here}} expected-note {{hint}}
  }
}

void inHandler(int n) {
  long t = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    try {
      t = make(i); // expected-note {{not on every way}}
    } catch (int) {
    }
    use(t); // expected-error {{'t' is read here}} expected-note {{hint}}
  }
}

// clear() keeps the buckets, and with them the order of the elements.
void buckets(int n) {
  std::unordered_map<int, int> m;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    m.clear(); // expected-note {{changed here}}
    m[i] = i;
    show(m); // expected-error {{'m' is read here}} expected-note {{hint}}
  }
}

// expected-note@* 0+ {{}}
