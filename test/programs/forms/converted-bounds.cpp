// Bounds of class types: a conversion function or an operator says what they are.
//
// RUN: %equal %s --both
#include <vector>
#include <atomic>
#include <cstdio>
int slow(int k) { volatile double x = k; for (int j = 0; j < 30000; ++j) x = x * 0.5; return k; }
struct Len { int n; operator int() const { return n; } };
struct Len2 { int n; friend bool operator<(int a, Len2 b) { return a < b.n; } };
int main() {
  std::vector<int> o;
  Len len{20}; Len2 len2{33};
  std::atomic<int> at{20};
  std::atomic<unsigned> au{22}; const std::atomic<long> &al = *new std::atomic<long>(17);
  [[paraloop]]
  for (int i = 0; i < at; ++i) o.push_back(slow(i));
  [[paraloop]]
  for (int i = 0; i < at.load(); ++i) o.push_back(slow(i));
  [[paraloop]]
  for (unsigned i = 0; i < au; ++i) o.push_back(slow(i));
  [[paraloop]]
  for (int i = 0; i < al; ++i) o.push_back(slow(i));
  [[paraloop]]
  for (int i = 0; i < len; ++i) o.push_back(slow(i));
  [[paraloop]]
  for (int i = 0; i < len2; ++i) o.push_back(slow(i));
  for (int x : o) printf("%d ", x);
}
