// In the workers' copy, continue becomes return, and what leaves the loop is only reported; the user's own loop keeps both.
//
// RUN: %paraloop %s -- -std=c++17 | FileCheck %s
//      CHECK: loop_iterator = [&]
//      CHECK: if (i % 2) return;
// CHECK-NEXT: if (i == 7) return paraloop_iteration.leave();
// CHECK-NEXT: if (i == 9) return paraloop_iteration.leave();
// CHECK-NEXT: if (i == 11) return paraloop_iteration.leave();
// CHECK-NEXT: for (int k = 0; k < 3; ++k) { if (k == 1) continue; if (k == 2) break; }
// CHECK-NEXT: switch (i) { case 4: break; case 6: return; default: return paraloop_iteration.leave(); }
// CHECK-NEXT: auto inner = [](int x) { return x; };
//      CHECK: PARALOOP_END_WORKER_COPY
//      CHECK: if (i % 2) continue;
// CHECK-NEXT: if (i == 7) break;
// CHECK-NEXT: if (i == 9) return 1;
// CHECK-NEXT: if (i == 11) goto out;

int function(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    if (i % 2) continue;
    if (i == 7) break;
    if (i == 9) return 1;
    if (i == 11) goto out;
    for (int k = 0; k < 3; ++k) { if (k == 1) continue; if (k == 2) break; }
    switch (i) { case 4: break; case 6: continue; default: return 3; }
    auto inner = [](int x) { return x; };
    inner(i);
  }
out:
  return 2;
}
