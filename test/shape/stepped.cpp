// A header that doesn't count by an integer is run by every worker; its init-statement moves before the loop.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s

struct Node { Node *next; };
void use(double);

void function(Node *list, int n) {
  // CHECK: before the loop: double x = 0
  // CHECK-NEXT: header: stepped x while x < 1, then x += 0.1
  // CHECK-NEXT: x: loop variable, double
  [[paraloop]] for (double x = 0; x < 1; x += 0.1) use(x);
  // CHECK: before the loop: Node *at = list
  // CHECK-NEXT: header: stepped at while at, then at = at->next
  [[paraloop]] for (Node *at = list; at; at = at->next) use(0);
  // CHECK: before the loop: int i = 0, j = n
  // CHECK-NEXT: header: stepped i, j while i < j, then ++i, --j
  [[paraloop]] for (int i = 0, j = n; i < j; ++i, --j) use(i);
  // CHECK: before the loop: unsigned i = n
  // CHECK-NEXT: header: stepped i while i-- > 0, then nothing
  [[paraloop]] for (unsigned i = n; i-- > 0;) use(i);
  // CHECK: cpp:{{[0-9]+}}: loop
  // CHECK-NEXT: header: stepped while true, then nothing
  [[paraloop]] for (;;) break;
  int k;
  // CHECK: before the loop: k = 1
  // CHECK-NEXT: header: stepped k while k < n, then k *= 2
  [[paraloop]] for (k = 1; k < n; k *= 2) use(k);

  // An integer variable is counted wherever it is declared.
  // CHECK: before the loop: k = 1
  // CHECK-NEXT: header: counted auto k from k, less n, step 1
  [[paraloop]] for (k = 1; k < n; ++k) use(k);
  // CHECK: header: counted auto k from k, greater 0, step -1
  [[paraloop]] for (; k > 0; --k) use(k);
  // CHECK: before the loop: int i{0}
  // CHECK-NEXT: header: counted auto i from i, less n, step 1
  [[paraloop]] for (int i{0}; i < n; ++i) use(i);
  // CHECK: before the loop: int i = 0, last = n
  // CHECK-NEXT: header: counted auto i from i, less last, step 1
  // CHECK-NEXT: i: loop variable, int
  // CHECK-NEXT: last: loop variable, int
  [[paraloop]] for (int i = 0, last = n; i < last; ++i) use(i);
  // CHECK: before the loop: int i = n++
  // CHECK-NEXT: header: counted auto i from i, less 20, step 1
  [[paraloop]] for (int i = n++; i < 20; ++i) use(i);
}
