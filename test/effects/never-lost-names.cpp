// Other names for what the loop changes: behind the last element, in another union member, under another class. The tool
// refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <unistd.h>
#include <vector>
#include <cstdio>

// == end-pointer: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() {
  static int a[60];
  const int *end = a + 60;
  std::vector<int> out(60);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { a[i] = work(i);
out[i] = end[-1 - i] + work(i + 3);
}
  for (int x : out) std::printf("%d ", x);
}

// == escape-two-calls: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
struct Reg { std::vector<const std::vector<int> *> l;
void put(const std::vector<int> &v) { l.push_back(&v);
} void add(const std::vector<int> &v) { put(v);
} int get(int k) const { return (*l[0])[k];
} };
void run() {
  std::vector<int> v(60, 1), out(60);
Reg r;
r.add(v);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { v[i] = work(i);
out[i] = r.get((i * 7) % 60) + work(i + 3);
}
  for (int x : out) std::printf("%d ", x);
}

// == array-pointer: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() { static double v[120];
std::vector<int> out(60);
const double (*z)[2] = reinterpret_cast<const double (*)[2]>(v);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { v[i] = work(i);
out[i] = int(z[i * 7 % 30][1]) + work(i + 3);
} for (int x : out) std::printf("%d ", x);
}

// == union-struct: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
union Vec { struct { float x, y, z;
} p;
struct { float r, g, b;
} c;
};
void run() {
  Vec v{};
  float out[60];
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { out[i] = v.c.r + work(i + 1);
v.p.x = work(i);
 }
  for (float x : out) std::printf("%g ", x);
  std::printf("%g\n", v.p.x);
}

// == c-inheritance: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
struct Base { int refs;
};
struct Derived { Base base;
int x;
};
void run() {
  Derived d{{0}, 3};
  std::vector<int> out(60);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { ((Base *)&d)->refs += work(i);
out[i] = d.base.refs + work(i + 1);
}
  for (int x : out) std::printf("%d ", x);
}

// == vector-bool-iterator: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() { std::vector<bool> b(60);
std::vector<int> out(60);
auto it = b.begin();
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { b[i] = work(i) % 2;
out[i] = it[i * 7 % 60] + work(i + 3);
} for (int x : out) std::printf("%d ", x);
for (bool x : b) std::printf("%d", x);
}
