// Stores and sums at an index that comes out of the data.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <cmath>
#include <string>
#include <vector>

int main() {
  const int n = 500;
  std::vector<int> perm(n), rank(n), slot(40, -1);
  for (int i = 0; i < n; ++i) perm[i] = i * 7 % n;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    rank[perm[i]] = i;
    slot[perm[i] % 40] = i;
  }
  show("stores", rank, slot);

  std::vector<int> histogram(16);
  std::vector<double> weights(16);
  long letters[26] = {};
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    const int bin = static_cast<int>(8 + 7 * std::sin(i * 0.1));
    histogram[bin]++;
    weights[bin] += 1.0 / (i + 1);
    for (char c : std::to_string(i * i)) ++letters[(c - '0') * 2];
  }
  show("histograms", histogram, weights, letters);

  std::vector<std::vector<int>> adjacent(30);
  std::vector<std::vector<double>> forces(30, std::vector<double>(2));
  [[paraloop]]
  for (int e = 0; e < n; ++e) {
    const int a = e % 30, b = e * e % 30;
    adjacent[a].push_back(b);
    adjacent[b].push_back(a);
    const double f = 1.0 / (1 + a + 2 * b);
    forces[a][0] += f;
    forces[b][1] -= f;
  }
  show("edges", adjacent, forces);
}
