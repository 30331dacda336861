// Elements at an index that is computed from the loop variable: offsets, strides, reversed, through copies.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <vector>

int main() {
  const int n = 250;
  std::vector<int> pairs(2 * n), shifted(n + 3), reversed(n), source;
  for (int i = 0; i < n; ++i)
    source.push_back(i * 7919 % 251);

  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    pairs[2 * i] = source[i];
    pairs[2 * i + 1] = -source[i];
    shifted[i + 3] = source[i] * 3;
    reversed[n - 1 - i] = source[i];
  }
  show("offsets", pairs, shifted, reversed);

  std::vector<float> corners(5 * n);
  [[paraloop]]
  for (int i = 0; i < n; i++) {
    const int at = 5 * i;
    corners[at + 0] = 0.5f;
    corners[at + 1] = source[i] / 3.0f;
    corners[at + 2] = corners[at + 1] * corners[at];
    for (int k = 3; k < 5; ++k) corners[at + k] = corners[at + 2] + k;
  }
  show("corners", corners);

  std::vector<long> steps(600, 9);
  [[paraloop]]
  for (int i = 4; i < 600; i += 3) {
    int k = i - 1;
    steps[k] = i;
    if (source[i % n] % 2) steps[i + 1 - 1] += steps[k] * 2;
  }
  show("steps", steps);
}
