// Arrays of which each iteration has elements of its own, which it also reads.
// RUN: %equal %s

#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

struct Particle {
  double position = 0, speed = 1;
  int hits = 0;
};

int work(int i) { return (i * 7919 + 13) % 1009; }

void in_place() {
  std::vector<double> values(200);
  int table[200] = {};
  std::array<float, 200> floats{};
  [[paraloop]]
  for (int i = 0; i < 200; ++i) {
    values[i] = work(i);
    if (values[i] > 500)
      values[i] = std::sqrt(values[i]);
    ++table[i];
    table[i] += work(i);
    floats[i] -= table[i] / 3.0F;
  }
  for (int i = 0; i < 200; ++i)
    std::printf("%.17g %d %.9g ", values[i], table[i], floats[i]);
  std::puts("");
}

void matrix_product() {
  constexpr int n = 24;
  static double a[n][n], b[n][n], c[n][n];
  std::vector<std::vector<double>> d(n, std::vector<double>(n, 0.5));
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j) {
      a[i][j] = work(i * n + j) / 7.0;
      b[i][j] = work(j * n + i) / 3.0;
    }
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < n; ++j)
      for (int k = 0; k < n; ++k) {
        c[i][j] += a[i][k] * b[k][j];
        d[i][j] -= a[i][k];
      }
  for (int i = 0; i < n; ++i)
    std::printf("%.17g %.17g ", c[i][n - i - 1], d[i][i]);
  std::puts("");
}

void range_for() {
  std::vector<double> values(300, 2);
  std::map<std::string, int> ages;
  std::vector<std::vector<int>> rows(40);
  Particle particles[30];
  for (int i = 0; i < 50; ++i)
    ages["n" + std::to_string(i)] = i;
  [[paraloop]]
  for (double &value : values)
    value *= value + 1;
  [[paraloop]]
  for (auto &entry : ages)
    if (entry.second % 3 != 0)
      entry.second += 100;
  [[paraloop]]
  for (auto &row : rows) {
    for (int k = 0; k < 5; ++k)
      row.push_back(k * k);
    row[2] = static_cast<int>(row.size());
    row.back() += row.front() + 1;
  }
  [[paraloop]]
  for (Particle &particle : particles) {
    particle.position += 0.5 * particle.speed;
    ++particle.hits;
  }
  for (double value : values)
    std::printf("%g ", value);
  for (const auto &[name, age] : ages)
    std::printf("%s:%d ", name.c_str(), age);
  for (const auto &row : rows)
    for (int one : row)
      std::printf("%d ", one);
  for (const Particle &one : particles)
    std::printf("%g/%g/%d ", one.position, one.speed, one.hits);
  std::puts("");
}

void strings_and_objects() {
  std::vector<std::string> names(60, "x");
  std::vector<Particle> particles(60);
  std::vector<std::vector<int>> parts(60);
  long empty = 0;
  [[paraloop]]
  for (int i = 0; i < 60; ++i) {
    names[i] = i % 4 == 0 ? "" : std::string(i, 'a');
    if (names[i].empty())
      ++empty;
    auto &particle = particles[i];
    particle.position = i;
    particle.speed += particles[i].position;
    parts[i].push_back(work(i));
    if (parts[i].size() == 1)
      parts[i].resize(3, 7);
    parts[i][1] = i;
  }
  std::printf("%ld ", empty);
  for (int i = 0; i < 60; ++i)
    std::printf("%s %g %g %d %d ", names[i].c_str(), particles[i].position,
                particles[i].speed, parts[i][0], parts[i][1]);
  std::puts("");
}

class Field {
public:
  void advance() {
    [[paraloop]]
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      cells_[i] = next(cells_[i]);
      this->ages_[i]++;
    }
  }
  void print() const {
    for (std::size_t i = 0; i < cells_.size(); ++i)
      std::printf("%g/%d ", cells_[i], ages_[i]);
    std::puts("");
  }

private:
  static double next(double x) { return 0.5 * (x + 2 / x); }
  std::vector<double> cells_ = std::vector<double>(77, 5);
  int ages_[77] = {};
};

int main() {
  in_place();
  matrix_product();
  range_for();
  strings_and_objects();
  Field field;
  field.advance();
  field.advance();
  field.print();
}
