// The runtime's header comes after the macros of the user, which may be called like anything.
//
// RUN: %equal %s --both

#include <cstdio>
#include <map>
#include <string>
#include <vector>

#define N 300
#define T double
#define A values
#define C 3
#define E 1e-3
#define U unsigned
#define K key
#define M 7
#define V(x) ((x) * 2)

int main() {
  std::vector<T> A(N);
  T sum = 0;
  std::map<std::string, int> counts;
  [[paraloop]] for (int i = 0; i < N; ++i) {
    const std::string K = std::to_string(i % M);
    values[i] = V(i) * E + C;
    sum += values[i];
    ++counts[K];
  }
  std::printf("%a %d %a\n", sum, counts["3"], A[N - 1]);
}
