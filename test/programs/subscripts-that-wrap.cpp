// Elements are noted where they are, also where a subscript of a narrow type
// wraps around in an inner loop.
//
// RUN: %equal %s --both --allow-native
#include <cstdint>
#include <cstdio>
#include <vector>
static void put(int (*t)[256], int i) {
  for (int j = 0; j < 16; ++j) {
    std::uint8_t k = i * 16 + 200 + j;
    t[i][k] = i * 100 + j;
  }
}
static void fill(std::vector<int> &v, int i) {
  for (int j = 0; j < 16; ++j) {
    std::uint8_t k = 250 + j;
    v[i * 256 + k] = i + j;
  }
}

int main(int argc, char **) {
  static int t[1024], u[1024], p[4096];
  int n = 39 + argc;
  [[paraloop]] for (int i = 0; i < n; ++i)
    for (int j = 0; j < 16; ++j) {
      unsigned char k = i * 16 + j;
      t[k] = i * 100 + j;
    }
  [[paraloop]] for (int i = 0; i < n; ++i)
    for (int j = 0; j < 16; ++j)
      u[(std::uint8_t)(i * 16 + j)] = i * 100 + j;
  [[paraloop]] for (int i = 0; i < n; ++i)
    for (unsigned j = 0; j < 16; ++j)
      p[(i * 16u + j - 700u) % 4096u] = i * 100 + j;
  static int w[70000];
  [[paraloop]] for (int i = 0; i < n; ++i) {
    std::uint16_t base = 65500 + i * 8;
    for (std::uint16_t j = 0; j < 8; ++j)
      w[(std::uint16_t)(base + j)] = i + j;
  }
  static int x[300];
  [[paraloop]] for (unsigned char i = 0; i < 40; ++i)
    for (unsigned char j = 0; j < 8; ++j) {
      const std::uint8_t at = i * 8 + j;
      x[at] = i + j;
    }
  long s = 0;
  for (auto *a : {t, u})
    for (int k = 0; k < 1024; ++k)
      s = (s * 3 + a[k]) % 1000003;
  for (int y : p)
    s = (s * 3 + y) % 1000003;
  for (int y : w)
    s = (s * 3 + y) % 1000003;
  for (int y : x)
    s = (s * 3 + y) % 1000003;
  static int rows[40][256];
  [[paraloop]] for (int i = 0; i < 40; ++i)
    put(rows, i);
  std::vector<int> v(40 * 256);
  [[paraloop]] for (int i = 0; i < 40; ++i)
    fill(v, i);
  static int sums[40][256];
  [[paraloop]] for (int i = 0; i < 40; ++i)
    for (int j = 0; j < 16; ++j) {
      std::uint8_t k = i * 3 + 250 + j;
      sums[i][k] += i + j;
    }
  for (auto &a : rows)
    for (int y : a)
      s = (s * 3 + y) % 1000003;
  for (auto &a : sums)
    for (int y : a)
      s = (s * 3 + y) % 1000003;
  for (int y : v)
    s = (s * 3 + y) % 1000003;
  std::printf("%ld\n", s);
}
