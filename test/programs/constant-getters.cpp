// Elements that a method changes are noted by way of a getter that returns a constant container.
//
// RUN: %equal %s --both
#include <cstdio>
#include <vector>

class Field {
public:
  explicit Field(int n) : values_(n) {}
  void set(int i, double x) { values_[i] = x; }
  const std::vector<double> &values() const { return values_; }

private:
  std::vector<double> values_;
};

class Matrix {
public:
  Matrix(int rows, int width) : width_(width), cells_(static_cast<std::size_t>(rows * width), 0.5) {}
  int width() const { return width_; }
  double &operator()(int row, int column) { return cells_[static_cast<std::size_t>(row * width_ + column)]; }
  double operator()(int row, int column) const { return cells_[static_cast<std::size_t>(row * width_ + column)]; }
  const std::vector<double> &cells() const { return cells_; }

private:
  int width_;
  std::vector<double> cells_;
};

static void fill(Matrix &all, int row, double x) {
  for (int k = 0; k < all.width(); ++k)
    all(row, k) = x + k;
}

int main() {
  Field field(20);
  [[paraloop]] for (int i = 0; i < 20; ++i) field.set(i, i * 7 % 5);
  Matrix matrix(20, 3);
  std::vector<int> out;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    fill(matrix, i, i * 0.25);
    const int own = static_cast<int>(matrix(i, 1)) % 1009;
    out.push_back(own);
  }
  for (double x : field.values())
    std::printf("%g ", x);
  for (double x : matrix.cells())
    std::printf("%g ", x);
  for (int x : out)
    std::printf("%d ", x);
}
