// Arrays of pointers to memory that meets: these loops run natively.
// RUN: %equal %s --allow-native

#include <cstdio>
#include <vector>

void shift(std::vector<double *> &rows, const std::vector<double> &from) {
  [[paraloop]]
  for (std::size_t i = 0; i < rows.size(); ++i)
    rows[i][0] = from[i] * 2 + 1;
}

void fold(double **rows, int n, int m) {
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < m; ++j)
      rows[i][j] = rows[i][j] * 2 + i;
}

void copy(double **to, double **from, int n) {
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    to[i][0] = from[i][1] + 1;
}

void local() {
  std::vector<double> memory(101, 1);
  std::vector<double *> rows;
  for (int i = 0; i < 100; ++i)
    rows.push_back(&memory[i + 1]);
  [[paraloop]]
  for (int i = 0; i < 100; ++i)
    *rows[i] = memory[i] * 3 + 1;
  for (const double x : memory)
    std::printf("%g ", x);
}

struct Node {
  long value;
};

void twice(std::vector<Node *> &nodes) {
  [[paraloop]]
  for (Node *node : nodes)
    node->value = node->value * 3 + 1;
}

int main() {
  std::vector<double> memory(400, 1);
  std::vector<double *> rows;
  for (int i = 0; i < 100; ++i)
    rows.push_back(&memory[i + 1]);
  shift(rows, memory);
  fold(rows.data(), 100, 3);
  copy(rows.data(), rows.data() + 1, 99);
  for (const double x : memory)
    std::printf("%g ", x);
  local();
  Node one{1}, two{2};
  std::vector<Node *> nodes;
  for (int i = 0; i < 100; ++i)
    nodes.push_back(i % 3 == 0 ? &one : &two);
  twice(nodes);
  std::printf("%ld %ld\n", one.value, two.value);
}
