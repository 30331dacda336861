// Methods that assign the fields of an object from outside, one by one: where these are all, no iteration sees what
// another one left. The tool refuses each of the others, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++17

#include <cstdio>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

int work(int i) {
  usleep(100); // So that all workers get something.
  return (i % 1009) * 7 % 31;
}
void show(const std::vector<int> &values) {
  for (int value : values) std::printf("%d ", value);
}

// == all-fields: accepted
struct Pair {
  int a = 1, b = 2;
  void set(int x) { a = x, b = x + 1; }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == in-order: accepted
struct Pair {
  int a = 1, b = 2;
  void set(int x) {
    a = x;
    b = a * 2 % 101;
  }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == on-both-ways: accepted
struct Pair {
  int a = 1, b = 2;
  void set(int x) {
    a = x;
    if (x % 2) b = x;
    else b = 3;
  }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == with-a-text: accepted
struct Pair {
  int a = 1;
  std::string name = "one";
  void set(int x) {
    a = x;
    name = std::to_string(x);
  }
  int sum() const { return a + static_cast<int>(name.size()); }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == field-of-a-class: accepted
struct Inner {
  int x = 1, y = 2;
};
struct Pair {
  int a = 1;
  Inner inner;
  void set(int x) {
    a = x;
    inner.x = x, inner.y = x % 7;
  }
  int sum() const { return a + inner.x * inner.y; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == by-another-method: accepted
struct Pair {
  int a = 1, b = 2;
  void setFirst(int x) { a = x; }
  void set(int x) {
    setFirst(x);
    b = x;
  }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == by-a-function: accepted
struct Pair {
  int a = 1, b = 2;
  
  int sum() const { return a * 3 + b; }
};
void set(Pair &to, int x) {
  to.a = x;
  to.b = x % 7;
}
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(t, i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == fields-are-read: accepted
struct Pair {
  int a = 1, b = 2;
  void set(int x) { a = x, b = x + 1; }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.a + t.b));
  }
  show(out), std::printf("%d", t.sum());
}

// == one-field: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) { a = x; }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
    t.b = work(i);
  }
  show(out), std::printf("%d", t.sum());
}

// == sometimes: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) {
    a = x;
    if (x % 2) b = x;
  }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == leaves-early: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) {
    a = x;
    if (x % 5 == 0) return;
    b = x;
  }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == reads-before: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) {
    b = a % 101;
    a = x;
  }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == swaps-before: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) {
    std::swap(a, b);
    a = x;
  }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == adds: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) {
    a = x;
    b += x;
  }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == read-before-it-is-set: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) { a = x, b = x + 1; }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(t.sum()));
    t.set(i);
  }
  show(out), std::printf("%d", t.sum());
}

// == set-in-some-iterations: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) { a = x, b = x + 1; }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    if (i % 3) t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == argument-is-a-field: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(const int &x) {
    a = 5;
    b = x + 1;
  }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(t.a);
    out.push_back(work(t.sum() + i));
  }
  show(out), std::printf("%d", t.sum());
}

// == base-class-is-set: refused or equal
struct Base {
  int a = 1, b = 2;
  void set(int x) { a = x, b = x + 1; }
};
struct Pair : Base {
  int c = 3;
  void grow(int x) { c = c * 3 % 101 + x; }
  int sum() const { return a + b + c; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
    if (i % 4 == 0) t.grow(i);
  }
  show(out), std::printf("%d", t.sum());
}

// == derived-calls-its-base: refused or equal
struct Base {
  int a = 1, b = 2;
  void set(int x) { a = x, b = x + 1; }
};
struct Pair : Base {
  int c = 3;
  void renew(int x) { Base::set(x); }
  void grow(int x) { c = c * 3 % 101 + x; }
  int sum() const { return a + b + c; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.renew(i);
    out.push_back(work(t.sum()));
    if (i % 4 == 0) t.grow(i);
  }
  show(out), std::printf("%d", t.sum());
}

// == derived-sets-fields-of-its-base: refused or equal
struct Base {
  int a = 1, b = 2;
};
struct Pair : Base {
  int c = 3;
  void set(int x) { a = x, b = x + 1; }
  void grow(int x) { c = c * 3 % 101 + x; }
  int sum() const { return a + b + c; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
    if (i % 4 == 0) t.grow(i);
  }
  show(out), std::printf("%d", t.sum());
}

// == derived-leaves-a-field-of-its-base: refused or equal
struct Base {
  int c = 3;
};
struct Pair : Base {
  int a = 1, b = 2;
  void set(int x) { a = x, b = x + 1; }
  void grow(int x) { c = c * 3 % 101 + x; }
  int sum() const { return a + b + c; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
    if (i % 4 == 0) t.grow(i);
  }
  show(out), std::printf("%d", t.sum());
}

