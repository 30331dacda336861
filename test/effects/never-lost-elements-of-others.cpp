// A pointer to an object beside fields of a container's elements, and beside a map's values: the pointer is compared with
// all elements when the loop starts. What a pointer leads to by way of a class is no element of a map of numbers.
//
// RUN: split-file %s %t
// RUN: cat %t/loops.cpp %t/elements.cpp > %t/may-meet.cpp
// RUN: %equal %t/may-meet.cpp --both --allow-native
// RUN: cat %t/loops.cpp %t/others.cpp > %t/apart.cpp
// RUN: %equal %t/apart.cpp --both
// RUN: %equal %t/numbers.cpp --both
// RUN: not %paraloop %t/arrays.cpp -- -std=c++17 2>&1 | FileCheck %s
// CHECK: arrays.cpp:{{.*}} 'p->x' may refer to 'cloud.points.x', which the loop changes [paraloop-may-alias]
//--- loops.cpp
#include <cstdio>
#include <list>
#include <map>
#include <vector>
static int work(int i) {
  unsigned x = static_cast<unsigned>(i) * 2654435761u;
  for (int k = 0; k < 50; ++k) x = x * 1664525u + 1013904223u;
  return static_cast<int>(x >> 8) % 1009;
}
struct Point {
  int x = 1;
  int norm() const { return x * 3 % 1009; }
};
static std::vector<int> seen;
static void vectors(std::vector<Point> &points, const Point *p) {
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    points[i].x += i;
    seen.push_back(work(p->norm() + i));
  }
}
static void lists(std::list<Point> &points, const Point *p) {
  [[paraloop]] for (Point &each : points) {
    each.x += 2;
    seen.push_back(work(p->norm()));
  }
}
static void maps(std::map<int, Point> &points, const Point *p) {
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    points[i % 5].x += i;
    seen.push_back(work(p->norm() + i));
  }
}
static void behind_its_end(std::vector<Point> &points, const Point *p) {
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    points[i].x += i;
    seen.push_back(work(p[-1].norm() + i));
  }
}
//--- elements.cpp
int main() {
  std::vector<Point> points(40);
  vectors(points, &points[7]);
  behind_its_end(points, points.data() + 40);
  std::list<Point> list(40);
  lists(list, &list.back());
  std::map<int, Point> map;
  maps(map, &map[3]);
  for (int one : seen) std::printf("%d ", one);
}
//--- others.cpp
int main() {
  std::vector<Point> points(40), others(40);
  vectors(points, &others[7]);
  behind_its_end(points, &others[7]);
  std::list<Point> list(40);
  lists(list, &others[7]);
  std::map<int, Point> map;
  maps(map, &others[7]);
  for (int one : seen) std::printf("%d ", one);
}
//--- numbers.cpp
#include <cstdio>
#include <map>
#include <vector>
struct Point {
  int x = 1;
  int norm() const { return x * 3 % 1009; }
};
static std::map<int, int> counts;
static int counted(int key) {
  const auto found = counts.find(key);
  if (found != counts.end()) return ++found->second;
  return counts[key] = 1;
}
int main() {
  const std::vector<Point> points(3);
  const std::vector<const Point *> chosen = {&points[2], &points[0], &points[1]};
  std::vector<int> results;
  long total = 0;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    total += counted(i % 5);
    results.push_back(chosen[i % 3]->norm() * i);
  }
  std::printf("%ld %d\n", total, results[5]);
}
//--- arrays.cpp
#include <vector>
struct Point {
  int x = 1;
};
struct Cloud {
  Point points[40];
};
static int work(int i) { return i * 7 % 5; }
void run(Cloud &cloud, const Point *p, std::vector<int> &seen) {
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    cloud.points[i].x += i;
    seen.push_back(work(p->x + i));
  }
}
