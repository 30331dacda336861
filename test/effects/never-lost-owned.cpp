// Objects that workers change in their own copies, and other names for them: the tool refuses it, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
#include <cstdio>
#include <functional>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <unistd.h>
#include <utility>
#include <vector>

// == base-pointer: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
struct Base { int id = 1;
};
struct Counter : Base { int n = 0;
};
void run() { Counter c;
const Base *p = &c;
std::vector<int> out(60);
 
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { c.n += work(i);
out[i] = static_cast<const Counter *>(p)->n + work(i + 3);
} for (int x : out) std::printf("%d ", x);
}

// == base-registry: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
std::vector<int> out(60);
struct Base { int id = 1;
};
struct Der : Base { int n = 0;
void run();
};
Base *reg;
void Der::run() {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { n += work(i);
out[i] = static_cast<Der *>(reg)->n + work(i + 1);
} }
void run() { Der d;
reg = &d;
d.run();
for (int x : out) std::printf("%d ", x);
}

// == escape-cref: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
struct Src { std::reference_wrapper<const std::vector<int>> r;
explicit Src(const std::vector<int> &d) : r(d) {} void attach(const std::vector<int> &v) { r = std::cref(v);
} };
void run() { std::vector<int> v(60), out(60), d(60);
Src s(d);
s.attach(v);
 
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { v[i] = work(i);
out[i] = s.r.get()[i * 7 % 60] + work(i + 3);
} for (int x : out) std::printf("%d ", x);
}

// == escape-iterator: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() {
  std::vector<int> v(60, 1), out(60);
std::vector<int>::iterator s;
s = v.begin();
 
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { v[i] = work(i);
out[i] = s[(i * 7) % 60] + work(i + 3);
}
  for (int x : out) std::printf("%d ", x);
}

// == escape-list: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() { std::vector<int> v(60), out(60);
std::vector<int *> ps;
ps = {v.data(), v.data() + 30};
 
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { v[i] = work(i);
out[i] = ps[i % 2][i * 7 % 30] + work(i + 3);
} for (int x : out) std::printf("%d ", x);
}

// == escape-range-for-list: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() { std::vector<int> out(60);
std::list<int> l(60, 1);
std::vector<int *> ptr;
for (int &x : l) ptr.push_back(&x);
[[paraloop(chunk = 1)]] for (int &x : l) { x = x + work(x) + *ptr[0];
} for (int x : l) std::printf("%d ", x);
}

// == escape-range-for: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
struct Item { int x = 0;
};
void run() { std::vector<Item> v(60);
std::vector<int> out(60);
std::vector<const Item *> ptrs;
for (auto &x : v) ptrs.push_back(&x);
 
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { v[i].x = work(i);
out[i] = ptrs[i * 7 % 60]->x + work(i + 3);
} for (int x : out) std::printf("%d ", x);
}

// == escape-transform: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() { std::vector<int> v(60), out(60);
std::vector<int *> ptrs;
std::transform(v.begin(), v.end(), std::back_inserter(ptrs), [](int &x) { return &x;
});
 
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { v[i] = work(i);
out[i] = *ptrs[i * 7 % 60] + work(i + 3);
} for (int x : out) std::printf("%d ", x);
}

// == loud-apart-pointer: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
struct P { int x = 1;
int y = 0;
};
void run() { std::vector<P> p(60);
std::vector<int> q(60);
P *mid = p.data() + 30;
int *qe = q.data() + 60;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p[i].x += work(i);
q[i] = work(i) + (i < 30 ? mid[i].x : 0) + (i > 30 ? qe[-i] : 0);
} for (auto &x : p) std::printf("%d ", x.x);
for (int x : q) std::printf("%d ", x);
}

// == needless-row-callee: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void fill(int *row, int n, int i) { for (int j = 0; j < n; ++j) row[j] = work(i + j);
}
void run() { static int m[60][4];
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { fill(m[i], 4, i);
} for (auto &r : m) for (int x : r) std::printf("%d ", x);
}

// == pointer-array-field: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
struct Tab { int *rows[2];
};
void run() { static int v[60];
std::vector<int> out(60);
Tab t{{v, v + 30}};
 
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { v[i] = work(i);
out[i] = t.rows[i % 2][i * 7 % 30] + work(i + 3);
} for (int x : out) std::printf("%d ", x);
}

// == pointer-array: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() {
  int v[60] = {};
std::vector<int> out(60);
int *rows[2] = {v, v + 30};
 
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { v[i] = work(i);
out[i] = rows[i % 2][i % 30] + work(i + 3);
}
  for (int x : out) std::printf("%d ", x);
}

// == slice-empty: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() { std::vector<std::string> s(6);
std::vector<int> out(60);
 
