// Functions in sight that store some of the elements of the iteration's own. The tool refuses each of these programs, or
// the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <unistd.h>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 11;
}
template <class T> void show(const T &values) {
  for (const auto &x : values) std::printf("%d ", static_cast<int>(x));
}
std::vector<int> a(n *n), b(n *n);
struct Dot { int x = 1; double y = 2; bool on = true; };
std::vector<Dot> dots(n);
void show_dots() { for (const Dot &one : dots) std::printf("%d %g %d ", one.x, one.y, one.on); }

// == one-or-the-other: accepted
void store(int *to, const int *from, int i) { if (from[i] + work(i) > 4) to[i] = 1; else to[i] = 2; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), b.data(), i); show(a); }

// == maybe-in-a-vector: accepted
void store(std::vector<int> &to, int i) { if (work(i) > 4) to[i] = i; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a, i); show(a); }

// == early-return: accepted
void store(double *to, const double *from, int i) {
  if (i == 0 || i == n - 1) { to[i] = from[i]; return; }
  to[i] = (from[i - 1] + from[i] + from[i + 1]) / 3 + work(i);
}
void run() {
  std::vector<double> x(n, 3), y(n);
  double *to = y.data();
  const double *from = x.data();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(to, from, i);
  show(y);
}

// == clamped: accepted
void store(int *p, int i) { for (int j = 0; j < n; ++j) if (p[i * n + j] < work(j)) p[i * n + j] = 5; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), i); show(a); }

// == with-a-while: accepted
void store(std::vector<int> &to, int i) { int k = work(i); while (k > 0) { to[i] += k; k /= 2; } }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a, i); show(a); }

// == with-a-switch: accepted
void store(std::vector<int> &to, int i) { switch (work(i) % 3) { case 0: to[i] = 3; break; case 1: to[i] += 4; break; default: break; } }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a, i); show(a); }

// == nested: accepted
void clear(std::vector<int> &to, int i, int j) { if (work(j) % 2) to[i * n + j] = 0; }
void store(std::vector<int> &to, int i) { for (int j = 0; j < n; ++j) { if (j > 30) break; clear(to, i, j); } }
void run() { for (int &x : a) x = 3; [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a, i); show(a); }

// == grid: accepted
struct Grid {
  int w, h;
  std::vector<double> data;
  double &at(int x, int y) { return data[y * w + x]; }
  void step(int y) { for (int x = 0; x < w; ++x) { const int v = work(x * y); if (v > 7) at(x, y) = v; else if (v < 3) at(x, y) += 1; } }
};
void run() { Grid grid{10, n, std::vector<double>(10 * n, 2)}; [[paraloop(chunk = 1)]] for (int y = 0; y < n; ++y) grid.step(y); show(grid.data); }

// == rows: accepted
void store(std::vector<std::vector<int>> &rows, int i) { for (int j = 0; j < 10; ++j) if (work(j)) rows[i][j] = i + j; }
void run() {
  std::vector<std::vector<int>> rows(n, std::vector<int>(10));
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(rows, i);
  for (const auto &row : rows) show(row);
}

// == fields: accepted
void store(std::vector<Dot> &to, int i) { to[i].x += work(i); if (to[i].x > 5) to[i].on = false; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(dots, i); show_dots(); }

