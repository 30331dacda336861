// A whole number that is only added to stays in the workers' copy of the body: it adds to a part of its own.
//
// RUN: %paraloop %s -- -std=c++17 | FileCheck %s --match-full-lines --strict-whitespace
//      CHECK:  { // paraloop: bits: folded; count: folded; n: broadcast
//      CHECK:    const auto loop_iterator = [&]({{.*}}int i, {{.*}}paraloop::Iteration &paraloop_iteration) {
// CHECK-NEXT:      auto paraloop_part_1 = paraloop::sum_part(count);
// CHECK-NEXT:      auto paraloop_part_2 = paraloop::or_part(bits);
// CHECK-NEXT:#line [[#]] "{{.*}}folded.cpp"
// CHECK-NEXT:    {
// CHECK-NEXT:    if (use(i)) ++paraloop_part_1;
// CHECK-NEXT:    paraloop_part_2 |= 1u << i % 32;
// CHECK-NEXT:  }
// CHECK-NEXT:    };
//      CHECK:{{.*}}, loop_iterator, true, paraloop::sum_of_parts(count), paraloop::or_of_parts(bits)); {{.*}}
//      CHECK:{{ *}}for (int i = paraloop_leg.first(); {{.*}}; ++i) {
// CHECK-NEXT:    if (use(i)) ++count;
// CHECK-NEXT:    bits |= 1u << i % 32;
// CHECK-NEXT:  } }
bool use(int);
long function(int n) {
  long count = 0;
  unsigned bits = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    if (use(i)) ++count;
    bits |= 1u << i % 32;
  }
  return count + bits;
}
