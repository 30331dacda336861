// A change whose value the body goes on with is refused; the same change as a statement of its own is not.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <map>
#include <set>

void use(int);

void refused(int n) {
  int next = 0;
  std::set<int> seen;
  std::map<int, int> names;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const int id = next++; // expected-error {{the value of this change of 'next' is used [paraloop-change-value-used]}} expected-note {{hint: make the change a statement of its own; read an entry of a map with at() or find(), which don't insert}}
    use(id);
  }
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (seen.insert(i % 7).second) use(i); // expected-error {{the value of this change of 'seen' is used}} expected-note {{hint: make}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (names[i] > 0) use(i); // expected-error {{the value of this change of 'names' is used}} expected-note {{hint: make}}
}

void accepted(int n, const std::map<int, int> &names) {
  int next = 0;
  std::set<int> seen;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    next++;
    seen.insert(i % 7);
    use(names.at(i));
  }
}
