// The plan is printed as JSON: header, variables with their roles, updates with their operands.
//
// RUN: %paraloop --print=plan --format=json %s -- -std=c++17 | FileCheck %s
#include <vector>

void function(const std::vector<double> &prices, double factor, double &out) {
  double total = 0;
  [[paraloop(chunk = 5)]] for (int i = 0; i < 100; i += 2)
    total += prices[i] * factor;
  out = total;
}

// CHECK:       "apart": [],
// CHECK-NEXT:  "chunk": 5,
// CHECK:       "folds_floating_point": true,
// CHECK-NEXT:  "guards": [],
// CHECK-NEXT:  "header": {
// CHECK-DAG:   "bound": "100"
// CHECK-DAG:   "relation": "less"
// CHECK-DAG:   "step": "2"
// CHECK-DAG:   "variable": "int i"
// CHECK:       "operands": [
// CHECK:       "parameter": "paraloop_operand_1",
// CHECK-NEXT:  "text": "prices[i]"
// CHECK:       "statement": "total += paraloop_operand_1 * factor"
// CHECK:       "name": "total",
// CHECK-NEXT:  "role": "replayed",
// CHECK-NEXT:  "type": "double"
