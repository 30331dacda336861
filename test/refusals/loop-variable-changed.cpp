// A body that changes a variable of the loop's header is refused; a copy of an element may be changed.
//
// RUN: %paraloop %s -- -std=c++20 -Xclang -verify

#include <vector>

void use(int);
void skip(int &i) { ++i; }

struct Node { int value; Node *next; };

void stepped(Node *list, int n, const std::vector<int> &values) {
  [[paraloop]] for (Node *at = list; at;) {
    use(at->value);
    at = at->next; // expected-error {{the body changes the loop's own variable 'at'}} expected-note {{hint}}
  }
  [[paraloop]] for (int i = 0, last = n; i < last; ++i) {
    if (i == 5) --last; // expected-error {{the body changes the loop's own variable 'last'}} expected-note {{hint}}
  }
  int k;
  [[paraloop]] for (k = 0; k < n; k += 2) {
    if (k == 5) skip(k); // expected-error {{the body changes the loop's own variable 'k'}} expected-note {{hint}}
  }
  [[paraloop]] for (int count = 0; int value : values) {
    use(value + count++); // expected-error {{the body changes the loop's own variable 'count'}} expected-note {{hint}}
  }
  [[paraloop]] for (Node *at = list; at; at = at->next) {
    Node *other = at;
    other = other->next;
    if (other) use(other->value);
  }
  int j;
  [[paraloop]] for (j = 0; j < n; j += 2) {
    int copy = j;
    skip(copy);
    use(copy);
  }
}

void function(const std::vector<int> &values) {
  [[paraloop]] for (int i = 0; i < 9; ++i) {
    if (values[i] == 0) ++i; // expected-error {{the body changes the loop's own variable 'i' [paraloop-loop-variable-changed]}} expected-note {{hint: change a copy of it}}
    use(values[i]);
  }
  [[paraloop]] for (int i = 0; i < 9; ++i) {
    skip(i); // expected-error {{the body changes the loop's own variable 'i'}} expected-note {{hint}}
  }
  [[paraloop]] for (int i = 0; i < 9; ++i) {
    int at = i;
    if (values[at] == 0) skip(at);
    use(values[at]);
  }
  [[paraloop]] for (int value : values) {
    value += 2;
    use(value);
  }
}
