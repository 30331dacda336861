// Where the memory behind two pointers meets, the loop runs natively; so does one whose rows run into each other.
//
// RUN: %equal %s --allow-native

#include <cstdio>
#include <vector>

static void shift(double *out, const double *in, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) out[i] = in[i] + 1;
}

static void rows(std::vector<double> &a, int n, int width, int stride) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    for (int j = 0; j < width; ++j) a[i * stride + j] = a[i * stride + j] * 2 + j;
}

static void columns(std::vector<double> &a, int n, int width) {
  [[paraloop]] for (int i = 0; i < n; ++i)
    for (int k = 0; k < 3; ++k) a[k * width + i] = a[k * width + i] * 2 + k;
}

static void reference(std::vector<double> &a, const double &first) {
  [[paraloop]] for (std::size_t i = 0; i < a.size(); ++i) a[i] = first + a[i];
}

static void wrapped(std::vector<double> &a, unsigned first, unsigned n) {
  [[paraloop]] for (unsigned i = first; i < n; ++i) a[i - 2] = a[i - 2] * 3 + i;
}

static void halves(std::vector<int> &a, int n, int half) {
  [[paraloop]] for (int i = 0; i < n; ++i) a[i] = a[i + half] + 1;
}

int main() {
  std::vector<double> a(40);
  for (int i = 0; i < 40; ++i) a[i] = i;
  shift(a.data() + 1, a.data(), 20);
  shift(a.data(), a.data() + 1, 20);
  shift(a.data(), a.data(), 20);
  shift(a.data() + 20, a.data(), 20);
  rows(a, 5, 7, 6);
  rows(a, 5, 6, 6);
  rows(a, 5, 3, -0);
  columns(a, 12, 10);
  columns(a, 10, 10);
  reference(a, a[3]);
  wrapped(a, 2, 20);
  for (double x : a) std::printf("%g ", x);
  std::vector<int> b(20, 1);
  halves(b, 10, 10);
  halves(b, 10, 3);
  for (int x : b) std::printf("%d ", x);
  std::printf("\n");
}
