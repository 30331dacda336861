// Arrays and containers that an inner loop assigns before they are read.
//
// RUN: %equal %s

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <numeric>
#include <string>
#include <vector>

static long work(long x) {
  for (int i = 0; i < 50; ++i)
    x = x * 6364136223846793005L + 1442695040888963407L;
  return (x >> 33) & 1023;
}

int main() {
  const int n = 200;
  const int m = 12;
  std::vector<long> results;

  std::vector<long> row(m);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    long sum = 0;
    for (int k = 0; k < m; ++k)
      row[k] = work(i + k);
    for (int k = m - 1; k >= 1; --k)
      sum = sum * 3 + row[k] - row[k - 1];
    results.push_back(sum);
  }

  long fixed[8];
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < 8; ++k) {
      if (k % 2 == 0)
        fixed[k] = work(i * k);
      else
        fixed[k] = k;
    }
    results.push_back(fixed[work(i) % 8]);
  }

  long grid[4][5];
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    long sum = 0;
    for (int a = 0; a < 4; ++a)
      for (int b = 0; b < 5; ++b)
        grid[a][b] = work(i + a * b);
    for (int a = 0; a < 4; ++a)
      for (int b = 0; b <= a; ++b)
        sum += grid[a][b] * (b + 1);
    results.push_back(sum);
  }

  std::vector<int> counts(16);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    std::fill(counts.begin(), counts.end(), 0);
    for (int k = 0; k < 20; ++k)
      ++counts[work(i + k) % 16];
    results.push_back(*std::max_element(counts.begin(), counts.end()));
  }

  std::array<int, 16> bins;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int &bin : bins)
      bin = 0;
    for (int k = 0; k < 20; ++k)
      ++bins[work(i * k) % 16];
    results.push_back(bins[3] + 100 * bins[7]);
  }

  int letters[26];
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    std::memset(letters, 0, sizeof(letters));
    for (long w = work(i); w > 0; w /= 3)
      ++letters[w % 26];
    results.push_back(std::accumulate(letters, letters + 26, 0L) + letters[1]);
  }

  std::vector<std::vector<int>> buckets(5);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (auto &bucket : buckets)
      bucket.clear();
    for (int k = 0; k < 9; ++k)
      buckets[work(i + k) % 5].push_back(k);
    long size = 0;
    for (const auto &bucket : buckets)
      size = size * 10 + static_cast<long>(bucket.size());
    results.push_back(size);
  }

  std::vector<long> grown;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    const int count = 3 + i % 5;
    grown.resize(count);
    long sum = 0;
    for (int k = 0; k < count; ++k)
      grown[k] = work(i - k);
    for (int k = 0; k < count; ++k)
      sum += grown[k] * k;
    results.push_back(sum + static_cast<long>(grown.size()));
  }

  long sum = 0;
  for (const long one : results)
    sum = sum * 31 + one;
  std::printf("%zu %ld\n", results.size(), sum);
}
