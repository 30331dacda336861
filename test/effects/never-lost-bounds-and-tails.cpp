// Bounds that the loop changes under another name, and tails that a function leaves alone. The tool refuses each of these
// programs, or the result is equal, natively as well as in workers.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native

#include <cstdio>
#include <unistd.h>
#include <vector>

int work(int i) {
  usleep(200); // So that all workers get something.
  return i;
}
template <class T> void show(const T &values) {
  for (const auto &x : values) std::printf("%ld ", static_cast<long>(x));
}

// == bound-shrinks: refused or equal
void go(int *p, const int &n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) p[i] = work(i) + 10; }
void run() {
  int a[60];
  for (const int size : {40, 20, 30}) {
    for (int &x : a) x = size;
    go(a, a[5]);
    show(a);
  }
}

// == bound-behind-pointer: refused or equal
void go(long *p, const long *n) { [[paraloop(chunk = 1)]] for (long i = 0; i < *n; ++i) p[i] = work(static_cast<int>(i)) * 3 + 1; }
void run() {
  long a[60];
  for (long &x : a) x = 8;
  go(a, a + 5);
  show(a);
  for (long &x : a) x = 50;
  go(a, a + 5);
  show(a);
}

// == bound-in-method: refused or equal
struct Queue { int size = 40; int length() const { return size; } void pop() { --size; } };
void go(Queue &q, Queue &r, std::vector<int> &out) { [[paraloop(chunk = 1)]] for (int i = 0; i < q.length(); ++i) { r.pop(); out.push_back(work(i)); } }
void run() { Queue q, r; std::vector<int> out; go(q, r, out); go(q, q, out); show(out); }

// == global-bound: refused or equal
int n = 40, *other = &n;
void run() {
  std::vector<int> out;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { *other -= 1; out.push_back(work(i)); }
  show(out);
}

// == list-grows: refused or equal
void go(const std::vector<int> &list, std::vector<int> &into) {
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < list.size(); ++i) if (i < 6) into.push_back(work(static_cast<int>(i)));
}
void run() { std::vector<int> list(4), into; list.reserve(100); go(list, into); go(list, list); show(list); }

// == list-grows-behind-pointer: refused or equal
std::vector<int> list(20);
void run() {
  std::vector<int> *into = &list;
  [[paraloop(chunk = 1)]] for (std::size_t i = 0; i < list.size(); ++i) { const int x = work(static_cast<int>(i)); if (i < 10) into->push_back(x); }
  show(list);
}

// == bound-of-other-object: refused or equal
struct Stepper {
  int n = 40;
  std::vector<int> out;
  void go(Stepper &other) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { other.n -= 1; out.push_back(work(i)); } }
};
void run() { Stepper a, b; a.go(b); a.go(a); show(a.out); }

// == bound-among-elements: refused or equal
struct Image { int w = 0; int width() const { return w; } };
void go(Image &image, std::vector<int *> &to) { [[paraloop(chunk = 1)]] for (int i = 0; i < image.width(); ++i) *to[i] = 12 + work(i) / 4; }
void run() {
  Image image;
  image.w = 50;
  std::vector<int> values(60);
  std::vector<int *> to;
  for (int &x : values) to.push_back(&x);
  to[10] = &image.w;
  go(image, to);
  show(values);
}

// == tail-in-struct: refused or equal
void fill(int *row, int first, int end, int seed) {
  for (int j = 0; j < 16; ++j)
    if (first + j < end) row[first + j] = seed * 100 + j;
}
struct Both { int a[90]; int total; int rest[20]; };
void run() {
  Both b{};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 6; ++i) { fill(b.a, i * 16, 90, work(i)); b.total += i; b.rest[2] += 1; }
  show(b.a);
  show(b.rest);
  std::printf("%d", b.total);
}

// == tail-of-vector: refused or equal
void fill(std::vector<int> &v, int first, int seed) {
  for (int j = 0; j < 16; ++j) {
    if (first + j >= static_cast<int>(v.size())) return;
    v[first + j] = seed * 100 + j;
  }
}
void run() {
  std::vector<int> v(90), last(4);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 6; ++i) { fill(v, i * 16, work(i)); last[0] += i; last[1] += last[0]; }
  show(v);
  show(last);
}

// == before-the-array: refused or equal
struct Edge { int before; int a[40]; };
void put(int *a, int i) { if (i > 0) a[i - 1] = work(i) * 3; }
void run() {
  Edge b{};
  [[paraloop(chunk = 1)]] for (int i = 39; i >= 0; --i) { b.before += 1; put(b.a, i); }
  show(b.a);
  std::printf("%d", b.before);
}

// == negative-divisor: refused or equal
void go(int *out, const int *in, const int *c, int end) { [[paraloop(chunk = 1)]] for (int i = 0; i < end; ++i) out[i] = in[20 + c[i] % -5] + work(i); }
void run() {
  int a[100], c[40];
  for (int k = 0; k < 100; ++k) a[k] = k;
  for (int k = 0; k < 40; ++k) c[k] = k * 7 - 100;
  go(a + 17, a, c, 6);
  go(a, a, c, 40);
  show(a);
}

// == tail-in-helper: refused or equal
struct Global { int a[90]; int total; int rest[20]; } global;
void one(int k, int x) { if (k < 90) global.a[k] = x; }
void all(int first) { for (int j = 0; j < 16; ++j) one(first + j, work(first) + j); }
void run() {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 6; ++i) { all(i * 16); global.total += i; global.rest[2] += global.total; }
  show(global.a);
  show(global.rest);
}
