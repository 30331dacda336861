// Subscripts that nobody knows before the loop, behind raw pointers.
//
// RUN: %equal %s --both

#include <cstdio>
#include <numeric>
#include <vector>

static int work(int i) {
  for (int k = 0; k < 50; ++k)
    i = (i * 31 + 7) % 1009;
  return i;
}

static void gather(double *out, const double *in, const int *order, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) out[i] = in[order[i]] * work(i);
}

static void scatter(double *out, const double *in, const int *order, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) out[order[i]] = in[i] * work(i);
}

static void product(std::vector<double> &y, const double *values,
                    const int *columns, const int *rows, const double *x) {
  [[paraloop]] for (std::size_t i = 0; i < y.size(); ++i) {
    double sum = 0;
    for (int k = rows[i]; k < rows[i + 1]; ++k)
      sum += values[k] * x[columns[k]];
    y[i] = sum;
  }
}

static void running(double *total, const double *in, const int *order, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) *total += in[order[i]] * work(i);
}

int main() {
  const int n = 2000;
  std::vector<double> in(n), out(n), y(n / 4);
  std::vector<int> order(n), rows(y.size() + 1);
  std::iota(in.begin(), in.end(), 0.5);
  for (int i = 0; i < n; ++i)
    order[i] = (i * 7 + 3) % n;
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i] = static_cast<int>(4 * i);
  gather(out.data(), in.data(), order.data(), n);
  scatter(in.data(), out.data(), order.data(), n);
  product(y, in.data(), order.data(), rows.data(), out.data());
  double total = 0;
  running(&total, in.data(), order.data(), n);
  std::printf("%.17g %.17g %.17g %.17g\n", std::accumulate(out.begin(), out.end(), 0.0), in[17], std::accumulate(y.begin(), y.end(), 0.0), total);
}
