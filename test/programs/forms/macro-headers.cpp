// A condition, a bound and a step that macros hold, in part or whole.
//
// RUN: %equal %s --both
#include <vector>
#include <cstdio>
#define LESS(a, b) ((a) < (b))
#define FIRST int i = 0
#define UPTO(n) i < n
#define STEP ++i
int slow(int k) { volatile double x = k; for (int j = 0; j < 30000; ++j) x = x * 0.5; return k; }
int main() {
  int n = 30;
  std::vector<int> o;
  [[paraloop]]
  for (int i = 0; LESS(i, n); ++i) 
    o.push_back(slow(i));
  [[paraloop]]
  for (int i = 0; LESS(slow(i), n); ++i) 
    o.push_back(slow(i));
  [[paraloop]]
  for (FIRST; UPTO(n); STEP) 
    o.push_back(slow(i));
  [[paraloop]]
  for (FIRST; UPTO(n + 3); STEP) 
    o.push_back(slow(i));
  for (int x : o) printf("%d ", x);
}
