// Sums and products of floating point numbers are rounded as in the sequential loop.
//
// RUN: %equal %s --both
#include "../Inputs/show.h"
#include <cmath>
#include <complex>
#include <vector>

int main() {
  const int n = 1000;
  std::vector<double> x, y;
  for (int i = 0; i < n; ++i) {
    x.push_back(std::sin(i) * std::pow(10.0, i % 30 - 15));
    y.push_back(std::cos(i) + 1.5);
  }
  double dot = 0, norm = 0, product = 1, alternating = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    dot += x[i] * y[i];
    norm = norm + x[i] * x[i];
    product *= y[i];
    alternating = x[i] - alternating;
  }
  show("doubles", dot, norm, product, alternating);

  float single = 0.5f;
  long double wide = 0;
  double mean = 0;
  [[paraloop]]
  for (const double &value : x) {
    single += static_cast<float>(value);
    wide -= value / 3;
    mean += value / n;
  }
  show("widths", single, wide, mean);

  std::complex<double> wave(1, 0);
  double power = 1e-3;
  [[paraloop]]
  for (unsigned k = 0; k < 500; k++) {
    wave += std::complex<double>(x[k], y[k]) * std::polar(1.0, 0.1 * k);
    power /= 1.001 + y[k] / 1000;
  }
  show("complex", wave.real(), wave.imag(), power);
}
