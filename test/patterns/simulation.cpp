// Patterns of simulations: stencil into a second array, forces between bodies, an explicit step, rays.
//
// RUN: %equal %s
#include "../programs/Inputs/show.h"
#include <cmath>
#include <utility>
#include <vector>

struct Body {
  double x, y, vx, vy, mass;
};

struct Ray {
  double ox, oy, dx, dy;
};

/// Where a ray meets the unit circle, or -1.
static double meet(const Ray &ray) {
  const double b = ray.ox * ray.dx + ray.oy * ray.dy;
  const double c = ray.ox * ray.ox + ray.oy * ray.oy - 1;
  const double d = b * b - c;
  return d < 0 ? -1 : -b - std::sqrt(d);
}

static void stencil() {
  const int w = 40, h = 210;
  std::vector<double> now(w * h), next(w * h);
  for (int i = 0; i < w * h; ++i) now[i] = i % 7 * (i % 13);
  for (int step = 0; step < 3; ++step) {
    [[paraloop]]
    for (int y = 1; y < h - 1; ++y)
      for (int x = 1; x < w - 1; ++x)
        next[y * w + x] =
            0.2 * (now[y * w + x] + now[y * w + x - 1] + now[y * w + x + 1] + now[(y - 1) * w + x] + now[(y + 1) * w + x]);
    std::swap(now, next);
  }
  show("stencil", now);
}

static void forces() {
  const int n = 120;
  std::vector<Body> bodies(n);
  std::vector<double> fx(n), fy(n);
  for (int i = 0; i < n; ++i) bodies[i] = {std::cos(i), std::sin(i * 2.0), 0, 0, 1 + i % 3 * 0.5};
  for (int step = 0; step < 2; ++step) {
    [[paraloop]]
    for (int i = 0; i < n; ++i) {
      double sum_x = 0, sum_y = 0;
      for (int j = 0; j < n; ++j) {
        if (j == i) continue;
        const double dx = bodies[j].x - bodies[i].x, dy = bodies[j].y - bodies[i].y;
        const double inverse = 1 / std::sqrt(dx * dx + dy * dy + 0.01);
        sum_x += bodies[j].mass * dx * inverse * inverse * inverse;
        sum_y += bodies[j].mass * dy * inverse * inverse * inverse;
      }
      fx[i] = sum_x;
      fy[i] = sum_y;
    }
    [[paraloop]]
    for (int i = 0; i < n; ++i) {
      Body &body = bodies[i];
      body.vx += 0.01 * fx[i];
      body.vy += 0.01 * fy[i];
      body.x += body.vx;
      body.y += body.vy;
    }
  }
  for (const Body &body : bodies) show("body", body.x, body.y, body.vx, body.vy);
}

int main() {
  stencil();
  forces();
  const int width = 30, height = 220;
  std::vector<unsigned char> image(width * height);
  int hits = 0;
  [[paraloop]]
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const double length = std::sqrt(1 + x * x * 1e-4 + y * y * 1e-6);
      const Ray ray = {-2, 0.01 * (y - 100), 1 / length, 0.01 * x / length};
      const double t = meet(ray);
      if (t < 0) continue;
      ++hits;
      image[y * width + x] = static_cast<unsigned char>(40 * t);
    }
  }
  show("rays", hits, image);
}
