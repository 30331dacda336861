// Loops whose iterations touch the elements of other iterations, beside the nearest loop that doesn't.
//
// RUN: %paraloop %s -o %t.cpp -- -std=c++17 -Xclang -verify -Xclang -verify-ignore-unexpected=note
#include <algorithm>
#include <utility>
#include <vector>

double work(double);

void recurrences(std::vector<double> &a, int n) {
  [[paraloop]] for (int i = 1; i < n; ++i) {
    const double before = a[i - 1]; // expected-error 1+ {{a}}
    a[i] = work(before);
  }
  [[paraloop]] for (int i = 1; i < n; ++i) {
    const double before = a[i];
    a[i] = work(before);
  }
  [[paraloop]] for (int i = 1; i < n - 1; ++i) {
    const double sum = a[i - 1] + a[i + 1]; // expected-error 1+ {{a}}
    a[i] = work(sum);
  }
  std::vector<double> b(n);
  [[paraloop]] for (int i = 1; i < n - 1; ++i) {
    const double sum = a[i - 1] + a[i + 1];
    b[i] = work(sum);
  }
}

void strides(std::vector<double> &a, int n, int k) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const double half = a[i]; // expected-error 1+ {{a}}
    a[2 * i] = work(half);
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const double half = 0.5 * i;
    a[2 * i] = work(half);
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    a[i % k] = i;
    a[i % k] = work(a[i % k]); // expected-error 1+ {{a}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    double slot = i;
    slot = work(slot);
    a[i % k] = slot;
  }
  [[paraloop]] for (int i = 0; i < n; ++i)
    for (int j = 0; j < k; ++j) {
      const double old = a[i * k + j];
      a[i * k + j] = work(old);
    }
}

void rows(std::vector<std::vector<double>> &m, int n) {
  [[paraloop]] for (int i = 1; i < n; ++i)
    for (int j = 1; j < n; ++j) {
      const double left = m[i][j - 1];
      m[i][j] = work(left);
    }
  [[paraloop]] for (int i = 0; i < n; ++i)
    for (int j = 0; j < i; ++j) {
      const double value = work(i * j);
      m[i][j] = value;
      m[j][i] = value;
    }
}

void indirect(std::vector<double> &a, const std::vector<int> &index, int n) {
  double sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    a[index[i]] += i;
    sum += work(a[index[i]]); // expected-error 1+ {{a}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    a[index[i]] += i;
    sum += work(i);
  }
  std::vector<int> histogram(10);
  [[paraloop]] for (int i = 0; i < n; ++i) {
    ++histogram[index[i]];
    if (histogram[0] > 5) sum += work(i); // expected-error 1+ {{histogram}}
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    ++histogram[index[i]];
    if (index[i] == 0) sum += work(i);
  }
}

void exchanges(std::vector<double> &a, std::vector<double> &b, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (work(a[i]) > work(a[i + 1])) std::swap(a[i], a[i + 1]); // expected-error 1+ {{a}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    if (work(a[i]) > work(b[i])) std::swap(a[i], b[i]);
  double window[16] = {};
  [[paraloop]] for (int i = 0; i < n; ++i) {
    window[i % 16] = i;
    double sum = 0;
    for (double w : window) sum += w; // expected-error 1+ {{window}}
    b[i] = work(sum);
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    for (int k = 0; k < 16; ++k) window[k] = i * k;
    double sum = 0;
    for (double w : window) sum += w;
    b[i] = work(sum);
  }
}
