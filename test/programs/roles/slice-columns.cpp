// Columns and inner dimensions: the loop variable is not the first subscript.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <vector>

#define IDX(j, i, n) ((j) * (n) + (i))

int main() {
  const int rows = 6, columns = 220;
  std::vector<std::vector<double>> x(rows, std::vector<double>(columns));
  std::vector<int> flat(rows * columns);
  static int cube[3][220][2];
  [[paraloop]]
  for (int i = 0; i < columns; ++i) {
    for (int k = 0; k < rows; ++k) x[k][i] = 1.0 / (k + i + 1);
    for (int j = 0; j < rows; ++j) flat[j * columns + i] = j * 1000 + i;
    for (int k = 0; k < 3; ++k) cube[k][i][k % 2] = i - k;
  }
  show("columns", x, flat, cube);

  // Each column is summed up in place, as in an integral image.
  [[paraloop]]
  for (int i = 0; i < columns; ++i)
    for (int j = 1; j < rows; ++j) {
      flat[IDX(j, i, columns)] += flat[IDX(j - 1, i, columns)];
      x[j][i] += x[j - 1][i];
    }
  show("sums", flat, x);
}
