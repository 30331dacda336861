// A call of a function out of sight is refused where it could read what the loop changes: a visible global, or a local
// variable whose address was kept.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

extern int total;
int found = 0;
static int hits = 0;
int unseen(int i);
void remember(int *);

void refused(int n) {
  int kept = 0;
  int *address = &kept;
  remember(address);
  [[paraloop]] for (int i = 0; i < n; ++i) total += unseen(i); // expected-error {{the body of 'unseen' is out of sight; it could read 'total', which the loop changes [paraloop-unseen-may-read]}} expected-note {{hint: make 'total' a local variable, or static if it is global}}
  [[paraloop]] for (int i = 0; i < n; ++i) found += unseen(i); // expected-error {{it could read 'found'}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) kept += unseen(i); // expected-error {{it could read 'kept'}} expected-note {{hint}}
  int *behind = &found;
  [[paraloop]] for (int i = 0; i < n; ++i) *behind += unseen(i); // expected-error {{it could read '*behind'}} expected-note {{hint}}
}

void accepted(int n) {
  int sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    sum += unseen(i);
    hits += unseen(i);
  }
  [[paraloop]] for (int i = 0; i < n; ++i) total += i;
  int *behind = &hits;
  [[paraloop]] for (int i = 0; i < n; ++i) *behind += unseen(i);
}
