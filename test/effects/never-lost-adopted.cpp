// What a local variable owns may be older than it is: it was handed over, moved, swapped or put into a smart pointer. Where
// a reference from before refers to a part of that, the loop runs natively; where it doesn't, in workers.
//
// RUN: split-file %s %t
// RUN: cat %t/loops.cpp %t/parts.cpp > %t/may-meet.cpp
// RUN: %equal %t/may-meet.cpp --both --allow-native
// RUN: cat %t/loops.cpp %t/others.cpp > %t/apart.cpp
// RUN: %equal %t/apart.cpp --both
// RUN: not %paraloop %t/array.cpp -- -std=c++17 2>&1 | FileCheck %s
// CHECK: 'owned' may refer to 'best.x'
//--- loops.cpp
#include <cstdio>
#include <memory>
#include <utility>
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
static void show(const std::vector<int> &seen) {
  for (int one : seen) std::printf("%d ", one);
  std::printf("\n");
}
static void handed_over(std::vector<Point> points, Point &best) {
  std::vector<int> seen;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    const int own = work(points[i % 2].norm() + i);
    if (own > best.x) best.x = own;
    seen.push_back(own);
  }
  show(seen);
}
static void changed(std::vector<int> numbers, const int &other) {
  [[paraloop]] for (int i = 0; i < 40; ++i) numbers[i] += work(other + i);
  show(numbers);
}
static void moved(std::vector<Point> &from, int &best) {
  std::vector<Point> points;
  points = std::move(from);
  std::vector<int> seen;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    const int own = work(points[i % 2].norm() + i);
    if (own > best) best = own;
    seen.push_back(own);
  }
  show(seen);
}
static void swapped(std::vector<Point> &from, int &best) {
  std::vector<Point> points;
  points.swap(from);
  std::vector<int> seen;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    const int own = work(points[i % 2].norm() + i);
    if (own > best) best = own;
    seen.push_back(own);
  }
  show(seen);
}
static void owned(std::unique_ptr<Point> point, int &best) {
  std::vector<int> seen;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    const int own = work(point->norm() + i);
    if (own > best) best = own;
    seen.push_back(own);
  }
  show(seen);
}
static void taken(Point *raw, int &best) {
  std::unique_ptr<Point> point(raw);
  std::vector<int> seen;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    const int own = work(point->norm() + i);
    if (own > best) best = own;
    seen.push_back(own);
  }
  show(seen);
}
static void shared(const std::shared_ptr<Point> &points, int &best) {
  std::vector<int> seen;
  [[paraloop]] for (int i = 0; i < 4; ++i) {
    const int own = work(points.get()[i].norm() + i);
    if (own > best) best = own;
    seen.push_back(own);
  }
  show(seen);
}
class Model {
public:
  Point *point() { return point_.get(); }
  void run(int &best) {
    std::vector<int> seen;
    [[paraloop]] for (int i = 0; i < 40; ++i) {
      const int own = work(point_->norm() + i);
      if (own > best) best = own;
      seen.push_back(own);
    }
    show(seen);
  }

private:
  std::unique_ptr<Point> point_ = std::make_unique<Point>();
};
//--- parts.cpp
int main() {
  std::vector<Point> points(2), more(2), last(2);
  Point &first = points.front();
  handed_over(std::move(points), first);
  std::vector<int> numbers(40, 1);
  const int &third = numbers[3];
  changed(std::move(numbers), third);
  int &x = more[1].x;
  moved(more, x);
  int &y = last[1].x;
  swapped(last, y);
  auto point = std::make_unique<Point>();
  int &z = point->x;
  owned(std::move(point), z);
  auto *raw = new Point;
  taken(raw, raw->x);
  const std::shared_ptr<Point> several(new Point[4], std::default_delete<Point[]>());
  shared(several, several.get()[3].x);
  Model model;
  model.run(model.point()->x);
}
//--- others.cpp
int main() {
  std::vector<Point> points(2), more(2), last(2);
  Point first;
  handed_over(std::move(points), first);
  int best = 1;
  changed(std::vector<int>(40, 1), best);
  moved(more, best);
  swapped(last, best);
  owned(std::make_unique<Point>(), best);
  best = 2;
  taken(new Point, best);
  const std::shared_ptr<Point> several(new Point[4], std::default_delete<Point[]>());
  best = 3;
  shared(several, best);
  best = 4;
  Model().run(best);
  std::printf("%d\n", best);
}
//--- array.cpp
#include <memory>
struct Point {
  int x = 1;
};
int work(int i);
void run(const std::unique_ptr<Point> &owned, Point &best) {
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    const int own = work(owned->x + i);
    if (own > best.x) best.x = own;
  }
}
