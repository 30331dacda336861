// The elements of an iteration, through accessors and functions in sight.
//
// RUN: %equal %s

#include <cassert>
#include <cmath>
#include <cstdio>
#include <stdexcept>
#include <vector>

class Matrix {
public:
  Matrix(int rows, int columns) : rows_(rows), columns_(columns), data_(rows * columns) {}
  double &operator()(int i, int j) { return data_[i * columns_ + j]; }
  double operator()(int i, int j) const { return data_[i * columns_ + j]; }
  double &at(int i, int j) {
    if (i < 0 || i >= rows_)
      throw std::out_of_range("row");
    return data_[i * columns_ + j];
  }
  double *row(int i) { return &data_[i * columns_]; }
  int rows() const { return rows_; }
  int columns() const { return columns_; }
  void set(int i, int j, double value) {
    assert(i < rows_);
    data_[i * columns_ + j] = value;
  }
  void scale(double factor) {
    [[paraloop]] for (int i = 0; i < rows_; ++i)
      for (int j = 0; j < columns_; ++j) data_[i * columns_ + j] *= factor;
  }
  void show(const char *name) const {
    std::printf("%s\n", name);
    for (int i = 0; i < rows_; ++i)
      for (int j = 0; j < columns_; ++j) std::printf("%g%c", (*this)(i, j), j + 1 < columns_ ? ' ' : '\n');
  }

private:
  int rows_, columns_;
  std::vector<double> data_;
};

struct Point {
  double x, y;
};

static void normalize(Point &p) {
  const double length = std::sqrt(p.x * p.x + p.y * p.y);
  p.x /= length;
  p.y /= length;
}

int main() {
  Matrix m(4, 5), product(4, 4), other(5, 4);
  [[paraloop]] for (int i = 0; i < m.rows(); ++i)
    for (int j = 0; j < m.columns(); ++j) m(i, j) = i * j + 1;
  [[paraloop]] for (int i = 0; i < other.rows(); ++i)
    for (int j = 0; j < other.columns(); ++j) other.at(i, j) = i - j;
  m.show("operator()");
  [[paraloop]] for (int i = 0; i < product.rows(); ++i)
    for (int j = 0; j < product.columns(); ++j) {
      product(i, j) = 0;
      for (int k = 0; k < m.columns(); ++k) product(i, j) += m(i, k) * other(k, j);
    }
  product.show("product");
  [[paraloop]] for (int i = 0; i < m.rows(); ++i) {
    double *row = m.row(i);
    for (int j = 1; j < m.columns(); ++j) row[j] += row[j - 1];
  }
  m.show("rows");
  m.scale(0.25);
  m.show("scaled");
  std::vector<Point> points = {{3, 4}, {1, 0}, {5, 12}, {8, 6}};
  [[paraloop]] for (int i = 0; i < 4; ++i) normalize(points[i]);
  for (const Point &p : points) std::printf("%g %g\n", p.x, p.y);
}
