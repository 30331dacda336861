// Counters, sums and lists that a function reaches through pointers.
//
// RUN: %equal %s --both

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

struct Stats {
  long count = 0;
  double sum = 0;
  int best = -1;
  int where = -1;
  std::string log;
  std::vector<int> seen;

  void add(double x) {
    ++count;
    sum += x;
  }
};

static int work(int i) {
  for (int k = 0; k < 50; ++k)
    i = (i * 31 + 7) % 1009;
  return i;
}

static void fields(Stats *stats, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const int x = work(i);
    stats->count += 1;
    stats->sum += x / 7.0;
    if (x > stats->best) {
      stats->best = x;
      stats->where = i;
    }
    if (x % 50 == 0)
      stats->log += std::to_string(x) + " ";
    if (x % 20 == 0)
      stats->seen.push_back(i);
  }
}

static void methods(Stats *stats, int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) stats->add(work(i) / 3.0);
}

static void histogram(const unsigned char *pixels, int n, int *bins) {
  [[paraloop]] for (int i = 0; i < n; ++i) ++bins[pixels[i]];
}

static void remainders(const int *values, int n, int *counts, int m) {
  [[paraloop]] for (int i = 0; i < n; ++i) counts[work(values[i]) % m] += i;
}

static void total(const double *values, int n, double *sum) {
  [[paraloop]] for (int i = 0; i < n; ++i) *sum += values[i] * work(i);
}

class Simulation {
public:
  explicit Simulation(Stats *stats) : stats_(stats) {}
  void run(int n) {
    [[paraloop]] for (int i = 0; i < n; ++i) {
      stats_->add(work(i));
      ++hits_[work(i) % 3];
    }
  }
  void show() const {
    std::printf("%ld %.17g %d %d %d\n", stats_->count, stats_->sum, hits_[0],
                hits_[1], hits_[2]);
  }

private:
  Stats *stats_;
  int hits_[3] = {};
};

int main() {
  const int n = 3000;
  Stats stats;
  fields(&stats, n);
  methods(&stats, n);
  std::printf("%ld %.17g %d %d %s %zu\n", stats.count, stats.sum, stats.best,
              stats.where, stats.log.c_str(), stats.seen.size());
  std::vector<unsigned char> pixels(n);
  std::vector<int> values(n);
  std::vector<double> weights(n);
  for (int i = 0; i < n; ++i) {
    pixels[i] = work(i) % 256;
    values[i] = i % 77;
    weights[i] = 1.0 / (i + 1);
  }
  int bins[256] = {};
  histogram(pixels.data(), n, bins);
  std::vector<int> counts(16);
  remainders(values.data(), n, counts.data(), 16);
  double sum = 0.1;
  total(weights.data(), n, &sum);
  for (int bin : bins)
    std::printf("%d ", bin);
  for (int count : counts)
    std::printf("%d ", count);
  std::printf("%.17g\n", sum);
  Simulation simulation(&stats);
  simulation.run(n);
  simulation.show();
  auto owned = std::make_unique<Stats>();
  Stats *raw = owned.get();
  [[paraloop]] for (int i = 0; i < n; ++i) raw->sum += work(i);
  std::printf("%.17g\n", raw->sum);
  [[paraloop]] for (int i = 0; i < n; ++i) owned->add(work(i) / 3.0);
  const auto common = std::make_shared<Stats>();
  [[paraloop]] for (int i = 0; i < n; ++i) {
    common->sum += work(i) / 3.0;
    owned->seen.push_back(work(i) % 5);
  }
  std::printf("%.17g %.17g %zu\n", owned->sum, common->sum,
              owned->seen.size());
}
