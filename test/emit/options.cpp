// The options of the attribute, and the checks when the loop starts, are handed to the runtime.
//
// RUN: %paraloop %s -- -std=c++17 | FileCheck %s
// CHECK: paraloop_site("{{.*}}options.cpp", 13, paraloop::Options().num_processes(8).chunk(16).timeout(std::chrono::nanoseconds(30000000000)));
// CHECK: loop_iterator, paraloop::apart(total, limit));
// CHECK: paraloop_site("{{.*}}options.cpp", 15);
// CHECK: loop_iterator, paraloop::exact_floating_point);

static int total = 0;

double function(int n, const int &limit) {
  double sum = 0;
  [[paraloop(num_processes = 8, chunk = 16, timeout = 30s)]] for (int i = 0; i < n; ++i)
    if (i < limit) total += i;
  [[paraloop]] for (int i = 0; i < n; ++i) sum += i * 0.5;
  return sum;
}
