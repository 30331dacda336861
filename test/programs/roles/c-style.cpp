// Loops as C programs have them: global arrays, index variables and temporaries declared far away, macros.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <cmath>

#define N 210
#define M 12
#define AT(i, j) ((i) * M + (j))

static double a[N][M], b[N][M], vector_in[M], vector_out[N];
static double flat[N * M];
static int marks[N], count;
static double largest;

static void fill(void) {
  int i, j;
  double value;
  [[paraloop]]
  for (i = 0; i < N; i++) {
    for (j = 0; j < M; j++) {
      value = (double)(i * j % 17) / N;
      a[i][j] = value;
      b[i][j] = value * value;
    }
  }
  for (j = 0; j < M; j++) vector_in[j] = 1.0 / (j + 1);
  show("indexes", i, j, value);
}

static void multiply(void) {
  int i, j;
  double sum;
  [[paraloop]]
  for (i = 0; i < N; i++) {
    sum = 0.0;
    for (j = 0; j < M; j++)
      sum = sum + a[i][j] * vector_in[j];
    vector_out[i] = sum;
    if (sum > 0.5) count++;
    largest = fmax(largest, sum);
  }
}

int main() {
  int i, j, k;
  double tmp, left, right;
  fill();
  multiply();
  show("product", vector_out, count, largest);
  [[paraloop]]
  for (i = 0; i < N; i++) {
    for (j = 1; j < M - 1; j++) {
      left = a[i][j - 1];
      right = a[i][j + 1];
      tmp = b[i][j];
      flat[AT(i, j)] = tmp * (left + right) / 2;
    }
    k = i % 3;
    if (k == 1) marks[i] = 1;
  }
  show("stencil", flat, marks);
  [[paraloop]]
  for (j = 0; j < N; j++)
    for (i = 0; i < M; i++)
      b[j][i] += a[j][i] * 2;
  show("update", b);
}
