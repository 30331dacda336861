// The options of the attribute, and the checks when the loop starts, are handed to the runtime.
//
// RUN: %paraloop %s -- -std=c++17 | FileCheck %s
// CHECK: paraloop_site("{{.*}}options.cpp", 19, paraloop::Options().num_processes(8).chunk(16).timeout(std::chrono::nanoseconds(30000000000)));
// CHECK: loop_iterator, paraloop::apart(total, limit));
// CHECK: paraloop_site("{{.*}}options.cpp", 21);
// CHECK: loop_iterator, paraloop::exact_floating_point);
// CHECK: paraloop_site("{{.*}}options.cpp", 22, paraloop::Options().timeout(std::chrono::nanoseconds(500000000)).retries(3).on_crash(paraloop::OnCrash::error).on_timeout(paraloop::OnTimeout::skip).progress());
// CHECK: paraloop_site("{{.*}}options.cpp", 23, paraloop::Options().retries(0).on_crash(paraloop::OnCrash::native));
// CHECK: paraloop_site("{{.*}}options.cpp", 24, paraloop::Options().on_crash(paraloop::OnCrash::retry).progress());
// CHECK: paraloop_site("{{.*}}options.cpp", 29, paraloop::Options().carries(12));
// CHECK: paraloop_site("{{.*}}options.cpp", 30, paraloop::Options().carries(8));
// CHECK: paraloop_site("{{.*}}options.cpp", 31);

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

void fill(double *a, int (*b)[2], const int *at) {
  [[paraloop]] for (int i = 0; i < 8; ++i) a[i] = b[i][1] = i;
  [[paraloop]] for (int i = 0; i < 8; ++i) a[at[i]] = i;
  [[paraloop]] for (int i = 0; i < 8; ++i) a[3] = i;
}
