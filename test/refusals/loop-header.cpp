// A header that changes more than its own local variables is refused: every worker runs it. Neighbours are accepted.
//
// RUN: %paraloop %s -- -std=c++20 -Xclang -verify

#include <cstdio>
#include <map>
#include <vector>

void use(double);
int next();
struct Node { Node *next; };
Node *current;
int position;
struct Walk {
  int at;
  void refused() {
    [[paraloop]] for (at = 0; at < 3; ++at) use(1); // expected-error {{workers can't step through this loop on their own: it changes 'this->at' [paraloop-loop-header]}} expected-note {{hint: let the condition and the increment change nothing but local variables}}
  }
  void accepted() {
    [[paraloop]] for (int i = 0; i < at; ++i) use(1);
  }
};

void refused(std::vector<int> &queue, int *cell, int n, int &shared) {
  int others = 0, seen = 0;
  int *const elsewhere = &seen;
  [[paraloop]] for (; current; current = current->next) use(0); // expected-error {{its variable 'current' is not a local variable that only this function can name}} expected-note {{hint}}
  [[paraloop]] for (position = 0; position < n; ++position) use(0); // expected-error {{its variable 'position' is not a local variable}} expected-note {{hint}}
  [[paraloop]] for (shared = 0; shared < n; ++shared) use(0); // expected-error {{its variable 'shared' is not a local variable}} expected-note {{hint}}
  [[paraloop]] for (seen = 0; seen < n; ++seen) use(*elsewhere); // expected-error {{its variable 'seen' is not a local variable}} expected-note {{hint}}
  [[paraloop]] for (; !queue.empty(); queue.pop_back()) use(queue.back()); // expected-error {{its variable 'queue' is not a local variable}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i, ++*cell) use(i); // expected-error {{it changes '*cell'}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; std::printf("%d\n", i) && i < n; ++i) use(i); // expected-error {{it prints}} expected-note {{hint}}
  [[paraloop]] for (static int i = 0; i < n; ++i) use(i); // expected-error {{its variable is static}} expected-note {{hint}}
  [[paraloop]] for (; Node *at = current;) break; // expected-error {{its condition declares a variable}} expected-note {{hint}}
  const auto count = [&] { return ++others; };
  [[paraloop]] for (others = 0; others < n; ++others) use(count()); // expected-error {{its variable 'others' is not a local variable}} expected-note {{hint}}
  [[paraloop]] for (auto [i, j] = std::pair(0, n); i < j; ++i) use(i); // expected-error {{it declares something else than plain variables}} expected-note {{hint}}
#define TWO_PARTS i < n; ++i
  [[paraloop]] for (int i = 0; TWO_PARTS) use(i); // expected-error {{a macro holds more than one part of it}} expected-note {{hint}}
}

void accepted(std::vector<int> queue, Node *list, const int (&pair)[2], int n) {
  int k = 0;
  [[paraloop]] for (k = next(); k < 3; ++k) use(k);
  [[paraloop]] for (;;) break;
  [[paraloop]] for (int i = 0, j = 3; i < j; ++i) use(j);
  [[paraloop]] for (Node *at = list; at; at = at->next) use(0);
  [[paraloop]] for (; list; list = list->next) use(0);
  [[paraloop]] for (double x = 0; x < 1; x += 0.1) use(x);
  [[paraloop]] for (int i{0}; i < 3 && k; ++i) use(i);
  [[paraloop]] for (int i = 1; i < 9; i *= 2) use(i);
  [[paraloop]] for (; !queue.empty(); queue.pop_back()) use(queue.back());
  [[paraloop]] for (int first = 2; int x : pair) use(x + first);
#define PART i < n
  [[paraloop]] for (int i = 0; PART; ++i) use(i);
}
