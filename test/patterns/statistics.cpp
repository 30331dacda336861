// Patterns of statistics: k-means assignment, histogram, all distances, Monte Carlo with seeds of its own.
//
// RUN: %equal %s
#include "../programs/Inputs/show.h"
#include <cmath>
#include <limits>
#include <random>
#include <vector>

struct Sample {
  double x, y;
};

int main() {
  const int n = 400, k = 5;
  std::vector<Sample> samples;
  for (int i = 0; i < n; ++i) samples.push_back({std::sin(i * 1.7) * 3, std::cos(i * 0.9)});
  std::vector<Sample> centers(samples.begin(), samples.begin() + k);
  std::vector<int> label(n, -1);
  for (int round = 0; round < 3; ++round) {
    int changed = 0;
    std::vector<Sample> sums(k, Sample{0, 0});
    std::vector<int> members(k);
    [[paraloop]]
    for (int i = 0; i < n; ++i) {
      int best = 0;
      double nearest = std::numeric_limits<double>::max();
      for (int c = 0; c < k; ++c) {
        const double d = std::hypot(samples[i].x - centers[c].x, samples[i].y - centers[c].y);
        if (d < nearest) {
          nearest = d;
          best = c;
        }
      }
      if (label[i] != best) ++changed;
      label[i] = best;
      sums[best].x += samples[i].x;
      sums[best].y += samples[i].y;
      ++members[best];
    }
    for (int c = 0; c < k; ++c) centers[c] = {sums[c].x / members[c], sums[c].y / members[c]};
    show("round", changed, members);
  }
  show("labels", label);

  std::vector<long> histogram(20);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    const int bin = static_cast<int>((samples[i].x + 3) / 6 * 19.999);
    ++histogram[bin];
  }
  std::vector<float> distances(n * 20);
  [[paraloop]]
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < 20; ++j)
      distances[i * 20 + j] = static_cast<float>(std::hypot(samples[i].x - samples[j].x, samples[i].y - samples[j].y));
  show("distances", histogram, distances);

  long inside = 0;
  double mean = 0;
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    std::mt19937 random(static_cast<unsigned>(i));
    std::uniform_real_distribution<double> unit(0, 1);
    int hits = 0;
    for (int trial = 0; trial < 20; ++trial) {
      const double x = unit(random), y = unit(random);
      if (x * x + y * y < 1) ++hits;
    }
    inside += hits;
    mean += hits / 20.0;
  }
  show("pi", inside, mean / 300);
}
