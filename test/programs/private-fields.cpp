// Two objects of a class with private data: that they are two is looked at when the loop starts, by what has a name there.
//
// RUN: %equal %s

#include <cstddef>
#include <cstdio>
#include <vector>

class Field {
  std::vector<double> v;

public:
  explicit Field(int n) : v(n) {
    for (int i = 0; i < n; ++i) v[i] = i % 7;
  }
  double get(int i) const { return v[i]; }
  void set(int i, double x) { v[i] = x; }
  const std::vector<double> &raw() const { return v; }
};

void relax(Field &a, const Field &b) {
  [[paraloop]] for (int i = 1; i < 49; ++i) a.set(i, b.get(i - 1) / 2 + b.get(i + 1));
}

class Grid {
  int w_, h_;
  std::vector<float> px_;

public:
  Grid(int w, int h) : w_(w), h_(h), px_(w * h) {}
  int width() const { return w_; }
  int height() const { return h_; }
  float operator()(int x, int y) const { return px_[y * w_ + x]; }
  float &operator()(int x, int y) { return px_[y * w_ + x]; }
};

void blur(const Grid &in, Grid &out) {
  [[paraloop]] for (int y = 1; y < in.height() - 1; ++y)
    for (int x = 1; x < in.width() - 1; ++x) {
      float s = 0;
      for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) s += in(x + dx, y + dy);
      out(x, y) = s / 9;
    }
}

template <class T> class Matrix {
  std::size_t r_, c_;
  std::vector<T> a_;

public:
  Matrix(std::size_t r, std::size_t c) : r_(r), c_(c), a_(r * c, T(2)) {}
  T &operator()(std::size_t i, std::size_t j) { return a_[i * c_ + j]; }
  const T &operator()(std::size_t i, std::size_t j) const { return a_[i * c_ + j]; }
  std::size_t rows() const { return r_; }
  std::size_t columns() const { return c_; }
};

template <class T> void multiply(const Matrix<T> &a, const Matrix<T> &b, Matrix<T> &c) {
  [[paraloop]] for (std::size_t i = 0; i < a.rows(); ++i)
    for (std::size_t j = 0; j < b.columns(); ++j) {
      T s{};
      for (std::size_t k = 0; k < a.columns(); ++k) s += a(i, k) * b(k, j);
      c(i, j) = s + T(i);
    }
}

struct Inner {
  std::vector<int> v;
};

class Outer {
  Inner in;

public:
  explicit Outer(int n) { in.v.assign(n, 1); }
  int get(int i) const { return in.v[i]; }
  int &ref(int i) { return in.v[i]; }
};

void shift(Outer &a, const Outer &b) {
  [[paraloop]] for (int i = 0; i < 49; ++i) a.ref(i) = b.get(i + 1) + i;
}

int main() {
  Field f(50), g(50);
  relax(f, g);
  relax(f, f); // Its own neighbours: one after the other.
  [[paraloop]] for (int i = 0; i < 50; ++i) g.set(i, i * 3);
  for (int i = 0; i < 50; ++i) std::printf("%g %g ", f.get(i), g.get(i));
  Grid a(9, 9), b(9, 9);
  for (int i = 0; i < 81; ++i) a(i % 9, i / 9) = i;
  blur(a, b);
  blur(b, a);
  blur(a, a);
  for (int i = 0; i < 81; ++i) std::printf("%g %g ", a(i % 9, i / 9), b(i % 9, i / 9));
  Matrix<double> x(6, 6), y(6, 6), z(6, 6);
  Matrix<int> p(4, 4), q(4, 4);
  multiply(x, y, z);
  multiply(x, x, y);
  multiply(y, y, y);
  multiply(p, p, q);
  for (int i = 0; i < 36; ++i) std::printf("%g %g %d ", y(i / 6, i % 6), z(i / 6, i % 6), q(i / 6 % 4, i % 4));
  Outer o(50), r(50);
  shift(o, r);
  shift(r, r);
  for (int i = 0; i < 50; ++i) std::printf("%d %d ", o.get(i), r.get(i));
}
