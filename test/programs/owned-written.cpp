// Objects that are only assigned: the last writer wins, whatever it writes.
// RUN: %equal %s

#include <array>
#include <complex>
#include <cstdio>
#include <string>
#include <vector>

struct Point {
  short x = 1;
  char tag = 'p';
  double y = 2;
};

struct Grid {
  int width;
  std::vector<double> cells;
  double &operator()(int row, int column) {
    return cells[row * width + column];
  }
  double &at(int row, int column) { return cells.at(row * width + column); }
};

enum class Colour { red, green };

int counter[8];
static bool seen_even = false;

int work(int i) { return (i * 7919 + 13) % 1009; }

// The same elements again and again, and the last time what they held before.
void scatter() {
  std::vector<int> values(50, -1), index;
  for (int i = 0; i < 400; ++i)
    index.push_back(work(i) % 50);
  [[paraloop]]
  for (int i = 0; i < 400; ++i)
    values[index[i]] = i < 390 ? i : -1;
  for (int value : values)
    std::printf("%d ", value);
  std::puts("");
}

void flags_and_last_values() {
  bool found = false;
  int last = -1, odd = -1;
  double ratio = 0;
  Colour colour = Colour::red;
  std::complex<double> z;
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    last = work(i);
    ratio = i / 7.0;
    z = std::complex<double>(i, -i);
    if (work(i) == 13)
      found = true;
    if (i % 2 != 0 && i < 200) {
      odd = i;
      colour = Colour::green;
    } else if (i % 4 == 0)
      seen_even = true;
  }
  std::printf("%d %d %d %.17g %d %g %g %d\n", found, last, odd, ratio,
              static_cast<int>(colour), z.real(), z.imag(), seen_even);
}

void fields_and_arrays() {
  std::vector<Point> points(100);
  std::array<int, 20> array{};
  int table[10][10] = {};
  std::vector<std::vector<long>> rows(10, std::vector<long>(10, 7));
  [[paraloop]]
  for (int i = 0; i < 500; ++i) {
    const int k = work(i);
    points[k % 100].x = static_cast<short>(i);
    if (k % 3 == 0)
      points.at(k % 50).tag = 'q';
    array[k % 20] = i;
    table[k % 10][i % 10] = i;
    rows[i % 10][k % 10] = k;
    counter[k % 8] = k;
  }
  for (const Point &point : points)
    std::printf("%d%c%g ", point.x, point.tag, point.y);
  for (int value : array)
    std::printf("%d ", value);
  for (const auto &row : table)
    for (int value : row)
      std::printf("%d ", value);
  for (const auto &row : rows)
    for (long value : row)
      std::printf("%ld ", value);
  for (int value : counter)
    std::printf("%d ", value);
  std::puts("");
}

void accessors() {
  Grid grid{8, std::vector<double>(64)};
  [[paraloop]]
  for (int i = 0; i < 200; ++i) {
    grid(work(i) % 8, i % 8) = i;
    if (i % 5 == 0)
      grid.at(i % 8, 1) = -i;
  }
  for (double cell : grid.cells)
    std::printf("%g ", cell);
  std::puts("");
}

struct Solver {
  int best = 0;
  double history[16] = {};
  std::vector<int> order = std::vector<int>(30);
  void run() {
    [[paraloop]]
    for (int i = 0; i < 100; ++i) {
      best = work(i);
      history[work(i) % 16] = i * 0.5;
      this->order[i % 30] = i;
    }
    std::printf("%d %g %d\n", best, history[3], order[7]);
  }
};

// What a replayed statement uses of them is what they hold at that moment.
void used_by_replayed_statements() {
  int step = 0;
  long total = 0;
  std::vector<int> trace;
  [[paraloop]]
  for (int i = 0; i < 100; ++i) {
    total += (step = work(i));
    trace.push_back(i);
  }
  std::printf("%d %ld %zu\n", step, total, trace.size());
}

void through_lambda_and_local_names() {
  std::vector<int> values(64);
  int buffer[64] = {};
  [[paraloop]]
  for (int i = 0; i < 200; ++i) {
    const auto put = [&](int at, int value) { values[at % 64] = value; };
    put(work(i), i);
    int &slot = buffer[work(i) % 64];
    slot = i;
  }
  for (int i = 0; i < 64; ++i)
    std::printf("%d/%d ", values[i], buffer[i]);
  std::puts("");
}

int main() {
  scatter();
  flags_and_last_values();
  fields_and_arrays();
  accessors();
  Solver().run();
  used_by_replayed_statements();
  through_lambda_and_local_names();
}
