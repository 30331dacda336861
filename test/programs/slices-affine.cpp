// Each iteration has elements of its own, by subscripts that are affine in the loop's variable.
//
// RUN: %equal %s

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <memory>
#include <string>
#include <vector>

template <class Range> void show(const char *name, const Range &range) {
  std::printf("%s:", name);
  for (const auto &one : range)
    std::printf(" %g", static_cast<double>(one));
  std::printf("\n");
}

struct Point {
  double x, y;
  int tags[3];
};

static double grid[6][8];

static void strides(int n) {
  std::vector<double> a(3 * n + 4, 1);
  [[paraloop]] for (int i = 0; i < n; ++i) {
    a[3 * i] = i;
    a[3 * i + 1] = a[3 * i] * 2;
    a[3 * i + 2] += a[3 * i + 1];
  }
  show("strides", a);
  [[paraloop]] for (int i = 0; i < n; ++i) a[n - 1 - i] += a[n - 1 - i] / 2;
  show("backwards", a);
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const int k = i + 1;
    a[k] = k * a[k];
  }
  show("copy of the index", a);
  [[paraloop]] for (int i = 0; i < n; i += 2) std::swap(a[i], a[i + 1]);
  show("pairs", a);
}

static void rows(int n, int m) {
  std::vector<double> a(n * m, 1);
  [[paraloop]] for (int i = 0; i < n; ++i)
    for (int j = 0; j < m; ++j) a[i * m + j] = a[i * m + j] + i * j;
  show("rows", a);
  [[paraloop]] for (int i = 0; i < n; ++i) {
    double *row = &a[i * m];
    for (int j = 1; j < m; ++j) row[j] += row[j - 1];
  }
  show("row pointers", a);
  [[paraloop]] for (int j = 0; j < m; ++j)
    for (int i = 1; i < n; ++i) a[i * m + j] += a[(i - 1) * m + j];
  show("columns", a);
  [[paraloop]] for (int i = 0; i < n; ++i)
    for (int j = i + 1; j < m; ++j) a[i * m + j] *= 0.5;
  show("triangle", a);
  [[paraloop]] for (int b = 0; b < n * m; b += 4)
    for (int k = b; k < std::min(b + 4, n * m); ++k) a[k] += b;
  show("tiles", a);
  [[paraloop]] for (unsigned i = 0; i < unsigned(n); ++i)
    for (unsigned j = 0; j < unsigned(m); ++j) a[i * unsigned(m) + j] -= 1;
  show("unsigned", a);
}

static void dimensions() {
  [[paraloop]] for (int i = 0; i < 6; ++i)
    for (int j = 0; j < 8; ++j) grid[i][j] = i * 10 + j;
  [[paraloop]] for (int j = 0; j < 8; ++j)
    for (int i = 1; i < 6; ++i) grid[i][j] += grid[i - 1][j];
  for (const auto &row : grid) show("grid", row);
  std::vector<std::vector<double>> m(5, std::vector<double>(4, 1));
  [[paraloop]] for (std::size_t i = 0; i < m.size(); ++i)
    for (std::size_t j = 1; j < m[i].size(); ++j) m[i][j] += m[i][j - 1] * i;
  [[paraloop]] for (auto &row : m)
    for (auto &x : row) x = x * row[0] + 1;
  for (const auto &row : m) show("vectors", row);
  std::array<std::array<int, 3>, 4> small{};
  [[paraloop]] for (int i = 0; i < 4; ++i) small[i].at(2) = small[i][1] + i;
  for (const auto &row : small) show("arrays", row);
}

static void volume(int nx, int ny, int nz) {
  std::vector<double> a(nx * ny * nz, 0);
  [[paraloop]] for (int k = 0; k < nz; ++k)
    for (int j = 0; j < ny; ++j)
      for (int i = 0; i < nx; ++i) a[(k * ny + j) * nx + i] += i + j * k;
  [[paraloop]] for (int j = 0; j < ny; ++j)
    for (int k = 0; k < nz; ++k)
      for (int i = 0; i < nx; ++i) a[(k * ny + j) * nx + i] *= j;
  show("volume", a);
}

static void fields() {
  std::vector<Point> points(6, Point{1, 2, {3, 4, 5}});
  [[paraloop]] for (int i = 0; i < 6; ++i) {
    points[i].x = points[i].y * i;
    points[i].tags[1] += i;
  }
  [[paraloop]] for (Point &p : points) p.y = p.x + p.tags[1];
  [[paraloop]] for (auto &[x, y, tags] : points) tags[2] = static_cast<int>(x + y);
  for (const Point &p : points) std::printf("%g %g %d %d\n", p.x, p.y, p.tags[1], p.tags[2]);
}

int main() {
  strides(6);
  rows(5, 7);
  rows(7, 7);
  dimensions();
  volume(3, 4, 5);
  fields();
}
