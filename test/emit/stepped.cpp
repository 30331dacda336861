// A stepped loop's init-statement moves before it; the call of the runtime takes its place.
//
// RUN: %paraloop %s -- -std=c++20 | FileCheck %s --match-full-lines --strict-whitespace
//      CHECK:  { // paraloop: list: broadcast; total: replayed
// CHECK-NEXT:#line 27 "{{.*}}stepped.cpp"
// CHECK-NEXT:    const Node *at = list;
// CHECK-NEXT:    static paraloop::Site paraloop_site("{{.*}}stepped.cpp", 27);
// CHECK-NEXT:PARALOOP_BEGIN_WORKER_COPY
// CHECK-NEXT:#line 28 "{{.*}}stepped.cpp"
// CHECK-NEXT:    const auto paraloop_update_1 = [&](auto &paraloop_value) { total += paraloop_value; };
// CHECK-NEXT:    const auto loop_iterator = [&]({{.*}}paraloop::Iteration &paraloop_iteration) {
// CHECK-NEXT:#line 27 "{{.*}}stepped.cpp"
// CHECK-NEXT:    {
// CHECK-NEXT:    paraloop_iteration.sum(paraloop_update_1, at->value);
// CHECK-NEXT:  }
// CHECK-NEXT:    };
// CHECK-NEXT:PARALOOP_END_WORKER_COPY
// CHECK-NEXT:    for (paraloop::Course paraloop_course(paraloop_site, paraloop::stepped([&] { return static_cast<bool>(at); }, [&] { at = at->next; }), loop_iterator); auto paraloop_leg = paraloop_course.next();)
// CHECK-NEXT:#line 27 "{{.*}}stepped.cpp"
// CHECK-NEXT:{{ *}}for (; paraloop_leg.go() && paraloop_leg.more((at)); at = at->next) {
// CHECK-NEXT:    total += at->value;
// CHECK-NEXT:  } }
struct Node { int value; Node *next; };
void function(const Node *list, long &total) {


  [[paraloop]] for (const Node *at = list; at; at = at->next) {
    total += at->value;
  }
  int i;
  // CHECK:{{ *}}for (i = paraloop_leg.first(); paraloop_leg.inside(i) || paraloop_leg.stops(i < 9); ++i)
  [[paraloop]] for (i = 0; i < 9; ++i)
    total += i;
  const int pair[2] = {1, 2};
  // CHECK:    auto made = total;
  // CHECK:{{ *}}for ( int x : paraloop_leg.rest())
  [[paraloop]] for (auto made = total; int x : pair)
    total += x + made;
}
