// Functions in sight that store into elements of what they are handed.
//
// RUN: %equal %s --both

#include <array>
#include <cstdio>
#include <vector>

static int work(int i) {
  for (int k = 0; k < 50; ++k)
    i = (i * 31 + 7) % 1009;
  return i;
}

static void store(std::vector<int> &a, int i) { a[i] = work(i); }

static void row(double *m, int i, int n) {
  for (int j = 0; j < n; ++j)
    m[i * n + j] = work(i + j) / 3.0;
}

static void own_row(double *values, int n, double factor) {
  for (int j = 0; j < n; ++j)
    values[j] = values[j] * factor + work(j);
}

static void column(double *m, int n, int i) {
  for (int j = 0; j < n; ++j)
    m[j * n + i] += work(i * j);
}

static void rows(std::vector<std::vector<double>> &m, std::size_t i) {
  for (std::size_t j = 0; j < 20; ++j)
    m[i][j] = work(static_cast<int>(i + j));
}

class Grid {
public:
  explicit Grid(int n) : n_(n), cells_(static_cast<std::size_t>(n * n)) {}
  void set(int i, int j, double x) { cells_[i * n_ + j] = x; }
  void run() {
    [[paraloop]] for (int i = 0; i < n_; ++i) fill(i);
  }
  double sum() const {
    double all = 0;
    for (std::size_t k = 0; k < cells_.size(); ++k)
      all += cells_[k] * static_cast<double>(k);
    return all;
  }

  void runCells() {
    [[paraloop]] for (int i = 0; i < n_; ++i)
      for (int j = 0; j < n_; ++j) {
        set(i, j, work(i * j));
        if (j % 3 == 0)
          set(i, j, j);
      }
  }

private:
  void fill(int i) {
    for (int j = 0; j < n_; ++j)
      cells_[i * n_ + j] = work(i - j);
  }
  int n_;
  std::vector<double> cells_;
};

int main() {
  const int n = 60;
  std::vector<int> a(n);
  [[paraloop]] for (int i = 0; i < n; ++i) store(a, i);
  std::vector<double> m(n * n);
  double *raw = m.data();
  [[paraloop]] for (int i = 0; i < n; ++i) row(raw, i, n);
  [[paraloop]] for (int i = 0; i < n; ++i) own_row(raw + i * n, n, 0.5);
  [[paraloop]] for (int i = 0; i < n; ++i) column(raw, n, i);
  std::vector<std::vector<double>> nested(n, std::vector<double>(20));
  [[paraloop]] for (std::size_t i = 0; i < nested.size(); ++i) rows(nested, i);
  Grid grid(n);
  grid.run();
  double sum = grid.sum();
  grid.runCells();
  sum += grid.sum();
  for (int i = 0; i < n; ++i)
    sum += a[i] * i;
  for (int i = 0; i < n * n; ++i)
    sum += m[i] * i;
  for (const auto &one : nested)
    for (double x : one)
      sum = sum * 0.999 + x;
  std::printf("%.17g\n", sum);
}
