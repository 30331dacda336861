// Fields of the object and of its parts have roles of their own: one is replayed, its neighbour only read.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s

#include <vector>

struct Limits { int low, high; };
struct Report {
  Limits limits{0, 9};
  Limits found{9, 0};
  std::vector<int> hits;
  static int calls;

  void run(int n) {
    // CHECK-DAG: {{^}}  calls: replayed, int
    // CHECK-DAG: {{^}}  this->found.high: written, int
    // CHECK-DAG: {{^}}  this->hits: replayed, std::vector<int>
    // CHECK-DAG: {{^}}  this->limits.high: broadcast, int
    // CHECK-DAG: {{^}}  this->limits.low: broadcast, int
    [[paraloop]] for (int i = 0; i < n; ++i) {
      if (i < limits.low || this->limits.high < i) continue;
      ++calls;
      hits.push_back(i);
      found.high = i;
    }
  }
};

void function(int n) { Report().run(n); }
