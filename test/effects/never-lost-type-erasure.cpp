// What a std::shared_ptr, a std::any or a std::function holds, and the deleter that it was given, run functions that the
// type doesn't show. The tool refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <any>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
void show(const std::vector<int> &y, int count) {
  for (int v : y) std::printf("%d ", v);
  std::printf("%d", count);
}

// == a-deleter-that-counts: refused or equal
int freed = 0;
void run() {
  std::vector<std::shared_ptr<FILE>> v;
  for (int i = 0; i < n; ++i) v.push_back(std::shared_ptr<FILE>(nullptr, [](FILE *) { ++freed; }));
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = work(i); if (y[i] % 2) v[i] = nullptr; }
  show(y, freed);
}

// == a-deleter-that-captures: refused or equal
struct Res { int id; };
void run() {
  int freed = 0;
  std::vector<std::string> log;
  std::vector<std::shared_ptr<Res>> v;
  for (int i = 0; i < n; ++i)
    v.push_back(std::shared_ptr<Res>(new Res{i}, [&](Res *r) { log.push_back(std::to_string(r->id)); ++freed; delete r; }));
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = work(i) + v[i]->id; v[i].reset(); }
  show(y, freed);
  for (auto &l : log) std::printf(" %s", l.c_str());
}

// == a-deleter-where-only-the-pointer-is-reset: refused or equal
void run() {
  int freed = 0;
  std::vector<std::shared_ptr<long>> v;
  for (int i = 0; i < n; ++i) v.push_back(std::shared_ptr<long>(new long(i), [&](long *p) { ++freed; delete p; }));
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = work(i); if (y[i] % 2) v[i].reset(); }
  show(y, freed);
}

// == a-function-as-deleter: refused or equal
struct Res { int id; };
int freed = 0;
void drop(Res *r) { ++freed; delete r; }
void run() {
  std::vector<std::shared_ptr<Res>> v(n);
  for (int i = 0; i < n; ++i) v[i].reset(new Res{i}, drop);
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = work(i) + v[i]->id; v[i].reset(); }
  show(y, freed);
}

// == a-deleter-with-a-pointer: refused or equal
struct Res { int id; };
struct Drop { int *freed; void operator()(Res *r) const { ++*freed; delete r; } };
void run() {
  int freed = 0;
  std::vector<std::shared_ptr<Res>> v;
  for (int i = 0; i < n; ++i) v.emplace_back(new Res{i}, Drop{&freed});
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = work(i) + v[i]->id; v[i].reset(); }
  show(y, freed);
}

// == a-deleter-of-a-unique-pointer: refused or equal
struct Res { int id; };
int freed = 0;
struct Drop { void operator()(Res *r) const { ++freed; delete r; } };
void run() {
  std::vector<std::shared_ptr<Res>> v;
  for (int i = 0; i < n; ++i) v.push_back(std::unique_ptr<Res, Drop>(new Res{i}));
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = work(i) + v[i]->id; v[i].reset(); }
  show(y, freed);
}

// == a-deleter-that-gives-back: refused or equal
struct Slot { int id = 0; bool used = false; };
Slot slots[n];
void run() {
  std::vector<std::shared_ptr<Slot>> v;
  for (int i = 0; i < n; ++i) {
    slots[i] = {i, true};
    v.push_back(std::shared_ptr<Slot>(&slots[i], [](Slot *s) { s->used = false; }));
  }
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = work(i) + v[i]->id; if (i % 3) v[i].reset(); }
  int used = 0;
  for (auto &s : slots) used += s.used;
  show(y, used);
}

// == nothing-tells-what-void-is: refused or equal
int freed = 0;
struct Res { int id; ~Res() { ++freed; } };
void run() {
  std::vector<std::shared_ptr<void>> v;
  for (int i = 0; i < n; ++i) v.push_back(std::make_shared<Res>(Res{i}));
  freed = 0;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = work(i); v[i].reset(); }
  show(y, freed);
}

// == a-derived-class-without-a-virtual-destructor: refused or equal
int freed = 0;
struct Base { int id = 0; };
struct Res : Base { ~Res() { ++freed; } };
void run() {
  std::vector<std::shared_ptr<Base>> v;
  for (int i = 0; i < n; ++i) v.push_back(std::shared_ptr<Base>(new Res));
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = work(i); v[i].reset(); }
  show(y, freed);
}

// == a-part-that-keeps-the-whole: refused or equal
int freed = 0;
struct Res { int id = 3; ~Res() { ++freed; } };
void run() {
  std::vector<std::shared_ptr<int>> v;
  for (int i = 0; i < n; ++i) { auto r = std::make_shared<Res>(); v.push_back(std::shared_ptr<int>(r, &r->id)); }
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = work(i) + *v[i]; v[i].reset(); }
  show(y, freed);
}

// == an-any-that-ends: refused or equal
int ended = 0;
struct Res { int id; ~Res() { ++ended; } };
void run() {
  std::vector<std::any> v(n);
  for (int i = 0; i < n; ++i) v[i] = Res{i};
  ended = 0;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = work(i); v[i].reset(); }
  show(y, ended);
}

// == an-any-that-is-copied: refused or equal
int copies = 0;
struct Res { Res() = default; Res(const Res &) { ++copies; } };
void run() {
  std::any a = Res();
  copies = 0;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::any b = a; y[i] = work(i) + b.has_value(); }
  show(y, copies);
}

// == an-any-made-in-place: refused or equal
int copies = 0;
struct Res { Res() = default; Res(const Res &) { ++copies; } };
struct Holder { std::any a; };
void run() {
  Holder h;
  h.a.emplace<Res>();
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { Holder b = h; y[i] = work(i) + b.a.has_value(); }
  show(y, copies);
}

// == a-function-that-is-copied: refused or equal
int copies = 0;
struct Add { int k = 1; Add() = default; Add(const Add &o) : k(o.k) { ++copies; } int operator()(int i) const { return i + k; } };
void run() {
  std::function<int(int)> f = Add();
  copies = 0;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto g = f; y[i] = g(work(i)); }
  show(y, copies);
}

// == a-function-that-captured: refused or equal
int copies = 0;
struct Res { int k = 1; Res() = default; Res(const Res &o) : k(o.k) { ++copies; } };
void run() {
  Res r;
  std::map<std::string, std::function<int(int)>> all = {{"add", [r](int i) { return i + r.k; }}};
  copies = 0;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto g = all.at("add"); y[i] = g(work(i)); }
  show(y, copies);
}

// == a-copy-in-a-function: refused or equal
int copies = 0;
struct Res { Res() = default; Res(const Res &) { ++copies; } };
bool look(std::any a) { return a.has_value(); }
void run() {
  std::any a = std::make_any<Res>();
  copies = 0;
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = work(i) + look(a); }
  show(y, copies);
}

// == an-any-of-what-counts-by-pointer: refused or equal
struct Res { int *copies; explicit Res(int *c) : copies(c) {} Res(const Res &o) : copies(o.copies) { ++*copies; } };
void run() {
  int copies = 0;
  std::any a = Res(&copies);
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::any b = a; y[i] = work(i) + b.has_value(); }
  show(y, copies);
}

// == reading-what-has-a-deleter: accepted
struct Slot { int id; };
int freed = 0;
void run() {
  std::vector<std::shared_ptr<Slot>> v;
  for (int i = 0; i < n; ++i) v.push_back(std::shared_ptr<Slot>(new Slot{i}, [](Slot *r) { ++freed; delete r; }));
  std::vector<int> y(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { const auto &r = v[i]; y[i] = work(i) + r->id + v[std::size_t(i) / 2]->id; }
  show(y, freed);
}
