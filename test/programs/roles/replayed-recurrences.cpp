// Running totals and recurrences: statements that read what earlier iterations left are replayed with them.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <cmath>
#include <iostream>
#include <vector>

int main() {
  const int n = 400;
  std::vector<double> x(n);
  for (int i = 0; i < n; ++i) x[i] = std::sin(i * 0.3) * (i % 10);

  double total = 0;
  std::vector<double> prefix, y(n);
  y[0] = 1;
  [[paraloop]]
  for (int i = 1; i < n; ++i) {
    total += x[i];
    prefix.push_back(total);
    y[i] = y[i - 1] + std::sqrt(std::fabs(x[i]));
    if (i % 100 == 0) std::cout << "so far " << total << '\n';
  }
  show("totals", total, prefix, y);

  double previous = 0.5, smooth = 0;
  std::vector<double> differences;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    const double value = std::exp(x[i] / 10);
    differences.push_back(value - previous);
    previous = value;
    smooth = 0.9 * smooth + 0.1 * value;
  }
  show("differences", differences, previous, smooth);

  // Compensated summation.
  double sum = 0, lost = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    const double term = std::sqrt(i + 0.1);
    double adjusted = term - lost;
    double next = sum + adjusted;
    lost = (next - sum) - adjusted;
    sum = next;
  }
  show("compensated", sum, lost);
}
