// An operand is as large as it can be: the worker computes what names nothing that changes.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s

#include <map>
#include <string>
#include <vector>

int work(int i) { return i * i; }
struct Price { double unit; int count; };

void function(int n, const std::vector<Price> &prices, double rate) {
  long total = 0;
  double sum = 0;
  std::map<std::string, std::vector<int>> lists;
  int hist[10] = {};
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const Price &price = prices[i];
    // CHECK: update at line [[#@LINE+2]]: total += paraloop_operand_1
    // CHECK-NEXT: operand paraloop_operand_1 = work(i) + price.count
    total += work(i) + price.count;
    // CHECK-NEXT: update at line [[#@LINE+2]]: total = total * 2 + i
    // CHECK-NEXT: operand i = i
    total = total * 2 + i;
    // CHECK-NEXT: update at line [[#@LINE+3]]: ++hist[paraloop_operand_1]
    // CHECK-NEXT: operand paraloop_operand_1 = work(i) % 10
    // CHECK-NEXT: update at line
    ++hist[work(i) % 10];
    // CHECK-SAME: [[#@LINE+3]]: lists[std::move(paraloop_operand_1)].push_back(i)
    // CHECK-NEXT: operand paraloop_operand_1 = std::to_string(i % 3)
    // CHECK-NEXT: operand i = i
    lists[std::to_string(i % 3)].push_back(i);
    // CHECK-NEXT: update at line [[#@LINE+2]]: sum += rate
    // CHECK-NOT: operand
    sum += rate;
  }
}