[[paraloop(chunk = 1)]] for (int i = 0; i < 6; ++i) { s[i] += std::string(work(i) % 5, 'a');
if (i > 0 && !s[i - 1].empty()) s[i] += 'x';
} for (auto &x : s) std::puts(x.c_str());
}

// == slice-size: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() {
  std::vector<std::vector<int>> rows(60);
 
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { rows[i].push_back(work(i));
if (rows[0].size() > 0) rows[i].push_back(work(i + 1));
}
  for (auto &r : rows) { for (int x : r) std::printf("%d ", x);
std::puts("");
}
}

// == temporary-element-assign: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
struct T { int v = 0, n = 0;
T() = default;
T(int x) : v(x) {} T(const T &) = default;
T &operator=(const T &o) { v = o.v;
++n;
return *this;
} };
void run() { std::vector<int> out(60);
std::vector<T> row(3);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { const std::vector<T> src(3, T(work(i)));
row = src;
out[i] = row[1].v * 10 + row[1].n;
} for (int x : out) std::printf("%d ", x);
}

// == temporary-hidden-field: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
struct Base { int x = 0;
};
struct D : Base { int x = 0;
void run(std::vector<int> &out) {
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { x = work(i);
out[i] = x + Base::x;
Base::x += out[i] % 7;
} } };
void run() { std::vector<int> out(60);
D d;
d.run(out);
for (int x : out) std::printf("%d ", x);
std::printf("%d %d", d.x, d.Base::x);
}

// == temporary-member-assign: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
struct T { int v = 0, n = 0;
T() = default;
T(int x) : v(x) {} T(const T &) = default;
T &operator=(const T &o) { v = o.v;
++n;
return *this;
} };
struct W { T t;
int k = 0;
};
void run() { std::vector<int> out(60);
W w;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { W src;
src.t.v = work(i);
w = src;
out[i] = w.t.v * 10 + w.t.n;
} for (int x : out) std::printf("%d ", x);
}

// == temporary-same-name: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
namespace aa { int n = 0;
} namespace bb { int n = 0;
}
void run() { std::vector<int> out(60);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { aa::n = work(i);
out[i] = aa::n * 2 + bb::n;
bb::n += out[i] % 7;
} for (int x : out) std::printf("%d ", x);
std::printf("%d %d", aa::n, bb::n);
}

// == temporary-stream-clear: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() { std::vector<int> out(60);
std::ostringstream ss;
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { ss.clear();
ss << work(i);
out[i] = ss.str().size();
} for (int x : out) std::printf("%d ", x);
}

// == unique-first: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
struct P { int x = 1;
};
void run() { std::vector<std::unique_ptr<P>> c(60);
for (auto &x : c) x = std::make_unique<P>();
P *first = c[0].get();
std::vector<int> out(60);
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { c[i]->x += work(i);
out[i] = first->x;
} for (int x : out) std::printf("%d ", x);
}

// == unique-raw: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() { std::vector<int> out(60);
std::vector<std::unique_ptr<int>> c(60);
std::vector<int *> raw;
for (auto &x : c) { x = std::make_unique<int>(3);
raw.push_back(x.get());
}
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { *c[i] = *c[i] + work(i);
out[i] = *raw[i * 7 % 60];
} for (int x : out) std::printf("%d ", x);
}

// == written-part-size: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() {
  std::vector<std::pair<int, std::vector<int>>> p(10);
std::vector<int> out(60);
 
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { p[i % 10] = {i, std::vector<int>(work(i) % 9)};
out[i] = work(i) + (int)p[(i + 3) % 10].second.size();
}
  for (int x : out) std::printf("%d ", x);
}

// == written-place: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() { std::vector<std::vector<int>> r(10);
std::vector<int> out(60);
 
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { r[i % 10] = std::vector<int>(work(i) % 9);
out[i] = work(i + 1) + int(r[(i + 3) % 10].end() - r[(i + 3) % 10].begin());
} for (int x : out) std::printf("%d ", x);
}

// == written-unique-null: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() { std::vector<std::unique_ptr<int>> c(7);
std::vector<int> out(60);
 
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { const int k = work(i) % 7;
if (c[k] == nullptr) c[k] = std::make_unique<int>(i);
out[i] = work(i);
} for (int x : out) std::printf("%d ", x);
for (auto &x : c) std::printf("%d ", x ? *x : -1);
}

// == written-unique-scalar: refused or equal
int work(int i) {
  for (int k = 0; k < 20; ++k)
    i = (i * 31 + 7) % 1009;
  usleep(200); // So that all workers get something.
  return i;
}
void run() { std::unique_ptr<int> c;
std::vector<int> out(60);
 
[[paraloop(chunk = 1)]] for (int i = 0; i < 60; ++i) { out[i] = work(i);
if (c == nullptr && out[i] > 300) c = std::make_unique<int>(i);
 } for (int x : out) std::printf("%d ", x);
std::printf("%d ", c ? *c : -1);
}

