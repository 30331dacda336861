// Constructors and destructors count as calls: also those that nobody wrote, of members, bases and default values.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

static int made = 0;
struct Counted {
  Counted() { ++made; } // expected-note 2 {{changed here}}
};
struct Member { Counted counted; };
struct Derived : Counted {};
struct Numbered { int id = made++; }; // expected-note {{changed here}}
struct Guard {
  int &depth;
  explicit Guard(int &depth) : depth(depth) { ++depth; }
  ~Guard() { --depth; } // expected-note {{changed here}}
};
struct Plain { int x = 3; Plain() { x += 1; } ~Plain() { x = 0; } };

void refused(int n) {
  int depth = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) { Member member; } // expected-error {{is called here and changes 'made'}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) { Derived derived; } // expected-error {{is called here and changes 'made'}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) { Numbered numbered; } // expected-error {{is called here and changes 'made'}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) { Guard guard(depth); } // expected-error {{'~Guard' is called here and changes 'depth'}} expected-note {{hint}}
}

void accepted(int n) {
  int total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    Plain plain;
    total += plain.x;
  }
}
