// A counted header is read whatever its type, comparison, step and spelling.
//
// RUN: %paraloop --print=plan %s -- -std=c++17 | FileCheck %s

#define COUNT 20

void use(long);
int half(int n);

void function(int n, const int (&table)[4]) {
  // CHECK: header: counted int i from 0, less n, step 1
  [[paraloop]] for (int i = 0; i < n; ++i) use(i);
  // CHECK: header: counted unsigned char c from 3, less_equal 200, step 1
  [[paraloop]] for (unsigned char c = 3; c <= 200; c++) use(c);
  // CHECK: header: counted long i from n, greater 0, step -1
  [[paraloop]] for (long i = n; i > 0; --i) use(i);
  // CHECK: header: counted long long i from 2 * n, greater_equal -n, step -1
  [[paraloop]] for (long long i = 2 * n; i >= -n; i--) use(i);
  // CHECK: header: counted int i from 0, not_equal 12, step 4
  [[paraloop]] for (int i = 0; i != 12; i += 4) use(i);
  // CHECK: header: counted unsigned i from 20, greater 3u, step -static_cast<long long>(2u)
  [[paraloop]] for (unsigned i = 20; i > 3u; i -= 2u) use(i);
  // CHECK: header: counted auto i from 0L, less COUNT, step table[1]
  [[paraloop]] for (auto i = 0L; i < COUNT; i += table[1]) use(i);
  // CHECK: header: counted int i from (n), less (n + COUNT), step 1
  [[paraloop]] for (int i = (n); (i) < (n + COUNT); (++i)) use(i);
}
