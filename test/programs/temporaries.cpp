// What every iteration assigns before it reads it needs no travel.
//
// RUN: %equal %s

#include <cstdio>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

static long work(long x) {
  for (int i = 0; i < 200; ++i)
    x = x * 6364136223846793005L + 1442695040888963407L;
  return (x >> 33) & 1023;
}

struct Point {
  long x = 0;
  long y = 0;
};

static void compute(long i, long &out) {
  out = work(i);
  if (out % 2 == 0)
    out += 3;
}

static void twoWays(long i, long *out) {
  if (i % 2 == 0)
    *out = work(i);
  else
    *out = -i;
}

int main() {
  const int n = 300;
  std::vector<long> results;

  long scalar;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    scalar = work(i);
    scalar += 1;
    if (scalar % 3 == 0)
      results.push_back(scalar);
  }

  long one = 7, other = 8;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    if (i % 2 == 0)
      one = work(i);
    else if (i % 3 == 0)
      one = other = i;
    else {
      one = 1;
    }
    results.push_back(one);
  }

  long kind = 3;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    switch (i % 4) {
    case 0:
      kind = work(i);
      break;
    case 1:
    case 2:
      kind = i;
      break;
    default:
      kind = -1;
    }
    results.push_back(kind);
  }

  std::string line;
  std::map<std::string, int> seen;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    line.clear();
    for (long w = work(i); w > 0; w /= 2)
      line += static_cast<char>('a' + w % 2);
    ++seen[line];
  }

  std::vector<long> parts, copy;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    parts.clear();
    for (long w = work(i); w > 0; w /= 3)
      parts.push_back(w % 3);
    copy = parts;
    copy.push_back(static_cast<long>(copy.size()));
    results.push_back(copy.back() * 10 + copy.front());
  }

  Point p;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    p.x = work(i);
    p.y = work(p.x);
    results.push_back(p.x * 1024 + p.y);
  }

  Point q;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    q = {i, work(i)};
    q.x += 2;
    results.push_back(q.x - q.y);
  }

  long out = 5, pointed = 6;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    compute(i, out);
    twoWays(i, &pointed);
    results.push_back(out - pointed);
  }

  int i, j;
  [[paraloop]]
  for (int k = 0; k < n; ++k) {
    long sum = 0;
    for (i = 0; i < 3; ++i)
      for (j = i; j < 5; ++j) {
        if (work(i * j + k) % 7 == 0)
          break;
        sum += i + j;
      }
    results.push_back(sum + i);
  }

  std::pair<long, long> both;
  long first = 0, second = 0;
  [[paraloop]]
  for (int k = 0; k < n; ++k) {
    both = std::make_pair(work(k), work(k + 1));
    std::tie(first, second) = both;
    results.push_back(first ^ second);
  }

  long held = 0;
  [[paraloop]]
  for (int k = 0; k < n; ++k) {
    held = work(k);
    const auto twice = [&] { return held * 2; };
    results.push_back(twice() + held);
  }

  long again = 0;
  int tries = 0;
  [[paraloop]]
  for (int k = 0; k < n; ++k) {
    tries = 0;
  retry:
    again = work(k + tries);
    if (again % 5 != 0 && ++tries < 4)
      goto retry;
    results.push_back(again * 10 + tries);
  }

  // The variables of an outer loop, assigned anew each time.
  long inner = 0;
  for (int outer = 0; outer < 3; ++outer) {
    inner = outer;
    results.push_back(inner);
    [[paraloop]]
    for (int k = 0; k < n; ++k) {
      inner = work(outer * n + k);
      results.push_back(inner);
    }
  }

  long sum = 0;
  for (const long one : results)
    sum = sum * 31 + one;
  std::printf("%zu %zu %ld\n", results.size(), seen.size(), sum);
  for (const auto &[key, count] : seen)
    std::printf("%s %d\n", key.c_str(), count);
}
