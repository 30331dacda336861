// Patterns that can't run in parallel as they stand: each refusal names the place and says how to change the loop.
//
// RUN: %paraloop %s -o %t.cpp -- -std=c++17 -Xclang -verify -Xclang -verify-ignore-unexpected=note
#include <cmath>
#include <random>
#include <string>
#include <vector>

double work(double);
bool matches(const std::string &text, int i);

// Prefix sums, and nothing else to do.
void sums(std::vector<double> &sums, const std::vector<double> &x, int n) {
  [[paraloop]] for (int i = 1; i < n; ++i)
    sums[i] = sums[i - 1] + x[i]; // expected-error 1+ {{sums}} expected-note 1+ {{hint: }}
}

// Prefix sums whose addition is a function out of sight.
void prefix(std::vector<double> &sums, int n) {
  [[paraloop]] for (int i = 1; i < n; ++i) {
    const double before = sums[i - 1]; // expected-error 1+ {{sums}} expected-note 1+ {{hint: }}
    sums[i] = work(before);
  }
}

// A relaxation in place: the left neighbour is new already.
void relax(std::vector<double> &u, int n) {
  [[paraloop]] for (int i = 1; i < n - 1; ++i) {
    const double around = 0.5 * (u[i - 1] + u[i + 1]); // expected-error 1+ {{'u'}} expected-note 1+ {{hint: }}
    u[i] = work(around);
  }
}

// Monte Carlo with one generator for all.
long inside(int n) {
  long hits = 0;
  std::mt19937 random(1);
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const double x = random() / 4294967296.0; // expected-error 1+ {{random}} expected-note 1+ {{hint: }}
    if (work(x) < 1) ++hits;
  }
  return hits;
}

// A search that stops looking once something is found.
int search(const std::string &text, int n) {
  bool found = false;
  int where = -1;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    if (found) continue; // expected-error 1+ {{found}} expected-note 1+ {{hint: }}
    if (matches(text, i)) {
      found = true;
      where = i;
    }
  }
  return where;
}

// k-means that moves the centers while it assigns, until one is far out.
void assign(const std::vector<double> &x, std::vector<double> &centers, std::vector<int> &label) {
  [[paraloop]] for (std::size_t i = 0; i < x.size(); ++i) {
    int best = 0;
    for (int c = 1; c < 5; ++c)
      if (std::fabs(x[i] - centers[c]) < std::fabs(x[i] - centers[best])) best = c;
    label[i] = best;
    centers[best] += 0.1 * (x[i] - centers[best]);
    if (centers[best] > 100) break; // expected-error 1+ {{centers}} expected-note 1+ {{hint: }}
  }
}

// Word count through one buffer of the program's own.
void lengths(const std::vector<std::string> &lines, std::vector<int> &out) {
  static char buffer[256];
  int used = 0;
  [[paraloop]] for (const std::string &line : lines) {
    for (char c : line) buffer[used++ % 256] = c;
    out.push_back(static_cast<int>(work(buffer[0]))); // In the program, which knows the buffer.
  }
}
