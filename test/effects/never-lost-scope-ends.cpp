// Objects of the body whose constructors and destructors change something from outside: the parent makes and destroys
// them in one update where nobody can tell. The tool refuses each of the others, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
struct Counted { int &count; ~Counted() { ++count; } };
struct Last { int &last; int value; ~Last() { last = last * 3 % 101 + value; } };
class Depth {
  int &depth_;
public:
  explicit Depth(int &depth) : depth_(depth) { ++depth_; }
  ~Depth() { --depth_; }
  Depth(const Depth &) = delete;
};
class ByPointer {
  int *out_;
public:
  int own = 2;
  explicit ByPointer(int &out) : out_(&out) {}
  ~ByPointer() { *out_ += own; }
  ByPointer(const ByPointer &) = delete;
};
void print(const std::vector<int> &v) { for (const int x : v) std::printf("%d ", x); }

// == counts: accepted
void run() {
  int count = 0, most = 0;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) {
    const Counted one{count};
    const int own = work(i);
    if (own > 20) continue;
    const Last two{most, own};
    out[i] = own;
  }
  std::printf("%d %d ", count, most);
  print(out);
}

// == goes-up-and-down: accepted
void run() {
  int depth = 3;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) {
    const Depth one(depth);
    out[i] = work(i);
  }
  std::printf("%d ", depth);
  print(out);
}

// == by-a-pointer: accepted
void run() {
  int sum = 0;
  std::vector<int> out;
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) {
    const ByPointer one(sum);
    out.push_back(work(i));
  }
  std::printf("%d ", sum);
  print(out);
}

// == in-a-method: accepted
class World {
  int count_ = 0, other_ = 0;
public:
  void run() {
    [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
      const Counted one{count_};
      other_ += work(i);
    }
    std::printf("%d %d ", count_, other_);
  }
};
void run() { World().run(); }

// == the-loop-is-left: accepted
void run() {
  int count = 0, sum = 0;
  try {
    [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
      const Counted one{count};
      const int own = work(i);
      if (i == 33) throw std::runtime_error("33");
      sum += own;
    }
  } catch (const std::exception &e) { std::puts(e.what()); }
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    const Counted one{count};
    if (work(i) == 30) break;
  }
  std::printf("%d %d ", count, sum);
}

// == read-before-it-ends: refused or equal
void run() {
  int depth = 0;
  std::vector<int> out;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    const int own = work(i);
    const Last one{depth, own};
    out.push_back(depth + own);
  }
  print(out);
}

// == changed-before-it-ends: refused or equal
void run() {
  int last = 0;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) {
    const Last one{last, 5};
    out[i] = work(i);
    last = last * 2 % 97 + out[i];
  }
  std::printf("%d ", last);
}

// == changed-by-another-name: refused or equal
void step(int &last, int &other) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    const Last one{last, 5};
    other = other * 2 % 97 + work(i);
  }
}
void run() { int last = 0; step(last, last); std::printf("%d ", last); }

// == changed-through-a-pointer: refused or equal
void run() {
  int last = 0;
  int *other = &last;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    const Last one{last, 5};
    *other = *other * 2 % 97 + work(i);
  }
  std::printf("%d ", last);
}

// == two-of-one-object: refused or equal
void run() {
  int last = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    const int own = work(i);
    const Last one{last, own};
    const Last two{last, own + 1};
  }
  std::printf("%d ", last);
}

// == its-value-is-set-later: refused or equal
void run() {
  int last = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    Last one{last, 0};
    one.value = work(i);
  }
  std::printf("%d ", last);
}

// == its-value-is-set-by-a-name: refused or equal
void run() {
  int last = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    Last one{last, 0};
    int &value = one.value;
    value = work(i);
  }
  std::printf("%d ", last);
}

// == it-refers-to-a-variable-of-the-body: refused or equal
struct Adds { int &sum; const int &value; ~Adds() { sum = sum * 3 % 101 + value; } };
void run() {
  int sum = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    int own = 0;
    const Adds one{sum, own};
    own = work(i);
  }
  std::printf("%d ", sum);
}

// == it-changes-a-variable-of-the-body: refused or equal
struct Both { int &sum; int &own; ~Both() { sum += own; own = 0; } };
void run() {
  int sum = 0;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) {
    int own = work(i);
    {
      const Both one{sum, own};
      out[i] = own;
    }
    out[i] += own;
  }
  std::printf("%d ", sum);
  print(out);
}

// == it-prints: refused or equal
struct Prints { int &count; ~Prints() { std::printf("end %d\n", ++count); } };
void run() {
  int count = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    const Prints one{count};
    std::printf("work %d\n", work(i));
  }
}

// == it-takes-the-time: refused or equal
struct Timer {
  long &total;
  std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
  explicit Timer(long &t) : total(t) {}
  ~Timer() { total += (std::chrono::steady_clock::now() - begin).count() > 50000 ? 1 : 0; }
};
void run() {
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    const Timer one(total);
    work(i);
  }
  std::printf("%ld ", total);
}

// == it-reads-what-the-loop-changes: refused or equal
struct Copies { std::vector<int> &out; const int &value; ~Copies() { out.push_back(value); } };
void run() {
  std::vector<int> out;
  int sum = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    const Copies one{out, sum};
    sum = sum * 3 % 101 + work(i);
  }
  print(out);
}

// == it-restores: refused or equal
struct Restores { int &x; int before; Restores(int &given, int y) : x(given), before(given) { x = y; } ~Restores() { x = before; } Restores(const Restores &) = delete; };
void run() {
  int x = 7;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) {
    const Restores one(x, work(i));
    out[i] = x;
  }
  std::printf("%d ", x);
  print(out);
}

// == in-an-inner-loop-and-a-condition: refused or equal
void run() {
  int count = 0, last = 0;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) {
    for (int k = 0; k < 3; ++k) {
      const Counted one{count};
      out[i] += work(static_cast<int>(i) + k);
      if (out[i] % 5 == 0) break;
    }
    if (out[i] % 2) { const Last two{last, out[i]}; out[i] += 1; }
  }
  std::printf("%d %d ", count, last);
  print(out);
}

// == a-pointer-that-is-set-again: refused or equal
struct Moved { int *out; explicit Moved(int *p, int *q) : out(p) { if (*q > 3) out = q; } ~Moved() { *out = *out * 3 % 101 + 1; } };
void run() {
  int a = 0, b = 9;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    const Moved one(&a, &b);
    work(i);
  }
  std::printf("%d %d ", a, b);
}

// == a-pointer-that-the-body-sets: refused or equal
void run() {
  int a = 0, b = 9;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (unsigned i = 0; i < n; ++i) {
    struct Points { int *out; ~Points() { *out = *out * 3 % 101 + 1; } };
    Points one{&a};
    out[i] = work(i);
    if (i % 2) one.out = &b;
  }
  std::printf("%d %d ", a, b);
}
