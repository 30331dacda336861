// Parts of an array that belong to an iteration though no formula shows it: tiles, compressed rows, symmetric stores.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <cmath>
#include <string>
#include <vector>

struct Cell {
  int owner = -1;
  double value = 0;
};

int main() {
  const int n = 220;
  std::vector<int> start(n + 1), columns;
  for (int i = 0; i < n; ++i) start[i + 1] = start[i] + i % 5;
  std::vector<double> values(start[n]);
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    for (int p = start[i]; p < start[i + 1]; ++p) values[p] = std::sqrt(p) + i;
  show("compressed", values);

  std::vector<std::vector<Cell>> tiles(11, std::vector<Cell>(20));
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    const int row = i / 20, column = i % 20;
    tiles[row][column].owner = i;
    tiles[row][column].value = i * 0.5;
  }
  for (const auto &row : tiles)
    for (const Cell &cell : row) show("cell", cell.owner, cell.value);

  const int m = 60;
  std::vector<double> distance(m * m, -1);
  [[paraloop]]
  for (int i = 0; i < m; ++i)
    for (int j = 0; j <= i; ++j) {
      const double d = std::fabs(std::sin(i) - std::cos(j));
      distance[i * m + j] = d;
      distance[j * m + i] = d;
    }
  show("symmetric", distance);

  std::vector<std::string> owner(16);
  [[paraloop]]
  for (int i = 0; i < n; ++i) owner[static_cast<unsigned>(i) * 2654435761u >> 28] = "i" + std::to_string(i);
  show("hashed", owner);
}
