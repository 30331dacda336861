// k-means that moves the centers while it assigns: all but the distances is replayed, and the parent remembers the best.
//
// RUN: %equal %s
#include <cmath>
#include <cstdio>
#include <vector>
void assign(const std::vector<double> &x, std::vector<double> &centers, std::vector<int> &label) {
  [[paraloop]] for (std::size_t i = 0; i < x.size(); ++i) {
    int best = 0;
    for (int c = 1; c < 5; ++c)
      if (std::fabs(x[i] - centers[c]) < std::fabs(x[i] - centers[best])) best = c;
    label[i] = best;
    centers[best] += 0.1 * (x[i] - centers[best]);
  }
}
int main() { std::vector<double> x(500), c{1, 2, 3, 4, 5}; std::vector<int> l(500); for (int i = 0; i < 500; ++i) x[i] = (i * 37 % 91) / 13.0; assign(x, c, l); for (double v : c) std::printf("%.17g ", v); for (int v : l) std::printf("%d", v); }
