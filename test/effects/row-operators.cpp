// A class whose operator[], or operator(), returns a pointer to a row: `m[i][j]` is an element of the row.
//
// RUN: split-file %s %t
// RUN: %equal %t/accepted.cpp --both
// RUN: not %paraloop %t/refused.cpp -- -std=c++17 2>&1 | FileCheck %s
// CHECK: refused.cpp:12:{{.*}} 'operator[]' is called here and reads 'm.cells_', which other iterations change [paraloop-callee-reads]
//--- accepted.cpp
#include <cstdio>
#include <vector>
class Matrix {
public:
  Matrix(int height, int width) : width_(width), cells_(height * width, 0.5) {}
  double *operator[](int i) { return cells_.data() + i * width_; }
  const double *operator[](int i) const { return &cells_[i * width_]; }
  double *operator()(int i) { return (*this)[i]; }

private:
  int width_;
  std::vector<double> cells_;
};
struct Image {
  unsigned char pixels[40][8] = {};
  unsigned char *operator[](int row) { return pixels[row]; }
};
static void smooth(Matrix &m, const Matrix &other) {
  [[paraloop]] for (int i = 0; i < 40; ++i)
    for (int j = 1; j < 7; ++j) m[i][j] = other[i][j - 1] + other[i][j] * 0.5 + m[i][0];
}
int main() {
  Matrix m(40, 8), other(40, 8);
  Image image;
  std::vector<double> sums(40);
  [[paraloop]] for (int i = 0; i < 40; ++i)
    for (int j = 0; j < 8; ++j) m[i][j] = m[i][(j + 1) % 8] * i + j;
  smooth(other, m);
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    double *row = m[i];
    row[2] += row[3];
    sums[i] = row[2] + other(i)[4];
    image[i][1] = static_cast<unsigned char>(image[i][0] + i);
    *(m(i) + 5) = i;
  }
  for (int i = 0; i < 40; ++i) std::printf("%g %g %d ", m[i][2] + m[i][5], sums[i] + other[i][6], image[i][1]);
  smooth(m, m);
  std::printf("%g\n", m[7][6]);
}
//--- refused.cpp
#include <vector>
class Matrix {
public:
  double *operator[](int i) { return cells_.data() + i * 8; }

private:
  std::vector<double> cells_ = std::vector<double>(320);
};
int main() {
  Matrix m;
  for (int round = 0; round < 2; ++round)
    [[paraloop]] for (int i = 0; i < 39; ++i) m[i][1] = m[i + 1][1] * m[i][2];
}
