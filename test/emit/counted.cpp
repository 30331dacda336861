// A counted loop becomes a block: site, updates, the workers' copy of the body, and the user's own loop, which starts where
// the part before it ended, and stops where workers take over.
//
// RUN: %paraloop %s -- -std=c++17 | FileCheck %s --match-full-lines --strict-whitespace
//      CHECK:void use(int);
// CHECK-NEXT:#include <paraloop/paraloop.h>
// CHECK-NEXT:#line 29 "{{.*}}counted.cpp"
// CHECK-NEXT:void function(int n, long &total) {
// CHECK-NEXT:  { // paraloop: n: broadcast; total: replayed
// CHECK-NEXT:    static paraloop::Site paraloop_site("{{.*}}counted.cpp", 30);
// CHECK-NEXT:PARALOOP_BEGIN_WORKER_COPY
// CHECK-NEXT:#line 31 "{{.*}}counted.cpp"
// CHECK-NEXT:    const auto paraloop_update_1 = [&](auto &paraloop_value) { total += paraloop_value; };
// CHECK-NEXT:    const auto loop_iterator = [&]({{.*}}int i, {{.*}}paraloop::Iteration &paraloop_iteration) {
// CHECK-NEXT:#line 30 "{{.*}}counted.cpp"
// CHECK-NEXT:    {
// CHECK-NEXT:    paraloop_iteration.sum(paraloop_update_1, i);
// CHECK-NEXT:    use(i);
// CHECK-NEXT:  }
// CHECK-NEXT:    };
// CHECK-NEXT:PARALOOP_END_WORKER_COPY
// CHECK-NEXT:    for (paraloop::Course paraloop_course(paraloop_site, paraloop::counted<int>(0, n, 1, paraloop::less), loop_iterator); auto paraloop_leg = paraloop_course.next();)
// CHECK-NEXT:#line 30 "{{.*}}counted.cpp"
// CHECK-NEXT:{{ *}}for (int i = paraloop_leg.first(); paraloop_leg.go() && paraloop_leg.more((i < n)); ++i) {
// CHECK-NEXT:    total += i;
// CHECK-NEXT:    use(i);
// CHECK-NEXT:  } }
void use(int);
void function(int n, long &total) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    total += i;
    use(i);
  }
}
