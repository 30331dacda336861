// A loop that no condition ends isn't stopped in between: what follows need not be reachable.
//
// RUN: %paraloop %s -- -std=c++17 | FileCheck %s
// RUN: %paraloop %s -- -std=c++17 > %t.cpp && %gxx -std=c++17 -Wall -Wextra -Werror %runtime_include -fsyntax-only %t.cpp
// CHECK: for (paraloop::run(paraloop_site, {{.*}}; ; ++i) {
// CHECK: for (paraloop::run(paraloop_site, {{.*}}; true; ++i) {
int use(int);
int first(int i) {
  [[paraloop]] for (;; ++i) {
    if (use(i)) return i;
  }
}
int second(int i) {
  [[paraloop]] for (; true; ++i) {
    if (use(i)) return i;
  }
}
