// Arrays behind pointers: proven apart, or compared when the loop starts.
//
// RUN: %equal %s

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <vector>

static void stencil(double *out, const double *in, int n) {
  [[paraloop]] for (int i = 1; i < n - 1; ++i) out[i] = (in[i - 1] + in[i] + in[i + 1]) / 3;
}

static void scale(float *out, const float *in, const float *factors, int rows, int columns) {
  [[paraloop]] for (int i = 0; i < rows; ++i)
    for (int j = 0; j < columns; ++j) out[i * columns + j] = in[i * columns + j] * factors[j];
}

static void gather(double *__restrict out, const double *in, const int *order, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) out[i] = in[order[i]];
}

struct Image {
  int width, height;
  unsigned char *pixels;
};

static void invert(Image *image) {
  [[paraloop]] for (int y = 0; y < image->height; ++y)
    for (int x = 0; x < image->width; ++x)
      image->pixels[y * image->width + x] = 255 - image->pixels[y * image->width + x];
}

struct Layer {
  double *weights, *gradients;
  int size;
  void step(double rate) {
    [[paraloop]] for (int i = 0; i < size; ++i) {
      weights[i] -= rate * gradients[i];
      gradients[i] = 0;
    }
  }
};

int main() {
  std::vector<double> in(20), out(20);
  for (int i = 0; i < 20; ++i) in[i] = i * i;
  stencil(out.data(), in.data(), 20);
  stencil(in.data() + 10, in.data(), 8); // Neighbours that don't meet.
  for (double x : out) std::printf("%g ", x);
  for (double x : in) std::printf("%g ", x);
  std::vector<float> a(12, 1.5F), b(12), f = {1, 2, 3, 4};
  scale(b.data(), a.data(), f.data(), 3, 4);
  for (float x : b) std::printf("%g ", x);
  std::vector<int> order = {3, 1, 2, 0, 5, 4};
  gather(out.data(), in.data(), order.data(), 6);
  std::vector<unsigned char> pixels(15, 7);
  Image image{5, 3, pixels.data()};
  invert(&image);
  std::printf("%d %d\n", pixels[0], pixels[14]);
  double *fresh = new double[8];
  double *other = static_cast<double *>(std::malloc(8 * sizeof(double)));
  [[paraloop]] for (int i = 0; i < 8; ++i) {
    fresh[i] = out[i];
    other[i] = in[order[i % 6]];
  }
  auto owner = std::make_unique<double[]>(8);
  [[paraloop]] for (int i = 0; i < 8; ++i) owner[i] = fresh[7 - i] + other[i];
  Layer layer{fresh, other, 8};
  layer.step(0.5);
  for (int i = 0; i < 8; ++i) std::printf("%g %g %g\n", fresh[i], other[i], owner[i]);
  delete[] fresh;
  std::free(other);
}
