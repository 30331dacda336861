// Roles for which the user's word stands: private and independent.
// RUN: %equal %s

#include <cstdio>
#include <numeric>
#include <string>
#include <vector>

struct Node {
  long value;
  Node *next;
};

long work(long x) {
  long s = x;
  for (int k = 0; k < 500; ++k)
    s = s * 31 + k % 7;
  return s % 1000;
}

std::vector<int> shuffled(int n) {
  std::vector<int> order(n);
  std::iota(order.begin(), order.end(), 0);
  for (int i = 0; i < n; ++i)
    std::swap(order[i], order[(i * 7) % n]);
  return order;
}

void scattered(double *a, double **rows, const std::vector<int> &order) {
  const int n = static_cast<int>(order.size());
  [[paraloop(independent(a))]]
  for (int i = 0; i < n; ++i) {
    double &x = a[order[i]];
    x = x * 2 + work(i);
  }
  [[paraloop(independent(rows))]]
  for (int i = 0; i < n; ++i) {
    double *row = rows[order[i]];
    for (int j = 0; j < 5; ++j)
      row[j] += work(j) + a[i];
  }
}

long conditional(int n, std::vector<long> &out) {
  long t = -1;
  std::vector<long> buffer(10);
  [[paraloop(private(t, buffer))]]
  for (int i = 0; i < n; ++i) {
    const int used = i % 10;
    if (i % 3 == 0)
      t = work(i);
    for (int j = 0; j < used; ++j)
      buffer[j] = work(i + j);
    out[i] = i % 3 == 0 ? t : std::accumulate(buffer.begin(), buffer.begin() + used, 0L);
  }
  return t;
}

void nested(std::vector<std::vector<std::string>> &lists, const std::vector<int> &order) {
  [[paraloop(independent(lists))]]
  for (const int k : order)
    lists[k].push_back(std::to_string(work(k) + lists[k].size()));
}

int main() {
  const std::vector<int> order = shuffled(100);
  std::vector<double> a(100, 3), memory(500);
  std::vector<double *> rows(100);
  for (int i = 0; i < 100; ++i)
    rows[i] = &memory[5 * i];
  scattered(a.data(), rows.data(), order);
  std::vector<long> out(100);
  std::printf("%ld\n", conditional(100, out));
  std::vector<std::vector<std::string>> lists(100, std::vector<std::string>(2));
  nested(lists, order);
  for (int i = 0; i < 100; ++i)
    std::printf("%g %g %ld %s\n", a[i], memory[5 * i + 3], out[i], lists[i].back().c_str());
}
