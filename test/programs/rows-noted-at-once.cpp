// Rows that inner loops fill are noted before these loops, as far as they are certain to be filled; and their nearest
// neighbours: rounds that are left out, loops that end early, loops without a round.
//
// RUN: %equal %s --both
#include <array>
#include <cstdio>
#include <cstdlib>
#include <vector>

static int value(int i, int j) { return (i * 131 + j * 37) % 251; }

template <class Rows> void show(const char *name, const Rows &rows) {
  double sum = 0;
  for (const auto &one : rows)
    sum = sum * 0.999 + one;
  std::printf("%s %.17g\n", name, sum);
}

struct Pixel {
  float red = 0, green = 0;
};

class Matrix {
public:
  Matrix(int rows, int columns) : columns_(columns), values_(rows * columns, 1) {}
  double &operator()(int i, int j) { return values_[i * columns_ + j]; }
  double *row(int i) { return values_.data() + i * columns_; }
  int columns() const { return columns_; }
  void fill(int rows);
  const std::vector<double> &values() const { return values_; }

private:
  int columns_;
  std::vector<double> values_;
};

void Matrix::fill(int rows) {
  [[paraloop]]
  for (int i = 0; i < rows; ++i)
    for (int j = 0; j < columns_; ++j)
      values_[i * columns_ + j] += value(i, j);
}

void behind_pointers(double *out, const double *in, int n, int m) {
  [[paraloop]]
  for (int i = 1; i < n - 1; ++i)
    for (int j = 1; j < m - 1; ++j)
      out[i * m + j] = in[i * m + j] + in[(i - 1) * m + j] + in[(i + 1) * m + j - 1];
}

int main() {
  const int n = 40, m = 23;
  std::vector<double> c(n * m, 0.5), a(n * m), b(m * m);
  for (int k = 0; k < n * m; ++k)
    a[k] = value(k, 1);
  for (int k = 0; k < m * m; ++k)
    b[k] = value(2, k);
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    for (int k = 0; k < m; ++k)
      for (int j = 0; j < m; ++j)
        c[i * m + j] += a[i * m + k] * b[k * m + j];
  show("product", c);

  std::vector<int> half(n * m, 7), last(n * m, 7), none, sums(n, 3), odd(2 * n, 4);
  int rounds = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < m; ++j)
      if (value(i, j) % 3 == 0)
        half[i * m + j] = value(i, j);
    for (int j = 0; j < m; ++j) {
      last[i * m + j] = j;
      if (value(i, j) % 11 == 5)
        break;
    }
    for (int j = 0; j < rounds; ++j)
      none[i * rounds + j + 1000] = j;
    for (int j = 0; j < m; ++j)
      sums[i] += value(i, j);
    if (i % 4 == 0)
      for (int j = i % 2; j < 2; j += 1)
        odd[2 * i + j] = j + i;
  }
  show("half", half);
  show("last", last);
  show("sums", sums);
  show("odd", odd);

  std::vector<std::vector<int>> rows(n, std::vector<int>(m, 1));
  static int grid[40][23];
  std::array<std::array<int, 5>, 40> small{};
  std::vector<Pixel> image(n * m);
  std::vector<char> text(n * 4, '.');
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    auto &row = rows[i];
    for (int j = 0; j < m; ++j)
      row[j] *= value(j, i);
    for (int j = 0; j < 23; ++j)
      grid[i][j] = value(j, i) + rows[i][j];
    for (int k = 0; k < 5; ++k)
      small[i][k] = k * i;
    for (int y = 0; y < 1; ++y)
      for (int x = 0; x < m; ++x)
        image[i * m + x].green = static_cast<float>(x) / (i + 1);
    for (int k = 3; k >= 0; --k)
      text[i * 4 + k] = static_cast<char>('a' + (i + k) % 26);
  }
  for (const auto &row : rows)
    show("row", row);
  for (const auto &row : grid)
    show("grid", row);
  for (const auto &row : small)
    show("small", row);
  double green = 0;
  for (const Pixel &one : image)
    green += one.green + one.red;
  std::printf("%.17g %.*s\n", green, n * 4, text.data());

  Matrix matrix(n, m);
  matrix.fill(n);
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < m; ++j)
      matrix(i, j) /= j + 1;
  [[paraloop]]
  for (int i = n - 1; i >= 0; --i) {
    double *const row = matrix.row(i);
    for (int j = 0; j < m; ++j)
      row[j] -= j;
    if (i == 7)
      break;
  }
  show("matrix", matrix.values());
  std::vector<double> out(n * m);
  behind_pointers(out.data(), a.data(), n, m);
  behind_pointers(a.data() + m, a.data() + m, n - 2, m);
  show("stencil", out);
  show("met", a);

  // Nothing may stand between such a pragma and its loop.
  std::vector<int> unrolled(n * 4), marked(n * 4);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
#pragma GCC unroll 4
    for (int j = 0; j < 4; ++j)
      unrolled[i * 4 + j] = i + j;
    _Pragma("GCC unroll 2") for (int j = 0; j < 4; ++j) marked[i * 4 + j] = i - j;
  }
  show("unrolled", unrolled);
  show("marked", marked);

  // What lies behind the array is changed by the program meanwhile.
  static struct {
    int values[100];
    int behind[64];
  } both;
  [[paraloop]]
  for (int i = 0; i < 25; ++i) {
    for (int j = 0; j < 8; ++j) {
      if (i * 4 + j >= 100)
        break;
      both.values[i * 4 + j] = i + j;
    }
    for (int j = 0; j < 8; ++j)
      if (i * 4 + j < 100)
        both.values[i * 4 + j] = i - j;
    both.behind[i % 4] += both.behind[(i + 1) % 4] + i;
  }
  show("values", both.values);
  show("behind", both.behind);

  std::vector<long> kept(n * 8, -1);
  try {
    [[paraloop]]
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < 8; ++j) {
        kept[i * 8 + j] = i + j;
        if (i == 30 && j == 5)
          throw 5;
      }
  } catch (int) {
    show("kept", kept);
  }
}
