// An array of which an iteration may read what another one left is carried.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <algorithm>
#include <vector>

void use(long);
long make(int);

void accepted(int n, int m) {
  std::vector<long> row(100);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < m; ++k)
      row[k] = make(k);
    for (int k = 0; k < m; ++k)
      use(row[k]);
  }
}

void oneFurther(int n, int m) {
  std::vector<long> row(100);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < m; ++k) // expected-note {{this loop assigns elements, but maybe not all that are read}}
      row[k] = make(k);
    for (int k = 0; k <= m; ++k)
      use(row[k]); // expected-error {{'row' is read here, but other iterations change it}} expected-note {{hint}}
  }
}

void fromOne(int n) {
  long row[8];
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 1; k < 8; ++k) // expected-note {{maybe not all}}
      row[k] = make(k);
    use(row[0]); // expected-error {{'row' is read here}} expected-note {{hint}}
  }
}

void withBreak(int n, int m) {
  std::vector<long> row(100);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < m; ++k) { // expected-note {{maybe not all}}
      if (make(k) > 3)
        break;
      row[k] = make(k);
    }
    for (int k = 0; k < m; ++k)
      use(row[k]); // expected-error {{'row' is read here}} expected-note {{hint}}
  }
}

void withCondition(int n) {
  long row[8];
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < 8; ++k)
      if (make(k) > 3)
        row[k] = i; // expected-note {{changed here}}
    use(row[2]);    // expected-error {{'row' is read here}} expected-note {{hint}}
  }
}

void withContinue(int n) {
  long row[8];
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < 8; ++k) {
      if (make(k) > 3)
        continue;
      row[k] = i; // expected-note {{changed here}}
    }
    use(row[2]); // expected-error {{'row' is read here}} expected-note {{hint}}
  }
}

void boundsChange(int n) {
  std::vector<long> row(100);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    int m = i % 10;
    for (int k = 0; k < m; ++k) // expected-note {{maybe not all}}
      row[k] = make(k);
    m = 50;
    for (int k = 0; k < m; ++k)
      use(row[k]); // expected-error {{'row' is read here}} expected-note {{hint}}
  }
}

void everySecond(int n) {
  long row[8];
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < 8; k += 2)
      row[k] = i; // expected-note {{changed here}}
    use(row[3]);  // expected-error {{'row' is read here}} expected-note {{hint}}
  }
}

void grows(int n) {
  std::vector<long> row;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    row.push_back(i); // expected-note {{changed here}}
    std::fill(row.begin(), row.end(), 0);
    use(row[0]); // expected-error {{'row' is read here}} expected-note {{hint}}
  }
}
