// __FILE__ and __LINE__ are the user's own.
//
// RUN: %equal %s --both
#include <cstdio>
#include <vector>
int main() { std::vector<int> v;
  [[paraloop]] for (int i = 0; i < 3; ++i) { std::printf("%s %d\n", __FILE__, __LINE__); v.push_back(__LINE__); }
  std::printf("%zu %d %s\n", v.size(), v[0], __FILE__);
}
