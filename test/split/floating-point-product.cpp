// A floating-point product stays in one expression with the sum that it is added to, in whatever way it is added.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s

void function(int n, double factor, long &count) {
  double total = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const double x = i, y = 2.0 * i;
    // CHECK: update at line [[#@LINE+3]]: total += x * y
    // CHECK-NEXT: operand x = x
    // CHECK-NEXT: operand y = y
    total += x * y;
    // CHECK-NEXT: update at line [[#@LINE+2]]: total -= factor * x
    // CHECK-NEXT: operand x = x
    total -= factor * x;
    // CHECK-NEXT: update at line [[#@LINE+3]]: total = total + x * (paraloop_operand_1)
    // CHECK-NEXT: operand x = x
    // CHECK-NEXT: operand paraloop_operand_1 = y + 1
    total = total + x * (y + 1);
    // A product of whole numbers rounds nothing: the worker computes it.
    // CHECK-NEXT: update at line [[#@LINE+2]]: count += paraloop_operand_1
    // CHECK-NEXT: operand paraloop_operand_1 = i * i
    count += i * i;
  }
  // CHECK: folds floating point
}
