// Which updates workers may execute in turn, and their nearest neighbours, which the program executes.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s
#include <algorithm>
#include <vector>
double cost(int i) { return 1.0 / (i + 1); }

void plain(int n) {
  double sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) sum += cost(i);
  // CHECK: update at line [[#@LINE-1]]: sum += paraloop_operand_1
  // CHECK-NEXT: operand
  // CHECK-NEXT: in turn: sum
}

void changed_twice(int n) {
  double sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    sum += cost(i);
    sum *= 0.5;
  }
  // CHECK: sum: replayed
  // CHECK-NOT: in turn
}

void read_by_another_update(int n, std::vector<double> &all) {
  double sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    sum += cost(i);
    all.push_back(sum);
  }
  // CHECK: all: replayed
  // CHECK-NOT: in turn
}

void not_local(int n, double &sum) {
  [[paraloop]] for (int i = 0; i < n; ++i) sum += cost(i);
  // CHECK: sum: replayed
  // CHECK-NOT: in turn
}

void address_taken(int n) {
  double sum = 0;
  double *const where = &sum;
  [[paraloop]] for (int i = 0; i < n; ++i) sum += cost(i);
  *where = 1;
  // CHECK: sum: replayed
  // CHECK-NOT: in turn
}

struct Rational {
  long top, bottom;
  Rational &operator+=(double);
};
void of_a_class(int n) {
  Rational sum{0, 1};
  [[paraloop]] for (int i = 0; i < n; ++i) sum += cost(i);
  // CHECK: sum: replayed
  // CHECK-NOT: in turn
}

void with_a_function_of_the_library(int n) {
  double least = 1e9;
  [[paraloop]] for (int i = 0; i < n; ++i) least = std::min(least, cost(i));
  // CHECK: update at line [[#@LINE-1]]: least = std::min(least, {{.*}}
  // CHECK-NEXT: operand
  // CHECK-NEXT: in turn: least
}

double mixed(double, double);
void with_a_function_out_of_sight(int n) {
  double sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) sum = mixed(sum, cost(i));
  // CHECK: update at line [[#@LINE-1]]: sum = mixed(sum, {{.*}})
  // CHECK-NOT: in turn
}

void beside_one_that_may_throw(int n, std::vector<int> &all) {
  double sum = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    all.at(i % 7) = i;
    sum += all.at(0) * cost(i);
  }
  // CHECK: an update may throw
  // CHECK-NOT: in turn
}

void more_than_there_is_room_for(int n) {
  long double a = 0, b = 0, c = 0, d = 0;
  double e = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    a += cost(i);
    b -= cost(i);
    c += cost(i) * cost(i);
    d *= cost(i);
    e += cost(i);
  }
  // CHECK: in turn: a
  // CHECK: in turn: b
  // CHECK: in turn: c
  // CHECK: in turn: d
  // CHECK-NOT: in turn
}
// CHECK: folds floating point