// == overridden: refused or equal
struct Base {
  int a = 1, b = 2;
  virtual ~Base() = default;
  virtual void set(int x) { a = x, b = x + 1; }
};
struct Pair : Base {
  int c = 3;
  void set(int x) override {
    a = x;
    c += x;
  }
  int sum() const { return a + b + c; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    static_cast<Base &>(t).set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == union-in-it: refused or equal
union Number {
  int whole;
  unsigned char bytes[4];
};
struct Pair {
  int a = 1;
  Number n = {259};
  void set(int x) {
    a = x;
    n.bytes[0] = static_cast<unsigned char>(x);
  }
  int sum() const { return a + n.whole; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == array-in-it: refused or equal
struct Pair {
  int a = 1;
  int b[3] = {1, 2, 3};
  void set(int x) {
    a = x;
    b[x % 3] = x;
  }
  int sum() const { return a + b[0] + b[1] * b[2]; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == whole-array-in-it: refused or equal
struct Pair {
  int a = 1;
  int b[3] = {1, 2, 3};
  void set(int x) {
    a = x;
    for (int k = 0; k < 3; ++k) b[k] = x + k;
  }
  int sum() const { return a + b[0] + b[1] * b[2]; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == container-in-it: refused or equal
struct Pair {
  int a = 1;
  std::vector<int> b = {1, 2, 3};
  void set(int x) {
    a = x;
    b.push_back(x);
  }
  int sum() const { return a + static_cast<int>(b.size()) * b.back(); }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == container-is-filled: refused or equal
struct Pair {
  int a = 1;
  std::vector<int> b = {1, 2, 3};
  void set(int x) {
    a = x;
    for (int &each : b) each = x;
  }
  void grow() { b.push_back(3); }
  int sum() const { return a + static_cast<int>(b.size()) * b.back(); }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
    if (i % 4 == 0) t.grow();
  }
  show(out), std::printf("%d", t.sum());
}

// == container-is-assigned: refused or equal
struct Pair {
  int a = 1;
  std::vector<int> b = {1, 2, 3};
  void set(int x) {
    a = x;
    b.assign(3, x);
  }
  void grow() { b.push_back(3); }
  int sum() const { return a + static_cast<int>(b.size()) * b.back(); }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    t.grow();
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == pointer-in-it: refused or equal
struct Pair {
  int a = 1;
  int *b;
  void set(int x) {
    a = x;
    *b = x;
  }
  explicit Pair(int *to) : b(to) {}
  int sum() const { return a + *b; }
};
void run() {
  std::vector<int> out;
  int number = 3;
  Pair t(&number);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d %d", t.sum(), number);
}

// == reference-in-it: refused or equal
struct Pair {
  int a = 1;
  int &b;
  void set(int x) {
    a = x;
    b = x;
  }
  explicit Pair(int &to) : b(to) {}
  int sum() const { return a + b; }
};
void run() {
  std::vector<int> out;
  int number = 3;
  Pair t(number);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
    number += i % 3;
  }
  show(out), std::printf("%d %d", t.sum(), number);
}

// == another-name-is-read: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) { a = x, b = x + 1; }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  const Pair &name = t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(name.sum()));
    t.set(i);
  }
  show(out), std::printf("%d", t.sum());
}

// == another-object-is-set: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x, Pair &other) { other.a = x, other.b = x + 1; }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t, other;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i, other);
    out.push_back(work(t.sum() + other.sum()));
    t.a += i % 3;
  }
  show(out), std::printf("%d", t.sum());
}

// == throws-in-between: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) {
    a = x;
    if (x % 9 == 8) throw std::runtime_error("eight");
    b = x;
  }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    try {
      t.set(i);
    } catch (const std::runtime_error &) {
    }
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == leaves-the-loop: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) { a = x, b = x + 1; }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    if (i == 30) break;
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == own-static-field: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) {
    a = x;
    b = ++count;
  }
  static int count;
  int sum() const { return a * 3 + b; }
};
int Pair::count = 0;
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == recursive: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) {
    if (x > 20) return set(x / 2);
    a = x;
    if (x % 2) b = x;
  }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == lambda-sets-it: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) {
    const auto put = [this](int y) {
      a = y;
      if (y % 2) b = y;
    };
    put(x);
  }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}

// == goto-around: refused or equal
struct Pair {
  int a = 1, b = 2;
  void set(int x) {
    a = x;
    if (x % 3 == 0) goto end;
    b = x;
  end:
    return;
  }
  int sum() const { return a * 3 + b; }
};
void run() {
  std::vector<int> out;
  Pair t;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    t.set(i);
    out.push_back(work(t.sum()));
  }
  show(out), std::printf("%d", t.sum());
}
