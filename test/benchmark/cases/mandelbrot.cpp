// Mandelbrot's set, width x width pixels: rows of very different cost, whose results are written in place.
#include "bench.h"
#include <vector>
#ifndef LOOP
#include "ways.h"
#endif

static int escape(double re, double im) {
  double x = 0, y = 0;
  int k = 0;
  for (; k < 256 && x * x + y * y < 4; ++k) {
    const double next = x * x - y * y + re;
    y = 2 * x * y + im;
    x = next;
  }
  return k;
}

int main(int argc, char **argv) {
  const long width = bench::argument(argc, argv, 1);
  std::vector<int> image(static_cast<std::size_t>(width * width));
  const double step = 3.0 / static_cast<double>(width);
  {
    const bench::Stopwatch stopwatch;
#ifdef LOOP
    [[paraloop]] for (long row = 0; row < width; ++row) for (long column = 0; column < width; ++column)
        image[row * width + column] = escape(column * step - 2.2, row * step - 1.5);
#else
    ways::rows(
        width,
        [&](long row, int *pixels) {
          for (long column = 0; column < width; ++column)
            pixels[column] = escape(column * step - 2.2, row * step - 1.5);
        },
        ways::slice(image, width));
#endif
  }
  bench::exact("image", bench::checksum_of(image));
}
