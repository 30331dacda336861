// Variables from outside that every iteration assigns before it reads them.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <cmath>
#include <vector>

struct Shape {
  double width, height, area;
};

static double last_global;

int main() {
  const int n = 300;
  std::vector<double> x(n), out(n);
  for (int i = 0; i < n; ++i) x[i] = std::sin(i * 1.3);

  double tmp, left, right;
  int j;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    tmp = x[i] * x[i];
    left = i > 0 ? x[i - 1] : 0;
    right = i + 1 < n ? x[i + 1] : 0;
    for (j = 0; j < 3; ++j) tmp += left * right;
    out[i] = tmp + j;
  }
  show("dead", out);

  int kind = -1, steps = -1;
  double level = -1;
  std::vector<double> levels;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    if (x[i] > 0.5) kind = 1;
    else if (x[i] < -0.5) kind = 2;
    else kind = 0;
    switch (kind) {
    case 0: level = x[i]; break;
    case 1: level = 1; break;
    default: level = -1;
    }
    steps = 0;
    for (double rest = level + 2; rest > 0.1; rest /= 2) ++steps;
    levels.push_back(level * steps);
    last_global = level;
  }
  show("live", kind, level, steps, levels, last_global);

  Shape shape{};
  double sum = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    shape.width = 1 + i % 3;
    shape.height = x[i];
    shape.area = shape.width * shape.height;
    sum += shape.area;
  }
  show("fields", shape.width, shape.height, shape.area, sum);
}
