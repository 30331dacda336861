// A header may ask an object for the size of a container of which the loop changes the elements; and a field of a
// variable of the body is a value that can be recorded whether the program would read it or not.
//
// RUN: %equal %s
// RUN: not %paraloop --dry-run %s -- -std=c++17 -DREFUSED 2>&1 | FileCheck %s

#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>

struct Particles {
  std::vector<double> x, speed;
  std::size_t size() const { return x.size(); }
  std::size_t first() const { return static_cast<std::size_t>(x[0]); }
};

struct Score {
  double value;
  std::string name;
};

static Score rate(int i) { return {std::fmod(i * 7.3, 11), "n" + std::to_string(i)}; }

int main() {
  Particles particles;
  for (int i = 0; i < 50; ++i) {
    particles.x.push_back(i);
    particles.speed.push_back(i % 7 / 3.0);
  }
  double energy = 0;
  [[paraloop]]
  for (std::size_t i = 0; i < particles.size(); ++i) {
    particles.speed[i] -= 0.1 * particles.x[i];
    particles.x[i] += particles.speed[i];
    energy += std::sqrt(std::fabs(particles.x[i]));
  }
  std::printf("%.17g %.17g\n", energy, particles.x[49]);

  double best = 0, below = 0;
  std::string last;
  [[paraloop]]
  for (int i = 0; i < 60; ++i) {
    const Score score = rate(i);
    best = best < score.value ? score.value : best;
    last = best > 5 ? score.name : last;
    below += best < 9 ? score.value : 0.5;
  }
  std::printf("%.17g %.17g %s\n", best, below, last.c_str());

#ifdef REFUSED
  // CHECK: :16:{{[0-9]+}}: error: the loop's header reads 'particles.x', which the loop changes [paraloop-header-reads-changed]
  [[paraloop]]
  for (std::size_t i = 0; i < particles.first(); ++i)
    particles.x[i] += 1;
#endif
}
