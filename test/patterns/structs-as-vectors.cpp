// Structs with operators of their own as elements: a particle system, as a class. What `a += b` returns is used by nobody, and
// what `a * s` returns is a new object.
//
// RUN: split-file %s %t
// RUN: %equal %t/accepted.cpp --both
// RUN: not %paraloop %t/refused.cpp -- -std=c++17 2>&1 | FileCheck %s
// CHECK: refused.cpp:12:{{.*}} [paraloop-callee-changes]
// CHECK: refused.cpp:16:{{.*}} [paraloop-callee-changes]
// CHECK: refused.cpp:21:{{.*}} [paraloop-carried]
//--- accepted.cpp
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string>
#include <vector>
struct Vec {
  double x = 0, y = 0;
  Vec &operator+=(const Vec &other) {
    x += other.x;
    y += other.y;
    return *this;
  }
  Vec operator*(double s) const { return {x * s, y * s}; }
  Vec operator-(const Vec &other) const { return {x - other.x, y - other.y}; }
  double norm2() const { return x * x + y * y; }
};
struct Particle {
  Vec position, velocity, force;
  double mass = 1;
  std::string name = "none";
};
class World {
public:
  explicit World(int n) : particles_(n) {
    for (int i = 0; i < n; ++i) particles_[i].position = {i * 0.5, i * 0.25};
  }
  void step(double dt) {
    [[paraloop]] for (std::size_t i = 0; i < particles_.size(); ++i) {
      Vec force;
      for (std::size_t j = 0; j < particles_.size(); ++j)
        if (i != j) {
          const Vec d = particles_[j].position - particles_[i].position;
          force += d * (particles_[j].mass / (d.norm2() + 0.1));
        }
      particles_[i].force = force;
    }
    [[paraloop]] for (auto &p : particles_) {
      p.velocity += p.force * dt;
      p.position += p.velocity * dt;
      p.name = "moved" + p.name.substr(0, 3);
    }
  }
  double energy() const {
    double energy = 0;
    [[paraloop]] for (const auto &p : particles_) energy += 0.5 * p.mass * p.velocity.norm2();
    return energy;
  }

private:
  std::vector<Particle> particles_;
};
int main() {
  World world(20);
  for (int round = 0; round < 3; ++round) world.step(0.01);
  std::printf("%.17g\n", world.energy());
  std::vector<Vec> field(40);
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    const Vec old = field[i];
    field[i] = Vec{old.y + i, std::sqrt(old.x + i)};
    field[i] += old;
  }
  for (const Vec &one : field) std::printf("%g %g ", one.x, one.y);
}
//--- refused.cpp
#include <vector>
struct Vec {
  int x = 0, y = 0;
  Vec &operator+=(Vec &other) {
    x += other.x;
    return other;
  }
};
static int work(const Vec &v) { return v.x * 7 % 5; }
void run(std::vector<Vec> &v, std::vector<int> &out) {
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    v[i] += v[i + 1];
    out[i] = work(v[i]);
  }
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    Vec &other = (v[i] += v[i + 1]);
    other.y += work(v[i]);
  }
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    v[i] = v[i + 1];
    v[i].y = work(v[i]);
  }
}
