// Pointers to bytes that a caller made of a pointer to something else: what the loop changes is looked at through them. The
// two are compared when the loop starts, or the tool refuses the program.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include "Inputs/work.h"
#include <bit>

// == bytes-read-const: accepted
static void go(int *a, const char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); y[i] = b[i]; } show(); }
void run() { std::vector<int> v(40); go(v.data(), reinterpret_cast<const char *>(v.data()), 40); }

// == bytes-read-mutable: accepted
static void go(int *a, char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); y[i] = b[i]; } show(); }
void run() { std::vector<int> v(40); go(v.data(), reinterpret_cast<char *>(v.data()), 40); }

// == bytes-read-unsigned: accepted
static void go(int *a, const unsigned char *b, int n) { long s = 0; [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); s += b[i] * 3; } std::printf("%ld", s); }
void run() { std::vector<int> v(40); go(v.data(), reinterpret_cast<const unsigned char *>(v.data()), 40); }

// == bytes-written: accepted
static void go(const int *a, unsigned char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { b[i] = work(i); y[i] = a[i]; } show(); }
void run() { std::vector<int> v(40); go(v.data(), reinterpret_cast<unsigned char *>(v.data()), 40); }

// == bytes-apart: accepted
static void go(int *a, const char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); y[i] = b[i]; } show(); }
void run() { std::vector<int> v(40), w(40); go(v.data(), reinterpret_cast<const char *>(w.data()), 40); }

// == bytes-vector: accepted
static void go(std::vector<int> &a, const char *b) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { a[i] = work(i); y[i] = b[i]; } show(); }
void run() { std::vector<int> v(40); go(v, reinterpret_cast<const char *>(v.data())); }

// == bytes-stride: accepted
static void go(int *a, const char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); y[i] = b[4 * i]; } show(); }
void run() { std::vector<int> v(40); go(v.data() + 1, reinterpret_cast<const char *>(v.data()), 39); }

// == bytes-static-cast-void: accepted
static void go(int *a, const char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); y[i] = b[4 * i]; } show(); }
void run() { std::vector<int> v(40); go(v.data() + 1, static_cast<const char *>(static_cast<const void *>(v.data())), 39); }

// == bytes-field: accepted
struct V { const unsigned char *p; int *a; void go() { [[paraloop(chunk = 1)]] for (int i = 0; i < 39; ++i) { a[i] = work(i); y[i] = p[4 * i]; } show(); } };
void run() { std::vector<int> v(40); V x{reinterpret_cast<const unsigned char *>(v.data()), v.data() + 1}; x.go(); }

// == bytes-std-byte: accepted
static void go(int *a, const std::byte *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); y[i] = int(b[4 * i]); } show(); }
void run() { std::vector<int> v(40); go(v.data() + 1, reinterpret_cast<const std::byte *>(v.data()), 39); }

// == bytes-anywhere: refused or equal
static void go(int *a, const char *b, const int *o, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); y[i] = b[o[i]]; } show(); }
void run() { std::vector<int> v(40), o(40); for (int i = 0; i < 40; ++i) o[i] = i * 3 % 40; go(v.data() + 1, reinterpret_cast<const char *>(v.data()), o.data(), 39); }

// == bytes-replayed: refused or equal
static void go(int *a, const char *b, const int *o, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[o[i]] += work(i); y[i] = b[i]; } show(); }
void run() { std::vector<int> v(40), o(40); for (int i = 0; i < 40; ++i) o[i] = i * 3 % 5; go(v.data(), reinterpret_cast<const char *>(v.data()), o.data(), 39); }

// == bytes-total: refused or equal
static void go(int &a, const char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a += work(i); y[i] = b[i % 4]; } show(); }
void run() { int v = 0; go(v, reinterpret_cast<const char *>(&v), 40); }

// == bytes-struct: accepted
struct S { int k = 0; int m = 0; };
static void go(S &a, const char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a.k += work(i); y[i] = b[i % 4]; } show(); }
void run() { S v; go(v, reinterpret_cast<const char *>(&v), 40); }

// == bytes-struct-pointer: accepted
struct S { int k = 0; int m = 0; };
static void go(S *a, const char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a->k += work(i); y[i] = b[i % 4]; } show(); }
void run() { S v; go(&v, reinterpret_cast<const char *>(&v), 40); }

// == bytes-struct-elements: refused or equal
struct S { int k = 0; int m = 0; };
static void go(S *a, const char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i].m = work(i); y[i] = b[i]; } show(); }
void run() { S v[40]; go(v, reinterpret_cast<const char *>(v), 40); }

// == bytes-in-function: accepted
static int sum(const char *b, int k) { int s = 0; for (int j = 0; j < k; ++j) s += b[j]; return s; }
static void go(int *a, const char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); y[i] = sum(b, i); } show(); }
void run() { std::vector<int> v(40); go(v.data(), reinterpret_cast<const char *>(v.data()), 40); }

// == bytes-memcpy: refused or equal
static void go(int *a, const char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); int k; std::memcpy(&k, b + 2 * i, 4); y[i] = k; } show(); }
void run() { std::vector<int> v(40); go(v.data(), reinterpret_cast<const char *>(v.data()), 40); }

// == bytes-of-view: refused or equal
static void go(int *a, std::string_view b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); y[i] = b[i]; } show(); }
void run() { std::vector<int> v(40); go(v.data(), {reinterpret_cast<const char *>(v.data()), 160}, 40); }

// == bytes-by-constructor: refused or equal
struct Reader { Reader(const void *data) : p((const char *)data) {} int at(int i) const { return p[i]; } const char *p; };
void run() { std::vector<int> v(40); Reader r(v.data()); int *a = v.data(); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { a[i] = work(i); y[i] = r.at(i); } show(); }

// == bytes-by-function: refused or equal
static const char *bytes(const int *k) { return reinterpret_cast<const char *>(k); }
static void go(int *a, const char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); y[i] = b[i]; } show(); }
void run() { std::vector<int> v(40); go(v.data(), bytes(v.data()), 40); }

// == bytes-assigned: refused or equal
static const char *kept;
static void go(int *a, const char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); y[i] = b[i]; } show(); }
void run() { std::vector<int> v(40); kept = (const char *)v.data(); const char *p = kept + 4; go(v.data(), p ? p : "", 40); }

// == bytes-of-template: refused or equal
template <class T> static void go(T *a, const char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); y[i] = b[i]; } show(); }
template <class T> static void start(T *a) { go(a, reinterpret_cast<const char *>(a), 40); }
void run() { std::vector<int> v(40); start(v.data()); }

// == text-counted: accepted
static void go(const char *text, int *hist) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { hist[text[i] - 'a'] += work(i); } }
void run() { std::string t = "abcdefghijklmnopqrstabcdefghijklmnopqrst"; int h[26] = {}; std::fwrite(reinterpret_cast<const char *>(h), 1, 0, stdout); go(t.data(), h); for (int k : h) std::printf("%d ", k); }

// == text-of-struct: accepted
struct Grid { char *cells; int w, h; }; 
static void go(Grid *g) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { g->cells[i % g->w] = 'a' + work(i) % 26; } }
void run() { std::string s(40, ' '); Grid g{s.data(), 40, 1}; go(&g); std::puts(s.c_str()); }

// == bytes-by-bit-cast: accepted
static void go(int *a, const char *b, int n) { [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { a[i] = work(i); y[i] = b[i]; } show(); }
void run() { std::vector<int> v(40); go(v.data(), std::bit_cast<const char *>(v.data()), 40); }
