// Minimum and maximum in every spelling.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <algorithm>
#include <climits>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

int main() {
  std::vector<int> values;
  for (int i = 0; i < 700; ++i)
    values.push_back((i * 7919) % 1013 - 500);

  int low = INT_MAX, high = INT_MIN, both = 0;
  [[paraloop]]
  for (int v : values) {
    low = std::min(low, v);
    high = std::max(v, high);
    both = std::max(both, std::max(v, -v));
  }
  show("calls", low, high, both);

  int smallest = values[0], largest = values[0];
  long deepest = 0;
  [[paraloop]]
  for (std::size_t i = 1; i < values.size(); ++i) {
    const int value = values[i], depth = -value;
    smallest = value < smallest ? value : smallest;
    largest = largest >= value ? largest : value;
    deepest = depth > deepest ? depth : deepest;
  }
  show("conditional operator", smallest, largest, deepest);

  double least = std::numeric_limits<double>::infinity(), most = -least;
  std::string last_name, first_name = "zzz";
  [[paraloop]]
  for (int i = 0; i < 700; ++i) {
    const double height = std::sin(values[i] * 0.37);
    if (height < least) least = height;
    if (most <= height) { most = height; }
    const std::string name = "n" + std::to_string(values[i]);
    if (name > last_name) last_name = name;
    if (!(first_name < name)) first_name = name;
  }
  show("if", least, most, last_name, first_name);

  // Zeros of both signs and numbers that are not numbers: the order decides.
  const double odd[] = {0.0, -0.0, std::nan(""), 3, -0.0, 0.0, -3, std::nan("1")};
  double a = 1, b = -1, c = 0;
  [[paraloop]]
  for (int i = 0; i < 400; ++i) {
    a = std::min(a, odd[i % 8]);
    b = std::max(odd[i % 7], b);
    if (odd[i % 3] <= c) c = odd[i % 3];
  }
  show("odd", a, std::signbit(a), b, std::signbit(b), c, std::signbit(c));
}
