// Bodies that attract each other: in each step every body looks at all others. One short parallel loop a step.
#include "bench.h"
#include <cmath>
#include <vector>
#ifndef LOOP
#include "ways.h"
#endif

struct Vector {
  double x, y, z;
};

struct Body {
  Vector position, velocity;
  double mass;
};

static Vector attraction(const std::vector<Body> &bodies, const Body &self) {
  Vector sum = {0, 0, 0};
  for (const Body &other : bodies) {
    const double dx = other.position.x - self.position.x, dy = other.position.y - self.position.y,
                 dz = other.position.z - self.position.z;
    const double square = dx * dx + dy * dy + dz * dz + 1e-3;
    const double factor = other.mass / (square * std::sqrt(square));
    sum.x += dx * factor;
    sum.y += dy * factor;
    sum.z += dz * factor;
  }
  return sum;
}

static void move(Body &body, const Vector &pull) {
  body.velocity = {body.velocity.x + pull.x * 1e-3, body.velocity.y + pull.y * 1e-3, body.velocity.z + pull.z * 1e-3};
  body.position = {body.position.x + body.velocity.x * 1e-3, body.position.y + body.velocity.y * 1e-3,
                   body.position.z + body.velocity.z * 1e-3};
}

static std::vector<Body> cloud(long n) {
  std::vector<Body> bodies(static_cast<std::size_t>(n));
  for (std::size_t i = 0; i < bodies.size(); ++i)
    bodies[i] = {{static_cast<double>(bench::mix(3 * i) % 1000), static_cast<double>(bench::mix(3 * i + 1) % 1000),
                  static_cast<double>(bench::mix(3 * i + 2) % 1000)},
                 {0, 0, 0},
                 1.0};
  return bodies;
}

int main(int argc, char **argv) {
  const long n = bench::argument(argc, argv, 1), steps = bench::argument(argc, argv, 2);
  std::vector<Body> bodies = cloud(n);
  std::vector<Vector> pulls(bodies.size());
  {
    const bench::Stopwatch stopwatch;
    for (long step = 0; step < steps; ++step) {
#ifdef LOOP
      [[paraloop]] for (std::size_t i = 0; i < bodies.size(); ++i) pulls[i] = attraction(bodies, bodies[i]);
#else
      ways::rows(
          n, [&](long i, Vector *pull) { *pull = attraction(bodies, bodies[static_cast<std::size_t>(i)]); },
          ways::slice(pulls));
#endif
      for (std::size_t i = 0; i < bodies.size(); ++i)
        move(bodies[i], pulls[i]);
    }
  }
  bench::exact("bodies", bench::checksum_of(bodies));
}
