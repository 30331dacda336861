// What a method changes and reads is known field by field: one that keeps away from what the loop changes may be called.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <vector>

struct Counter {
  int count = 0;
  int scale = 2;
  mutable int asked = 0;
  std::vector<int> seen;

  int scaled(int i) const { return scale * i; }
  int plus(int i) const { return count + i; } // expected-note {{read here}}
  int noted(int i) const { return ++asked, i; }
  void add(int i) { count += i; }
  virtual int open(int i) { return i; }
  virtual int close(int i) { return i; }
  virtual ~Counter() = default;

  void refused(int n) {
    [[paraloop]] for (int i = 0; i < n; ++i) {
      const int sum = plus(i); // expected-error {{'plus' is called here and reads 'this->count'}} expected-note {{hint}}
      count += sum; // expected-note {{changed here}}
    }
    [[paraloop]] for (int i = 0; i < n; ++i) seen.push_back(noted(i)); // In the parent, object and all.
    [[paraloop]] for (int i = 0; i < n; ++i) add(i);
  }
  void replayed(int n) { // A derived class has another open().
    [[paraloop]] for (int i = 0; i < n; ++i) open(i);
  }
  void accepted(int n) {
    [[paraloop]] for (int i = 0; i < n; ++i) close(i); // All classes that can derive from this one are in this file.
    [[paraloop]] for (int i = 0; i < n; ++i) count += scaled(i);
  }
};
struct Derived : Counter {
  int open(int i) override { return count += i; }
};
