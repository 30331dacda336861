// A bound on the left of the comparison means the same as one on the right.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s

void use(int);

void function(int n) {
  // CHECK: header: counted int i from 0, less n, step 1
  [[paraloop]] for (int i = 0; n > i; ++i) use(i);
  // CHECK: header: counted int i from 0, less_equal n, step 1
  [[paraloop]] for (int i = 0; n >= i; ++i) use(i);
  // CHECK: header: counted int i from n, greater 0, step -1
  [[paraloop]] for (int i = n; 0 < i; --i) use(i);
  // CHECK: header: counted int i from n, greater_equal 0, step -1
  [[paraloop]] for (int i = n; 0 <= i; --i) use(i);
  // CHECK: header: counted int i from 0, not_equal n, step 1
  [[paraloop]] for (int i = 0; n != i; ++i) use(i);
}
