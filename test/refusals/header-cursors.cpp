// Headers with pointers and iterators: what other iterations reach as well, beside the nearest neighbour.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <list>
#include <map>
#include <vector>

double f(double x) { return x * 3 + 1; }

void neighbours(double *a, int n) {
  [[paraloop]] for (double *p = a + 1; p != a + n; ++p)
    *p = p[-1] + 1; // expected-error {{'*a' is changed through a pointer}} expected-note {{another iteration may read the same element here}} expected-note {{hint}}
  [[paraloop]] for (double *p = a + 1; p != a + n; ++p) *p = p[0] + 1;
}

void strides(double *a, int n) {
  [[paraloop]] for (double *p = a; p < a + n; p += 2)
    p[2] = p[0] + 1; // expected-error {{'*a' is changed through a pointer}} expected-note {{another iteration may read the same element here}} expected-note {{hint}}
  [[paraloop]] for (double *p = a; p < a + n; p += 2) p[1] = p[0] + 1;
}

void twoSpeeds(double *a, int n) {
  [[paraloop]] for (double *p = a, *q = a; p < a + n; ++p, q += 2)
    *p = f(*q); // expected-error {{'*a' is changed through a pointer}} expected-note {{another iteration may read the same element here}} expected-note {{hint}}
}

void header(double *a) {
  [[paraloop]] for (double *p = a; *p != 0; ++p)
    *p = f(*p); // expected-error {{'*a' is changed through a pointer}} expected-note {{hint}}
  [[paraloop]] for (double *p = a; *p != 0; ++p) f(*p);
}

void others(std::list<double> &l, std::map<int, double> &m) {
  [[paraloop]] for (auto it = l.begin(); it != l.end(); ++it) { // expected-error {{carries what other iterations made of 'l' into 'it'}} expected-note {{hint}}
    auto next = it;
    if (++next != l.end())
      *next = f(*it); // expected-note {{changed here}}
  }
  [[paraloop]] for (auto it = m.begin(); it != m.end(); ++it) // expected-error {{carries what other iterations made of 'm' into 'it'}} expected-note {{hint}}
    it->second = f(m.begin()->second); // expected-note {{changed here}}
  [[paraloop]] for (auto it = m.begin(); it != m.end(); ++it) it->second = f(it->second);
}
