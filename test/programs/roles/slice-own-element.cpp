// Each iteration writes, and may read, its own element of vectors and arrays.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <array>
#include <cmath>
#include <string>
#include <vector>

static double table[300];

int main() {
  const int n = 300;
  std::vector<double> score(n), label(n), gradient(n), hessian(n);
  for (int i = 0; i < n; ++i) {
    score[i] = std::sin(i);
    label[i] = i % 2;
  }
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    gradient[i] = 0.5 * (score[i] - label[i]);
    hessian.at(i) = score[i] * (1 - score[i]);
    table[i] = gradient[i] + hessian[i];
  }
  show("vectors", gradient, hessian, table);

  std::array<int, 256> counts{};
  int squares[256] = {3, 1, 4};
  std::vector<float> owned(256);
  [[paraloop]]
  for (std::size_t i = 0; i < counts.size(); ++i) {
    counts[i] = static_cast<int>(i * i % 17);
    squares[i] = squares[i] * 2 + counts[i];
    owned[i] = std::sqrt(static_cast<float>(squares[i]));
    if (counts[i] > 8) counts[i] -= 8;
  }
  show("arrays", counts, squares);
  show("owned", owned);

  std::vector<std::string> names(n);
  std::vector<int> lengths(n, -1);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    names[i] = "item " + std::to_string(i * i);
    names[i] += '!';
    if (names[i].size() > 8) lengths[i] = static_cast<int>(names[i].size());
  }
  show("strings", names, lengths);
}
