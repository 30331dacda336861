// Operators of the program's own that return a pointer into their object. The tool refuses each of the programs that
// aren't accepted, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++17

#include <cstdio>
#include <unistd.h>
#include <vector>

int work(int i) {
  usleep(100); // So that all workers get something.
  return (i % 1009) * 7 % 31;
}
class Matrix {
  int width_;
  std::vector<double> cells_;

public:
  Matrix(int height, int width) : width_(width), cells_(static_cast<std::size_t>(height * width), 0.5) {}
  double *row(int number) { return cells_.data() + number * width_; }
  const double *row(int number) const { return cells_.data() + number * width_; }
  double *operator[](int number) { return row(number); }
  const double *operator[](int number) const { return row(number); }
  double *operator()(int number) { return cells_.data() + number * width_; }
  void show() const {
    for (double cell : cells_) std::printf("%g ", cell);
  }
};

// == element-of-a-row: accepted
void run() {
  Matrix m(42, 3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    m[i][1] = m[i][2] * 0.5 + work(i);
  }
  m.show();
}

// == element-of-a-called-row: accepted
void run() {
  Matrix m(42, 3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    m(i)[1] = m(i)[2] * 0.5 + work(i);
  }
  m.show();
}

// == row-with-a-name: accepted
void run() {
  Matrix m(42, 3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    double *const row = m[i];
    row[1] = row[2] * 0.5 + work(i);
  }
  m.show();
}

// == whole-row: accepted
void run() {
  Matrix m(42, 3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    for (int k = 0; k < 3; ++k) m[i][k] += work(i) + k;
  }
  m.show();
}

// == element-of-the-next-row: refused or equal
void run() {
  Matrix m(42, 3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    m[i][1] = m[i + 1][1] * 0.5 + work(i);
  }
  m.show();
}

// == beyond-the-row: refused or equal
void run() {
  Matrix m(42, 3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    m[i][1] = m[i][4] * 0.5 + work(i);
  }
  m.show();
}

// == column-of-the-iteration: refused or equal
void run() {
  Matrix m(42, 3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    m[i / 20][i % 20] = m[i / 20][i % 20] * 0.5 + work(i);
  }
  m.show();
}

// == always-the-same-row: refused or equal
void run() {
  Matrix m(42, 3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    m[3][1] = m[3][1] * 0.5 + work(i);
  }
  m.show();
}

// == two-matrices: refused or equal
void run() {
  Matrix m(42, 3);
  Matrix n(42, 3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    m[i][1] = n[i][1] + work(i);
    n[i][1] = m[i + 1][1];
  }
  m.show(), n.show();
}

// == one-by-two-names: refused or equal
void run() {
  Matrix m(42, 3);
  Matrix &n = m;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    m[i][1] = n[i + 1][1] + work(i);
  }
  m.show();
}

// == parameters: refused or equal
void change(Matrix &a, const Matrix &b) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) a[i][1] = b[i + 1][1] * 0.5 + work(i);
}
void run() {
  Matrix m(42, 3);
  change(m, m);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    m[i][0] = i;
  }
  m.show();
}

// == one-of-two-rows: refused or equal
struct Rows {
  double *first, *second;
  double *operator[](int k) const { return k % 2 ? first : second; }
};
void run() {
  Matrix m(42, 3);
  const Rows rows{m[0], m[20]};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    rows[i][i % 9] = rows[i + 1][i % 7] * 0.5 + work(i);
  }
  m.show();
}

// == row-elsewhere: refused or equal
std::vector<double> other(99, 0.25);
struct Rows {
  double *operator[](int k) const { return k % 5 ? other.data() + k : other.data(); }
};
void run() {
  Matrix m(42, 3);
  const Rows rows;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    rows[i][1] = rows[i + 1][0] * 0.5 + work(i);
  }
  m.show();
  for (double x : other) std::printf("%g ", x);
}

// == row-that-grows: refused or equal
struct Growing {
  std::vector<double> cells = {1, 2, 3};
  double *operator[](int k) {
    cells.push_back(k);
    return &cells[static_cast<std::size_t>(k) % 3];
  }
};
void run() {
  Matrix m(42, 3);
  Growing rows;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    rows[i][0] = rows[i + 1][0] * 0.5 + work(i);
  }
  m.show();
  for (double x : rows.cells) std::printf("%g ", x);
}

// == row-of-the-body: refused or equal
void run() {
  Matrix m(42, 3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    Matrix own(2, 3);
    own[1][2] = work(i);
    m[i][1] = own[1][2] + own[0][1];
  }
  m.show();
}

// == guard-beside-own-objects: accepted
struct Counted {
  int &count;
  ~Counted() { ++count; }
};
struct Point {
  int x = 1;
  double y = 2;
  void move(int by) { x += by, y += by * 0.25; }
};
void run() {
  Matrix m(42, 3);
  int count = 0;
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    all[i]->move(work(i));
    m[i][0] = work(all[i]->x);
  }
  m.show();
  std::printf("%d", count);
  for (const Point &one : points) std::printf("%d %g ", one.x, one.y);
}

// == guard-of-an-own-object: refused or equal
struct Counted {
  int &count;
  ~Counted() { ++count; }
};
struct Point {
  int x = 1;
  double y = 2;
  void move(int by) { x += x * by % 11, y += by * 0.25; }
};
void run() {
  Matrix m(42, 3);
  std::vector<Point> points(42);
  std::vector<Point *> all;
  for (Point &one : points) all.push_back(&one);
  int &count = points[7].x;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    all[i]->move(work(i));
    m[i][0] = work(all[i]->x);
  }
  m.show();
  std::printf("%d", count);
  for (const Point &one : points) std::printf("%d %g ", one.x, one.y);
}

// == guard-of-a-number-that-pointers-know: refused or equal
struct Counted {
  int &count;
  ~Counted() { ++count; }
};
void run() {
  Matrix m(42, 3);
  int count = 0, other = 0;
  std::vector<int *> all(42, &other);
  all[5] = &count;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const Counted counted{count};
    *all[i] = *all[i] * 3 % 101 + work(i);
    m[i][0] = work(*all[i]);
  }
  m.show();
  std::printf("%d %d", count, other);
}
