// The options of the attribute, and the checks when the loop starts, are handed to the runtime.
//
// RUN: %paraloop %s -- -std=c++17 | FileCheck %s
// CHECK: paraloop_site("{{.*}}options.cpp", 16, paraloop::Options().num_processes(8).chunk(16).timeout(std::chrono::nanoseconds(30000000000)));
// CHECK: loop_iterator, paraloop::apart(total, limit));
// CHECK: paraloop_site("{{.*}}options.cpp", 18);
// CHECK: loop_iterator, paraloop::exact_floating_point);
// CHECK: paraloop_site("{{.*}}options.cpp", 19, paraloop::Options().timeout(std::chrono::nanoseconds(500000000)).retries(3).on_crash(paraloop::OnCrash::error).on_timeout(paraloop::OnTimeout::skip).progress());
// CHECK: paraloop_site("{{.*}}options.cpp", 20, paraloop::Options().retries(0).on_crash(paraloop::OnCrash::native));
// CHECK: paraloop_site("{{.*}}options.cpp", 21, paraloop::Options().on_crash(paraloop::OnCrash::retry).progress());

static int total = 0;

double function(int n, const int &limit) {
  double sum = 0;
  [[paraloop(num_processes = 8, chunk = 16, timeout = 30s)]] for (int i = 0; i < n; ++i)
    if (i < limit) total += i;
  [[paraloop]] for (int i = 0; i < n; ++i) sum += i * 0.5;
  [[paraloop(timeout = 0.5s, retries = 3, on_crash = error, on_timeout = skip, progress)]] for (int i = 0; i < n; ++i) total += i;
  [[paraloop(retries = 0, on_crash = native, progress = false)]] for (int i = 0; i < n; ++i) total += i;
  [[paraloop(on_crash = retry, progress = true)]] for (int i = 0; i < n; ++i) total += i;
  return sum;
}
