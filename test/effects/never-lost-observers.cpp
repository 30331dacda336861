// What the pointers in a container lead to is changed by the parent, in iteration order: observers that are told each result.
// Memory that workers read is compared with what the pointers lead to; a field of a derived class can't be.
//
// RUN: split-file %s %t
// RUN: %equal %t/accepted.cpp --both
// RUN: %equal %t/may-meet.cpp --both --allow-native
// RUN: not %paraloop %t/refused.cpp -- -std=c++17 2>&1 | FileCheck %s
// CHECK: refused.cpp:24:{{.*}} 'other' may refer to '*observers', which the loop changes [paraloop-may-alias]
// CHECK: refused.cpp:30:{{.*}} 'other' may refer to '*observer', which the loop changes [paraloop-may-alias]
// CHECK: refused.cpp:36:{{.*}} 'other' may refer to '*observer', which the loop changes [paraloop-may-alias]
// CHECK: refused.cpp:42:{{.*}} '*observer' may refer to 'other', which the loop changes [paraloop-may-alias]
// CHECK: refused.cpp:50:{{.*}} [paraloop-callee-changes]
//--- accepted.cpp
#include <cmath>
#include <cstdio>
#include <memory>
#include <vector>
struct Observer {
  virtual ~Observer() = default;
  virtual void told(int i, double x) = 0;
};
struct Collecting : Observer {
  std::vector<double> all;
  void told(int, double x) override { all.push_back(x); }
};
struct Printing : Observer {
  void told(int i, double x) override {
    if (i % 10 == 0) std::printf("%d: %g\n", i, x);
  }
};
static double work(int i) {
  double sum = 0;
  for (int k = 1; k < 50; ++k) sum += std::sin(i * k) / k;
  return sum;
}
class Engine {
public:
  void add(Observer *one) { observers_.push_back(one); }
  void run(int n) {
    [[paraloop]] for (int i = 0; i < n; ++i) {
      const double x = work(i);
      for (Observer *one : observers_) one->told(i, x);
    }
  }

private:
  std::vector<Observer *> observers_;
};
int main() {
  Collecting collecting;
  Printing printing;
  Engine engine;
  engine.add(&collecting);
  engine.add(&printing);
  engine.run(40);
  std::vector<std::unique_ptr<Observer>> owned;
  owned.push_back(std::make_unique<Printing>());
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    const double x = work(i);
    for (auto &one : owned) one->told(i, x);
  }
  for (double one : collecting.all) std::printf("%.17g ", one);
}
//--- may-meet.cpp
#include <cstdio>
#include <vector>
static int work(int i) {
  unsigned x = static_cast<unsigned>(i) * 2654435761u;
  for (int k = 0; k < 50; ++k) x = x * 1664525u + 1013904223u;
  return static_cast<int>(x >> 8) % 1009;
}
struct Account {
  int sum = 0;
  void add(int x) { sum += x; }
};
static std::vector<int> seen;
static void run(const std::vector<Account *> &accounts, const int &other) {
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(i + other));
    accounts[i % 2]->add(i);
  }
}
int main() {
  Account a, b;
  int other = 3;
  run({&a, &b}, other);
  run({&a, &b}, b.sum);
  int x = 0, y = 0;
  const std::vector<int *> cells{&x, &y};
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(i + x));
    *cells[i % 2] += i;
  }
  for (int one : seen) std::printf("%d ", one);
  std::printf("%d %d %d\n", a.sum, b.sum, x);
}
//--- refused.cpp
#include <memory>
#include <vector>
static int work(int i) {
  unsigned x = static_cast<unsigned>(i) * 2654435761u;
  for (int k = 0; k < 50; ++k) x = x * 1664525u + 1013904223u;
  return static_cast<int>(x >> 8) % 1009;
}
struct Observer {
  virtual ~Observer() = default;
  virtual void told(int i) = 0;
  virtual int value() const { return 1; }
};
struct Counting : Observer {
  int count = 0;
  void told(int i) override { count += i; }
  int value() const override { return count; }
};
static std::vector<int> seen;
void of_vector(const std::vector<Observer *> &observers, const int &other) {
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    for (Observer *one : observers) one->told(i);
    // The int may be the count of one of them.
    const int own = work(i);
    seen.push_back(own + other);
  }
}
void of_pointer(Observer *observer, const int &other) {
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    const int own = work(i);
    seen.push_back(own + other);
    observer->told(i);
  }
}
void of_owner(const std::unique_ptr<Observer> &observer, const int &other) {
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(i) + other);
    observer->told(i);
  }
}
void read(const std::unique_ptr<Observer> &observer, int &other) {
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(i) + observer->value());
    other += i;
  }
}
void changed(std::vector<Observer *> observers) {
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(i));
    if (i == 7) observers[0] = observers[1];
    observers[0]->told(i);
  }
}
