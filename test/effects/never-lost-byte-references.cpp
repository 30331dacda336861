// References to bytes, and pointers to bytes that are made in a roundabout way, of something else: what the loop changes is
// looked at through them. The two are compared when the loop starts, or the tool refuses the program.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstdio>
#include <cstring>
#include <string_view>
#include <unistd.h>
#include <vector>

constexpr int n = 40;
static int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
static void show(const std::vector<int> &v) {
  for (int x : v) std::printf("%d ", x);
}

// == a-reference-to-an-array: accepted
void go(char (&b)[4], int &x, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { b[i % 4] = char(work(i)); y[i] = x; }
}
void run() { int x = 1; std::vector<int> y(n); go(reinterpret_cast<char (&)[4]>(x), x, y); show(y); }

// == a-reference-to-a-byte: accepted
void go(const char &b, int &x, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { x += work(i); y[i] = b; }
}
void run() { int x = 1; std::vector<int> y(n); go(reinterpret_cast<char &>(x), x, y); show(y); }

// == a-reference-in-a-struct: accepted
struct V { char (&b)[4]; };
void run() { int x = 1; std::vector<int> y(n); V v{reinterpret_cast<char (&)[4]>(x)};
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { v.b[i % 4] = char(work(i)); y[i] = x; }
  show(y); }

// == a-local-reference: accepted
void run() { int x = 1; std::vector<int> y(n); char (&b)[4] = reinterpret_cast<char (&)[4]>(x);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { b[i % 4] = char(work(i)); y[i] = x; }
  show(y); std::printf("%d", x); }

// == copied-bits: accepted
void run() { int x = 1; std::vector<int> y(n); int *px = &x; char *b; std::memcpy(&b, &px, sizeof b);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { b[i % 4] = char(work(i)); y[i] = x; }
  show(y); }

// == copied-bits-that-are-read: accepted
void run() { int x = 1; std::vector<int> y(n); int *px = &x; char *b; std::memcpy(&b, &px, sizeof b);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { x += work(i); y[i] = b[0]; }
  show(y); }

// == copied-bits-of-a-global: accepted
std::vector<int> v(4, 1); char *b;
void setup() { int *px = v.data(); std::memcpy(&b, &px, sizeof b); }
void run() { setup(); std::vector<int> y(n); 
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { b[i % 16] = char(work(i)); y[i] = v[i%4]; }
  show(y); show(v); }

// == a-member-of-a-union: accepted
void run() { std::vector<int> v(4, 1); std::vector<int> y(n); union U { int *p; char *c; } u; u.p = v.data(); char *b = u.c;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { b[i % 16] = char(work(i)); y[i] = v[i%4]; }
  show(y); show(v); }

// == a-generic-lambda: accepted
void run() { std::vector<int> v(4, 1); std::vector<int> y(n); auto view = [](auto *p) { return (char *)p; }; char *b = view(v.data());
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { b[i % 16] = char(work(i)); y[i] = v[i%4]; }
  show(y); show(v); }

// == a-generic-lambda-and-a-number: accepted
void run() { int x = 1; std::vector<int> y(n); auto view = [](auto *p) { return (char *)p; }; char *b = view(&x);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { b[i % 4] = char(work(i)); y[i] = x; }
  show(y); }

// == a-class-template: accepted
template <class T> struct Bytes { char *p; explicit Bytes(T *q) : p(reinterpret_cast<char *>(q)) {} };
void run() { std::vector<int> v(4, 1); std::vector<int> y(n); Bytes<int> b(v.data());
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { b.p[i % 16] = char(work(i)); y[i] = v[i%4]; }
  show(y); show(v); }

// == a-string-view: accepted
void run() { std::vector<int> v(4, 1); std::vector<int> y(n); std::string_view b(reinterpret_cast<char *>(v.data()), 16);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { v[i%4] += work(i); y[i] = b[i%16]; }
  show(y); show(v); }

// == text-is-no-view: accepted
void go(std::string_view text, const char &first, std::vector<int> &y) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = text[i % 5] + first + work(i); }
}
void run() { std::vector<int> y(n); const char letters[] = "hello"; go(letters, letters[1], y); show(y); }
