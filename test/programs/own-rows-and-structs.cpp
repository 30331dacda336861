// What each iteration changes is its own: rows that an algorithm fills with a function it is handed, structs whose bound
// lies beside the elements, containers of the program's own.
//
// RUN: %equal %s

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <vector>

using Rows = std::vector<std::vector<int>>;

int twice(int v) { return 2 * v; }

void transform(const Rows &in, Rows &out, int k) {
  [[paraloop]] for (std::size_t y = 0; y < out.size(); ++y)
    std::transform(in[y].begin(), in[y].end(), out[y].begin(), [k](int v) { return v * v + k; });
  [[paraloop]] for (std::size_t y = 0; y < out.size(); ++y)
    std::transform(out[y].begin(), out[y].end(), out[y].begin(), twice);
  [[paraloop]] for (std::size_t y = 0; y < out.size(); ++y)
    std::sort(out[y].begin(), out[y].end(), [&](int a, int b) { return a % 7 < b % 7; });
}

struct Particles {
  std::vector<float> x, speed;
  std::size_t n = 30;
};

void advance(Particles &p, std::size_t i) { p.x[i] += p.speed[i]; }

void step(Particles &p) {
  [[paraloop]] for (std::size_t i = 0; i < p.n; ++i) advance(p, i);
  [[paraloop]] for (std::size_t i = 0; i < p.n; ++i) {
    p.speed[i] = float(i % 5);
    advance(p, i);
  }
}

class Buffer {
  std::vector<int> p;

public:
  explicit Buffer(std::size_t n) : p(n) {}
  auto begin() { return p.begin(); }
  auto end() { return p.end(); }
};

template <class T> class Array {
  T *p;
  std::size_t n;

public:
  explicit Array(std::size_t n) : p(new T[n]()), n(n) {}
  Array(const Array &) = delete;
  Array &operator=(const Array &) = delete;
  ~Array() { delete[] p; }
  T *begin() { return p; }
  T *end() { return p + n; }
};

void fill(Buffer &b, Array<double> &a) {
  [[paraloop]] for (auto &x : b) x += 3;
  [[paraloop]] for (double &x : a) x = x / 2 + 1;
}

int main() {
  Rows in(40, std::vector<int>(6)), out = in;
  for (std::size_t y = 0; y < 40; ++y)
    for (std::size_t x = 0; x < 6; ++x) in[y][x] = int(x * 5 % 7 + y);
  transform(in, out, 3);
  for (const auto &row : out)
    for (int v : row) std::printf("%d ", v);
  Particles p{std::vector<float>(30, 1), std::vector<float>(30, 2)};
  step(p);
  for (float x : p.x) std::printf("%g ", x);
  Buffer b(20);
  Array<double> a(20);
  fill(b, a);
  fill(b, a);
  for (int x : b) std::printf("%d ", x);
  for (double x : a) std::printf("%g ", x);
}
