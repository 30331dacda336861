// Where two names may stand for one object, their storage is compared when the loop starts; otherwise it is not.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s

#include <vector>

static int total;

// CHECK: checked at run time: total apart from limit
void globalAndReference(const int &limit, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) if (i < limit) total += i;
}
// CHECK: checked at run time: total apart from limit
void globalAndPointer(const int *limit, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) if (i < *limit) total += i;
}
// CHECK: checked at run time: out apart from in
void twoReferences(const std::vector<int> &in, std::vector<int> &out) {
  [[paraloop]] for (int x : in) if (x) out.push_back(x);
}

// CHECK: update
// CHECK-NOT: checked
void otherTypes(const std::vector<double> &in, std::vector<int> &out, const long *limit) {
  [[paraloop]] for (double x : in) if (x < static_cast<double>(*limit)) out.push_back(static_cast<int>(x));
}
void localVariable(const std::vector<int> &in, const int *limit) {
  std::vector<int> out;
  [[paraloop]] for (int x : in) if (x < *limit) out.push_back(x);
}