// == array-in-a-struct: accepted
struct Board { int cell[n][4]; };
void store(Board &board, int i) { for (int j = 0; j < 4; ++j) { if (work(i + j) > 5) continue; board.cell[i][j] = j; } }
void run() { Board board; std::memset(&board, 1, sizeof board); [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(board, i); for (auto &row : board.cell) show(row); }

// == fields-of-fields: refused or equal
struct Body { Dot dot[3]; };
void store(std::vector<Body> &to, int i) { for (int j = 0; j < 3; ++j) if (work(i + j) > 3) to[i].dot[j].y = i; }
void run() { std::vector<Body> bodies(n); [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(bodies, i); for (auto &one : bodies) for (auto &dot : one.dot) std::printf("%g ", dot.y); }

// == past-the-end: refused or equal
void store(std::vector<int> &to, int i) { if (i < 25 && work(i)) to[i] = i; }
void run() { std::vector<int> few(25), others(25, 7); [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(few, i); show(few); show(others); }

// == past-the-end-of-a-pointer: refused or equal
void store(int *to, int i) { if (i < 25 && work(i)) to[i] = i; }
void run() { std::vector<int> few(25); long sum = 0; [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { store(few.data(), i); sum += i; } show(few); std::printf("%ld", sum); }

// == before-the-beginning: refused or equal
void store(std::vector<int> &to, int i) { if (i > 0) to[i - 1] = work(i); }
void run() { std::vector<int> few(n); [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(few, i); show(few); }

// == rows-that-are-not-there: refused or equal
void store(std::vector<std::vector<int>> &rows, int i) { if (i < 20) for (int j = 0; j < 10; ++j) if (j < i) rows[i][j] = work(j); }
void run() {
  std::vector<std::vector<int>> rows;
  for (int i = 0; i < 20; ++i) rows.emplace_back(i);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(rows, i);
  for (const auto &row : rows) show(row);
}

// == one-branch-stores-elsewhere: refused or equal
void store(std::vector<int> &to, int i) { if (work(i) > 4) to[i] = 1; else to[i + 1] = 2; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a, i); show(a); }

// == reads-a-neighbour: refused or equal
void store(std::vector<int> &to, int i) { if (i > 0 && to[i - 1] > 3) to[i] = work(i); else to[i] = 5; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a, i); show(a); }

// == grows: refused or equal
void store(std::vector<int> &to, int i) { if (work(i) > 4) to.push_back(i); else to[i] = 1; }
void run() { std::vector<int> c(n); [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(c, i); show(c); }

// == null-in-some: refused or equal
void store(int *to, int i) { if (to) to[i] = work(i); }
void run() { int *none = nullptr; [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(i % 2 ? none : a.data(), i); show(a); }

// == goto: refused or equal
void store(int *to, int i) { if (i % 3) goto end; to[i] = work(i); end: return; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a.data(), i); show(a); }

// == in-a-lambda: refused or equal
void store(std::vector<int> &to, int i) { const auto put = [&](int k) { if (work(k)) to[k] = k; }; put(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(a, i); show(a); }

// == by-short-circuit: refused or equal
void store(int *to, int i) { (void)(i < 25 && (to[i] = work(i)) > 0); }
void run() { std::vector<int> few(25); [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(few.data(), i); show(few); }

// == the-field-of-others: refused or equal
void store(std::vector<Dot> &to, int i) { if (work(i) > 3) to[i].x = to[(i + 1) % n].on ? 1 : 2; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(dots, i); show_dots(); }

// == the-field-that-others-change: refused or equal
void store(std::vector<Dot> &to, int i) { if (work(i) > 3) to[i].x = to[(i + 1) % n].x; }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) store(dots, i); show_dots(); }

// == beside-a-total-in-the-object: refused or equal
struct Table { std::vector<int> cells; int used = 0; void put(int i) { if (work(i) > 4) { cells[i] = i; ++used; } } };
void run() { Table table{std::vector<int>(n), 0}; [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) table.put(i); show(table.cells); std::printf("%d", table.used); }

// == in-no-round: refused or equal
struct Guarded { int of[20]; int guard[20]; } guarded;
void show_guarded() { show(guarded.of); show(guarded.guard); }
void store(int *to, int i, int m) { for (int k = 0; k < m; ++k) to[i] += work(k); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { store(guarded.of, i, i < 20 ? 3 : 0); if (i >= 20) guarded.guard[39 - i] = i; } show_guarded(); }

// == in-no-round-of-an-outer-loop: refused or equal
struct Guarded { int of[20]; int guard[20]; } guarded;
void show_guarded() { show(guarded.of); show(guarded.guard); }
void store(int *to, int i, int m) { for (int j = 0; j < m; ++j) for (int k = 0; k < 1; ++k) to[i + k] += work(k); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { store(guarded.of, i, i < 20 ? 3 : 0); if (i >= 20) guarded.guard[39 - i] = i; } show_guarded(); }

// == in-an-empty-range: refused or equal
struct Guarded { int of[20]; int guard[20]; } guarded;
void show_guarded() { show(guarded.of); show(guarded.guard); }
void store(int *to, int i, const std::vector<int> &from) { for (int x : from) to[i] += x + work(i); }
void run() { std::vector<int> none, some{1, 2}; [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { store(guarded.of, i, i < 20 ? some : none); if (i >= 20) guarded.guard[39 - i] = i; } show_guarded(); }

// == under-a-second-condition: refused or equal
struct Guarded { int of[20]; int guard[20]; } guarded;
void show_guarded() { show(guarded.of); show(guarded.guard); }
void store(int *to, int i, bool yes) { for (int k = 0; k < 1 && yes; ++k) to[i + k] += work(k); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { store(guarded.of, i, i < 20); if (i >= 20) guarded.guard[39 - i] = i; } show_guarded(); }

// == up-to-the-smaller-limit: refused or equal
struct Guarded { int of[20]; int guard[20]; } guarded;
void show_guarded() { show(guarded.of); show(guarded.guard); }
void store(int *to, int i, int m) { for (int k = 0; k < std::min(1, m); ++k) to[i + k] += work(k); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { store(guarded.of, i, i < 20 ? 3 : 0); if (i >= 20) guarded.guard[39 - i] = i; } show_guarded(); }

// == in-a-statement-expression: refused or equal
struct Guarded { int of[20]; int guard[20]; } guarded;
void show_guarded() { show(guarded.of); show(guarded.guard); }
void store(int *to, int i, bool yes) { (void)({ if (yes) to[i] = work(i); 0; }); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { store(guarded.of, i, i < 20); if (i >= 20) guarded.guard[39 - i] = i; } show_guarded(); }

// == thrown-before-the-store: refused or equal
struct Guarded { int of[20]; int guard[20]; } guarded;
void show_guarded() { show(guarded.of); show(guarded.guard); }
int checked(int i) { if (i >= 20) throw 1; return work(i); }
void store(int *to, int i) { to[i] = checked(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) try { store(guarded.of, i); } catch (int) { guarded.guard[39 - i] = i; } show_guarded(); }

// == called-in-some-rounds: refused or equal
struct Guarded { int of[20]; int guard[20]; } guarded;
void show_guarded() { show(guarded.of); show(guarded.guard); }
void store(int *to, int i) { to[i] = work(i); }
void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 10; ++i) { for (int k = 0; k < 4; ++k) { if (i * 4 + k >= 20) break; store(guarded.of, i * 4 + k); } if (i >= 5) guarded.guard[i] = i; } show_guarded(); }

// == called-in-all-rounds: accepted
void store(int *to, int i) { to[i] = work(i); }
void run() { int *p = a.data(); [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) for (int k = 0; k < n; ++k) store(p, i * n + k); show(a); }
