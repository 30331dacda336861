// What a temporary holds after the loop is what the last iteration that
// assigned it left.
//
// RUN: %equal %s

#include <cstdio>
#include <string>
#include <vector>

static long work(long x) {
  for (int i = 0; i < 200; ++i)
    x = x * 6364136223846793005L + 1442695040888963407L;
  return (x >> 33) & 1023;
}

static long global = 1;
static long histogram[6];

struct Solver {
  long guess = 0;
  std::vector<long> trail;
  long solve(int n) {
    long sum = 0;
    [[paraloop]]
    for (int i = 0; i < n; ++i) {
      guess = work(i);
      trail.clear();
      while (guess > 3) {
        guess /= 2;
        trail.push_back(guess);
      }
      sum += guess + static_cast<long>(trail.size());
    }
    return sum;
  }
};

static long inFunction(int n) {
  static long kept = 3;
  long sum = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    kept = work(i);
    if (kept % 2)
      kept += 5;
    sum += kept;
  }
  return sum * 10 + kept;
}

static void byReference(int n, long &out, std::vector<long> &results) {
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    out = work(i);
    out *= 3;
    results.push_back(out);
  }
}

/// Nothing but a range-for loop reads what the loop leaves.
static void walkedAfter(int n) {
  std::vector<long> last(50, -1);
  [[paraloop]] for (int i = 0; i < n; ++i) last[i * 37 % 50] = work(i);
  for (const long one : last)
    std::printf("%ld ", one);
  std::printf("\n");
}

int main() {
  walkedAfter(300);
  const int n = 300;
  std::vector<long> results;

  long last = -1;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    last = work(i);
    last += i;
    if (last % 2)
      results.push_back(last);
  }
  std::printf("%ld\n", last);

  long sometimes = -1;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    const long value = work(i);
    if (value % 11 == 0) {
      sometimes = value;
      sometimes += i;
      results.push_back(sometimes);
    }
  }
  std::printf("%ld\n", sometimes);

  std::string line = "before";
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    line.clear();
    for (long w = work(i); w > 0; w /= 2)
      line += static_cast<char>('a' + w % 2);
    results.push_back(static_cast<long>(line.size()));
  }
  std::printf("%s\n", line.c_str());

  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    global = work(i);
    global ^= i;
    for (int k = 0; k < 6; ++k)
      histogram[k] = global * k;
    results.push_back(histogram[global % 6]);
  }
  std::printf("%ld %ld %ld\n", global, histogram[1], histogram[5]);

  long found = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    found = work(i);
    found -= 1;
    if (found % 97 == 5)
      break;
    results.push_back(found);
  }
  std::printf("%ld\n", found);

  Solver solver;
  std::printf("%ld %ld\n", solver.solve(n), solver.guess);
  for (const long one : solver.trail)
    std::printf("%ld\n", one);
  std::printf("%ld\n", inFunction(n));
  byReference(n, last, results);
  std::printf("%ld\n", last);

  long sum = 0;
  for (const long one : results)
    sum = sum * 31 + one;
  std::printf("%zu %ld\n", results.size(), sum);
}
