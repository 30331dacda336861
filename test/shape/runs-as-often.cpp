// Counted loops run as often in parallel as they do sequentially, at the ends of their types too.
//
// RUN: %equal %s --allow-native --both

#include <cstdio>
#include <vector>

int main() {
  long sum = 0;
  const unsigned long n = 50;
  const std::vector<int> values(50, 2);
  [[paraloop]] for (unsigned long i = n - 1; i < n; --i) sum = sum * 3 + static_cast<long>(i);
  [[paraloop]] for (int i = 2147483600; i < 2147483647; ++i) sum += i % 7;
  [[paraloop]] for (signed char c = -100; c <= 100; c += 50) sum = sum * 5 + c;
  [[paraloop]] for (unsigned char c = 250; c > 3; c -= 2) sum += c;
  [[paraloop]] for (long i = 2147483640L; i != 2147483690L; ++i) sum += i % 11;
  [[paraloop]] for (int i = 100; i > 0; i -= 3) sum = sum * 3 + i;
  [[paraloop]] for (std::size_t i = 0; i < values.size(); ++i) sum += values[i];
  [[paraloop]] for (int i = 5; i < 5; ++i) sum = 0;
  [[paraloop]] for (unsigned i = 7; i < 3; ++i) sum = 0;
  std::printf("%ld\n", sum);
}
