// Patterns of linear algebra: matrix product, sparse product, LU step, transposition, shortest paths, polynomials.
//
// RUN: %equal %s
#include "../programs/Inputs/show.h"
#include <algorithm>
#include <cmath>
#include <vector>

using Rows = std::vector<std::vector<double>>;

static Rows made(int rows, int columns) {
  Rows result(rows, std::vector<double>(columns));
  for (int i = 0; i < rows; ++i)
    for (int j = 0; j < columns; ++j) result[i][j] = std::sin(i * 3 + j) + (i == j ? 9 : 0);
  return result;
}

static void products() {
  const int n = 60;
  const Rows a = made(n, n), b = made(n, n);
  Rows c(n, std::vector<double>(n));
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n; ++k) c[i][j] += a[i][k] * b[k][j];
  show("product", c);

  std::vector<int> start = {0}, column;
  std::vector<double> value, x(n), y(n);
  for (int i = 0; i < n; ++i) {
    x[i] = 1.0 / (i + 1);
    for (int k = 0; k < i % 7; ++k) {
      column.push_back((i * 5 + k * 11) % n);
      value.push_back(std::cos(i + k));
    }
    start.push_back(static_cast<int>(column.size()));
  }
  [[paraloop]]
  for (int row = 0; row < n; ++row) {
    double sum = 0;
    for (int p = start[row]; p < start[row + 1]; ++p) sum += value[p] * x[column[p]];
    y[row] = sum;
  }
  show("sparse", y);
}

static void elimination() {
  const int n = 40;
  Rows m = made(n, n);
  for (int k = 0; k < n; ++k) {
    const std::vector<double> pivot = m[k];
    [[paraloop]]
    for (int i = k + 1; i < n; ++i) {
      m[i][k] /= pivot[k];
      for (int j = k + 1; j < n; ++j) m[i][j] -= m[i][k] * pivot[j];
    }
  }
  show("elimination", m);
}

int main() {
  products();
  elimination();
  const int n = 50;
  std::vector<double> in(n * n), out(n * n);
  for (int i = 0; i < n * n; ++i) in[i] = i * i % 101 + 1;
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) out[j * n + i] = in[i * n + j];
  show("transposed", out);

  std::vector<std::vector<int>> distance(n, std::vector<int>(n));
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) distance[i][j] = i == j ? 0 : 1 + (i * 31 + j * 17) % 90;
  for (int k = 0; k < n; ++k) {
    const std::vector<int> via = distance[k];
    [[paraloop]]
    for (int i = 0; i < n; ++i)
      for (int j = 0; j < n; ++j) distance[i][j] = std::min(distance[i][j], distance[i][k] + via[j]);
  }
  show("paths", distance);

  const std::vector<double> coefficients = {0.5, -1, 0.25, 3, -0.125};
  std::vector<double> values(300);
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    const double x = -1 + i / 150.0;
    double sum = 0;
    for (std::size_t k = coefficients.size(); k-- > 0;) sum = sum * x + coefficients[k];
    values[i] = sum;
  }
  show("polynomial", values);
}
