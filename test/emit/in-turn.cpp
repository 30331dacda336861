// An update that touches nothing but local numbers is executed by the workers: the body writes its operands to a tape.
// A body that does nothing else gets no Iteration.
//
// RUN: %paraloop %s -- -std=c++17 | FileCheck %s --match-full-lines --strict-whitespace
//      CHECK:    const auto paraloop_update_1 = [&](auto &paraloop_operand_1) { sum -= paraloop_operand_1; };
//      CHECK:    const auto paraloop_update_2 = [&](const auto &x, auto &i) { if (x < least) { least = x; at = i; } };
//      CHECK:    const auto loop_iterator = [&]({{.*}}int i, {{.*}}auto &paraloop_tape_1, {{.*}}auto &paraloop_tape_2) {
// CHECK-NEXT:#line [[#]] "{{.*}}in-turn.cpp"
// CHECK-NEXT:    {
// CHECK-NEXT:    const double x = cost(i);
// CHECK-NEXT:    paraloop_tape_1.add(-(x * x));
// CHECK-NEXT:    paraloop_tape_2.add(x, i);
// CHECK-NEXT:  }
// CHECK-NEXT:    };
//      CHECK:{{.*}}, paraloop::in_turn(paraloop_update_1, sum), paraloop::in_turn(paraloop_update_2, least, at)); {{.*}}
double cost(int);
double function(int n) {
  double sum = 0, least = 1e9;
  int at = -1;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const double x = cost(i);
    sum -= -(x * x);
    if (x < least) { least = x; at = i; }
  }
  return sum + least + at;
}
