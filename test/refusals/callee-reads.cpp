// A function that is called in the body and reads what the loop changes is refused, with the read and the change.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

static int found = 0;
static bool enough() { return found > 3; } // expected-note {{read here}}
static bool enoughOf(int count) { return count > 3; }

void use(int);

struct Search {
  int hits = 0;
  int limit = 3;
  bool full() const { return hits >= limit; } // expected-note {{read here}}
  bool small(int i) const { return i < limit; }

  void refused(int n) {
    [[paraloop]] for (int i = 0; i < n; ++i) {
      const bool stop = full(); // expected-error {{'full' is called here and reads 'this->hits', which other iterations change [paraloop-callee-reads]}} expected-note {{hint: hand the function what it needs as an argument}}
      if (!stop) hits += i; // expected-note {{changed here}}
    }
  }
  void accepted(int n) {
    [[paraloop]] for (int i = 0; i < n; ++i)
      if (small(i)) hits += i;
  }
};

void function(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (!enough()) ++found; // expected-error {{'enough' is called here and reads 'found', which other iterations change}} expected-note {{changed here}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (!enoughOf(i)) ++found;
}
