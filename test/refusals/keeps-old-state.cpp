// A container that keeps something of its old state is carried.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <algorithm>
#include <unordered_map>
#include <vector>

void use(long);
void show(const std::unordered_map<int, int> &);
void show(const std::vector<int> &);

void accepted(int n) {
  std::vector<int> v;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    v.clear();
    v.push_back(i);
    show(v);
  }
}

// clear() keeps the buckets, and with them the order of the elements.
void buckets(int n) {
  std::unordered_map<int, int> m;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    m.clear(); // expected-note {{changed here}}
    m[i] = i;
    show(m); // expected-error {{'m' is read here, but other iterations change it}} expected-note {{hint}}
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
