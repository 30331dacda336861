// A pointer to a field that is stepped to the fields beside it: the object as a whole may change. The tool refuses each of these
// programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include "Inputs/work.h"

// == beside-subscript: refused or equal
struct V { int x = 0, y = 0, z = 0; int &operator[](int k) { return (&x)[k]; } };
void run() { V c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { c[i % 3] += work(i); y[i] = c.z; } std::printf("%d %d %d", c.x, c.y, c.z); show(); }

// == beside-subscript-read: refused or equal
struct V { int x = 0, y = 0, z = 0; int &operator[](int k) { return (&x)[k]; } };
void run() { V c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { c.z += work(i); y[i] = c[i % 3]; } std::printf("%d %d %d", c.x, c.y, c.z); show(); }

// == beside-elements: accepted
struct V { int x = 0, y = 0, z = 0; int &operator[](int k) { return (&x)[k]; } };
void run() { std::vector<V> c(40); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { for (int k = 0; k < 3; ++k) c[i][k] = work(i + k); } for (auto &k : c) std::printf("%d %d %d,", k.x, k.y, k.z); }

// == beside-elements-of-others: refused or equal
struct V { int x = 0, y = 0, z = 0; int &operator[](int k) { return (&x)[k]; } };
void run() { std::vector<V> c(40); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { c[i][1] = work(i); y[i] = c[39 - i].y; } for (auto &k : c) std::printf("%d %d %d,", k.x, k.y, k.z); show(); }

// == beside-fields-of-fields: refused or equal
struct V { int x = 0, y = 0, z = 0; int &operator[](int k) { return (&x)[k]; } };
struct P { V pos, speed; };
void run() { std::vector<P> c(40); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { for (int k = 0; k < 3; ++k) { c[i].speed[k] = work(i); c[i].pos[k] += c[i].speed[k]; } y[i] = c[i].pos.y + c[i].speed.z; } for (auto &k : c) std::printf("%d %d %d,", k.pos.x, k.pos.y, k.speed.z); show(); }

// == beside-by-step: refused or equal
struct V { int x = 0, y = 0, z = 0; int &operator[](int k) { return *(&x + k); } };
void run() { V c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { c[i % 3] += work(i); y[i] = c.z; } std::printf("%d %d %d", c.x, c.y, c.z); show(); }

// == beside-by-function: refused or equal
struct V { int x = 0, y = 0, z = 0; int *data() { return &x; } };
void run() { V c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { c.data()[i % 3] += work(i); y[i] = c.z; } std::printf("%d %d %d", c.x, c.y, c.z); show(); }

// == beside-directly: refused or equal
struct V { int x = 0, y = 0, z = 0; };
void run() { V c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { (&c.x)[i % 3] += work(i); y[i] = c.z; } std::printf("%d %d %d", c.x, c.y, c.z); show(); }

// == beside-by-pointer: refused or equal
struct V { int x = 0, y = 0, z = 0; };
void run() { V c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { int *p = &c.x; p[i % 3] += work(i); y[i] = c.z; } std::printf("%d %d %d", c.x, c.y, c.z); show(); }

// == beside-by-moved-pointer: refused or equal
struct V { int x = 0, y = 0, z = 0; };
void run() { V c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { for (int *p = &c.x; p != &c.x + 3; ++p) *p += work(i); y[i] = c.z; } std::printf("%d %d %d", c.x, c.y, c.z); show(); }

// == beside-in-method: refused or equal
struct V { int x = 0, y = 0, z = 0; void go() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { (&x)[i % 3] += work(i); ::y[i] = z; } } };
void run() { V c; c.go(); std::printf("%d %d %d", c.x, c.y, c.z); show(); }

// == beside-reference: refused or equal
struct V { int x = 0, y = 0, z = 0; int &operator[](int k) { return (&x)[k]; } };
static void go(V &c) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { c[i % 3] += work(i); y[i] = c.z; } }
void run() { V c; go(c); std::printf("%d %d %d", c.x, c.y, c.z); show(); }

// == beside-first: accepted
struct V { int x = 0, y = 0, z = 0; };
void run() { V c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { (&c.x)[0] += work(i); y[i] = c.z; } std::printf("%d %d %d", c.x, c.y, c.z); show(); }

// == beside-array-field: accepted
struct V { int d[3] = {}; int z = 1; int &operator[](int k) { return (&d[0])[k]; } };
void run() { V c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { c.d[i % 3] += work(i); y[i] = c.z; } std::printf("%d %d %d", c.d[0], c.d[1], c.d[2]); show(); }
