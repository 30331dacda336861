// Arrays of pointers: that rows don't meet is looked at when the loop starts.
// RUN: %equal %s

#include <cstdio>
#include <vector>

struct Particle {
  double position, speed;
};

struct Matrix {
  double **rows;
  int height, width;
  void scale(double factor) {
    [[paraloop]]
    for (int i = 0; i < height; ++i) {
      double *row = rows[i];
      for (int j = 0; j < width; ++j)
        row[j] = row[j] * factor + i;
    }
  }
};

void multiply(double **c, double **a, double **b, int n) {
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      c[i][j] = 0;
      for (int k = 0; k < n; ++k)
        c[i][j] += a[i][k] * b[k][j];
    }
}

void move(std::vector<Particle *> &particles, double step) {
  [[paraloop]]
  for (Particle *one : particles)
    one->position += one->speed * step;
  [[paraloop]]
  for (std::size_t i = 0; i < particles.size(); ++i) {
    Particle &one = *particles[i];
    one.speed = one.speed * 0.5 + one.position;
  }
}

int main() {
  const int n = 30;
  std::vector<double> memory(3 * n * n);
  for (std::size_t i = 0; i < memory.size(); ++i)
    memory[i] = i % 17;
  std::vector<double *> rows;
  for (int i = 0; i < 3 * n; ++i)
    rows.push_back(&memory[i * n]);
  multiply(rows.data(), rows.data() + n, rows.data() + 2 * n, n);
  Matrix{rows.data(), 3 * n, n}.scale(0.5);
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    for (int j = 1; j < n; ++j)
      rows[i][j] += rows[i][j - 1] * 2;
  std::vector<Particle> all(100, Particle{1, 2});
  std::vector<Particle *> particles;
  for (Particle &one : all)
    particles.push_back(&one);
  move(particles, 0.25);
  std::vector<Particle *> none;
  move(none, 1);
  multiply(nullptr, nullptr, nullptr, 0);
  for (const double x : memory)
    std::printf("%g ", x);
  for (const Particle &one : all)
    std::printf("%g %g ", one.position, one.speed);
}
