// Elements that two iterations may touch, each beside its nearest neighbour that is accepted. The changes go through
// iterators, so that they can't be replayed.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <vector>

using Cursor = std::vector<double>::iterator;

void neighbours(Cursor a, int n) {
  [[paraloop]] for (int i = 1; i < n; ++i)
    a[i] = a[i - 1] + 1; // expected-error {{'*a' is changed through a pointer}} expected-note@-0 {{another iteration may read the same element here}} expected-note {{hint}}
  [[paraloop]] for (int i = 1; i < n; ++i) a[i] = a[i] + 1;
}

void strides(Cursor a, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    a[2 * i] = i; // expected-error {{'*a' is changed through a pointer}} expected-note {{hint}}
    a[2 * i + 1] =  // expected-error {{'*a' is changed through a pointer}} expected-note {{hint}}
        a[2 * i + 2]; // expected-note 2 {{another iteration may read the same element here}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    a[2 * i] = i;
    a[2 * i + 1] = a[2 * i];
  }
}

void rows(Cursor a, int n, int m) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    for (int j = 0; j <= m; ++j)
      a[i * m + j] *= 2; // expected-error {{'*a' is changed through a pointer}} expected-note {{another iteration may change the same element here}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    for (int j = 0; j < m; ++j) a[i * m + j] *= 2;
}

void remainders(Cursor a, int n, int k) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    a[i % k] += i; // expected-error {{'*a' is changed through a pointer}} expected-note {{another iteration may change the same element here}} expected-note {{hint}}
}

void rowPointers(double **a, std::vector<std::vector<double>> &b, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    a[i / 2][0] += i; // expected-error {{'*a' is changed through a pointer}} expected-note {{another iteration may change the same element here}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    a[i][0] = a[i + 1][0] + i; // expected-error {{'*a' is changed through a pointer}} expected-note {{another iteration may read the same element here}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) a[i][0] += i;
  [[paraloop]] for (int i = 0; i < n; ++i) b[i][0] += i;
}

void changedIndex(Cursor a, int n, int m) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    for (int j = 0; j < m; ++j) {
      if (i > 3) ++j;
      a[i * m + j] += i; // expected-error {{'*a' is changed through a pointer}} expected-note {{another iteration may change the same element here}} expected-note {{hint}}
    }
}

inline void shift(double *p) { p[0] = p[1] + 1; }
inline void twice(double &x) { x = x * 2; }
void callees(double *a, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    shift(a + i); // expected-error {{'shift' is called here and changes '*a'}} expected-note@-4 {{changed here}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) twice(a[i]);
}

void overlapping(double *out, const double *in, const int *order, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    out[order[i]] =        // expected-note {{changed here}}
        in[order[i] + 1]; // expected-error {{'*in' may refer to '*out', which the loop changes}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i) out[i] = in[order[i]];
  [[paraloop]] for (int i = 0; i < n; ++i) out[order[i]] = in[i];
  [[paraloop]] for (int i = 0; i < n; ++i) out[i] = in[i + 1] + in[n - 1 - i];
}

void restricted(double *__restrict out, const double *in, const int *order, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) out[i] = in[order[i]];
}
