// Addresses behind void *, integers and pointers to other types: in each of these programs a change might get lost, or come out of
// order; the tool refuses it, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

static int work(int i) {
  usleep(100);
  return i * 7 % 31;
}
static long y[40];
static void show() {
  for (long k : y)
    std::printf(" %ld", k);
  std::puts("");
}

// == cast-void-nested: refused or equal
struct In { int v = 0; int u[3] = {}; };
struct S { int v = 0; In in; std::string s; };
void run() { S c; void *h = &c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) { c.in.u[1] = work(i); } y[i] = (*static_cast<S *>(h)).in.u[1]; } show(); }

// == cast-void-string: refused or equal
struct In { int v = 0; int u[3] = {}; };
struct S { int v = 0; In in; std::string s; };
void run() { S c; void *h = &c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) { c.s = std::to_string(work(i)); } y[i] = int((*static_cast<S *>(h)).s.size()); } show(); }

// == cast-void-part-of-pair: refused or equal
struct In { int v = 0; int u[3] = {}; };
struct S { int v = 0; In in; std::string s; };
void run() { std::pair<int, S> c; void *h = &c.second; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) { c.second.s = std::to_string(work(i)); } y[i] = int((*static_cast<S *>(h)).s.size()); } show(); }

// == cast-void-first-field: accepted
struct In { int v = 0; int u[3] = {}; };
struct S { int v = 0; In in; std::string s; };
void run() { S c; void *h = &c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) { c.v = work(i); } y[i] = (*static_cast<S *>(h)).v; } show(); }

// == cast-void-to-what-holds-it: refused or equal
struct In { int v = 0; int u[3] = {}; }; struct S { int a = 0; In in; };
static void go(In &in, void *h) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) in.v = work(i); y[i] = static_cast<S *>(h)->in.v; } show(); }
void run() { S c; go(c.in, &c); }

// == cast-void-parameter: accepted
struct S { int a = 0; std::string s; };
static void go(S &c, void *h) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c.s = std::to_string(work(i)); y[i] = static_cast<S *>(h)->s.size(); } show(); }
void run() { S c; go(c, &c); }

// == cast-void-this: accepted
struct S { int a = 0; std::string s; void go(void *h) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) s = std::to_string(work(i)); y[i] = static_cast<S *>(h)->s.size(); } show(); } };
void run() { S c; c.go(&c); }

// == cast-integer: refused or equal
struct In { int v = 0; int u[3] = {}; };
struct S { int v = 0; In in; std::string s; };
void run() { S c; std::uintptr_t h = reinterpret_cast<std::uintptr_t>(&c); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) { c.v = work(i); } y[i] = (*reinterpret_cast<S *>(h)).v; } show(); }

// == cast-integer-string: refused or equal
struct In { int v = 0; int u[3] = {}; };
struct S { int v = 0; In in; std::string s; };
void run() { S c; std::uintptr_t h = reinterpret_cast<std::uintptr_t>(&c); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) { c.s = std::to_string(work(i)); } y[i] = int((*reinterpret_cast<S *>(h)).s.size()); } show(); }

// == cast-integer-whole: refused or equal
struct In { int v = 0; int u[3] = {}; };
struct S { int v = 0; In in; std::string s; };
void run() { S c; std::uintptr_t h = reinterpret_cast<std::uintptr_t>(&c); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) { c = S{work(i), {}, {}}; } y[i] = (*reinterpret_cast<S *>(h)).v; } show(); }

// == cast-integer-element: refused or equal
struct In { int v = 0; int u[3] = {}; };
struct S { int v = 0; In in; std::string s; };
void run() { std::vector<S> c(3); std::uintptr_t h = reinterpret_cast<std::uintptr_t>(&c[1]); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) { c[1].v = work(i); } y[i] = (*reinterpret_cast<S *>(h)).v; } show(); }

// == cast-integer-unique: refused or equal
struct In { int v = 0; int u[3] = {}; };
struct S { int v = 0; In in; std::string s; };
void run() { auto c = std::make_unique<S>(); std::uintptr_t h = reinterpret_cast<std::uintptr_t>(c.get()); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) { (*c).s = std::to_string(work(i)); } y[i] = int((*reinterpret_cast<S *>(h)).s.size()); } show(); }

// == cast-integer-in-function: refused or equal
struct S { int v = 0; };
static int get(std::uintptr_t h) { return reinterpret_cast<S *>(h)->v; }
void run() { S c; auto h = reinterpret_cast<std::uintptr_t>(&c); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c.v = work(i); y[i] = get(h); } show(); }

// == cast-integer-array: refused or equal
void run() { int c[3] = {}; auto h = reinterpret_cast<std::uintptr_t>(c); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c[1] = work(i); y[i] = *reinterpret_cast<int *>(h + 4); } show(); }

// == cast-integer-data: refused or equal
void run() { std::vector<int> c(3); auto h = (std::uintptr_t)c.data(); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c[1] = work(i); y[i] = *reinterpret_cast<int *>(h + 4); } show(); }

// == cast-integers-in-vector: refused or equal
struct S { int v = 0; };
void run() { S c; std::vector<std::uintptr_t> h{reinterpret_cast<std::uintptr_t>(&c)}; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c.v = work(i); y[i] = reinterpret_cast<S *>(h[0])->v; } show(); }

// == cast-bits: refused or equal
struct S { int v = 0; };
void run() { S c; auto h = std::bit_cast<std::uintptr_t>(&c); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c.v = work(i); y[i] = std::bit_cast<S *>(h)->v; } show(); }

// == cast-bits-changed: refused or equal
struct S { int v = 0; };
void run() { S c; auto h = std::bit_cast<std::uintptr_t>(&c); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) std::bit_cast<S *>(h)->v = work(i); y[i] = c.v; } show(); }

// == cast-address-as-number: accepted
void run() { static int c = 0; std::vector<int> v(40); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { c += reinterpret_cast<std::uintptr_t>(&v[i]) % 4 + work(i); } std::printf("%d", c); }

// == cast-first-member: refused or equal
struct B { int k; }; struct S { B b; std::string s; };
void run() { S c; B *u = &c.b; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c.s = std::to_string(work(i)); y[i] = reinterpret_cast<S *>(u)->s.size(); } show(); }

// == cast-first-member-changed: refused or equal
struct B { int k; }; struct S { B b; std::string s; };
void run() { S c; B *u = &c.b; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) reinterpret_cast<S *>(u)->s = std::to_string(work(i)); y[i] = c.s.size(); } show(); }

// == cast-first-member-in-function: refused or equal
struct B { int k; }; struct S { B b; std::string s; };
static int get(B *u) { return reinterpret_cast<S *>(u)->s.size(); }
void run() { S c; B *u = &c.b; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c.s = std::to_string(work(i)); y[i] = get(u); } show(); }

// == cast-first-member-two-pointers: refused or equal
struct B { int k; }; struct S { B b; std::string s; };
static void go(S *c, B *u) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c->s = std::to_string(work(i)); y[i] = reinterpret_cast<S *>(u)->s.size(); } show(); }
void run() { S c; go(&c, &c.b); }

// == cast-first-member-reference: refused or equal
struct B { int k; }; struct S { B b; std::string s; };
void run() { S c; B &u = c.b; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c.s = std::to_string(work(i)); y[i] = reinterpret_cast<S &>(u).s.size(); } show(); }

// == cast-container-of: refused or equal
struct B { int k; }; struct S { int m = 0; B b; std::string s; };
void run() { S c; B *u = &c.b; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c.s = std::to_string(work(i)); y[i] = ((S *)((char *)u - offsetof(S, b)))->s.size(); } show(); }

// == cast-container-of-in-function: refused or equal
struct B { int k; }; struct S { int m = 0; B b; std::string s; };
static int get(const B *u) { return ((const S *)((const char *)u - offsetof(S, b)))->s.size(); }
void run() { S c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c.s = std::to_string(work(i)); y[i] = get(&c.b); } show(); }

// == cast-container-of-before: refused or equal
struct B { int k; }; struct S { int m = 0; B b; std::string s; };
void run() { S c; B *u = &c.b; char *q = (char *)u - offsetof(S, b); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c.s = std::to_string(work(i)); y[i] = reinterpret_cast<S *>(q)->s.size(); } show(); }

// == cast-first-member-of-others: accepted
struct B { int k; }; struct S { B b; int n = 0; };
static void go(B *const *b, std::vector<int> &out, long &total) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { total += work(i) + reinterpret_cast<const S *>(b[i % 2])->n; out.push_back(i); } }
void run() { S s, t; B *b[] = {&s.b, &t.b}; long total = 0; std::vector<int> o; go(b, o, total); std::printf("%ld %zu", total, o.size()); }

// == cast-first-member-only-changed: accepted
struct B { int k; }; struct S { B b; int n = 0; };
static void go(B *b) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { reinterpret_cast<S *>(b)->n += work(i); } }
void run() { S s; go(&s.b);std::printf("%d ", s.n); }

// == cast-chars-of-struct: refused or equal
struct S { int v = 0; int w = 0; };
void run() { S c; char *p = (char *)&c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c.w = work(i); y[i] = p[4]; } show(); }

// == cast-chars-copied: refused or equal
struct S { int v = 0; int w = 0; };
void run() { S c; char *p = (char *)&c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c.w = work(i); int k; std::memcpy(&k, p + 4, 4); y[i] = k; } show(); }

// == cast-chars-parameter: refused or equal
struct S { int v = 0; int w = 0; };
static void go(S &c, char *p) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c.w = work(i); y[i] = p[4]; } show(); }
void run() { S c; go(c, (char *)&c); }

// == cast-chars-of-int: refused or equal
void run() { int c = 0; char *p = (char *)&c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c = work(i); y[i] = *p; } show(); }

// == cast-chars-of-array: refused or equal
void run() { int c[4] = {}; char *p = (char *)c; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { if (i % 3 == 1) c[1] = work(i); y[i] = p[4]; } show(); }

// == cast-bits-of-local: accepted
struct H { unsigned h = 0; void run(const float *a) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { float f = a[i] + work(i); unsigned k; k = *reinterpret_cast<unsigned *>(&f); h += k >> 9; } std::printf("%u", h); } };
void run() { float a[40] = {1, 2, 3}; H().run(a); }

// == cast-header-in-buffer: accepted
struct Head { unsigned n; unsigned m; };
static void go(const char *buf, std::vector<unsigned> &out) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { auto *h = reinterpret_cast<const Head *>(buf + i * 8); out.push_back(h->n + work(i)); } }
void run() { std::vector<char> b(320); std::vector<unsigned> o; go(b.data(), o); for (unsigned k : o) std::printf("%u ", k); }

// == cast-no-text: accepted
struct L { const char *text; long n = 0; void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { n += text[i] + work(i); } std::printf("%ld", n); } };
void run() { std::string s(50, 'a'); L l{s.data()}; l.run(); }

// == cast-user-data: accepted
struct U { int k = 3; int w = 4; };
struct R { long n = 0; void *user; void run() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { n += work(i) + static_cast<U *>(user)->w; } } };
void run() { U u; R r; r.user = &u; r.run(); std::printf("%ld", r.n); }

// == cast-storage: accepted
template <class T> struct Small { alignas(T) unsigned char b[sizeof(T) * 4]; int n = 0; T &operator[](int k) { return reinterpret_cast<T *>(b)[k]; } };
struct Acc { long n = 0; void run(Small<long> &s) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { n += work(i) + s[i % 4]; } } };
void run() { Small<long> s; for (int i = 0; i < 4; ++i) s[i] = i; Acc a; a.run(s); std::printf("%ld", a.n); }

// == cast-pixels: accepted
struct Px { unsigned char r, g, b, a; };
static void go(unsigned *v) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { auto *p = reinterpret_cast<Px *>(v); p[i].g = work(i); } }
void run() { std::vector<unsigned> v(40); go(v.data()); for (unsigned k : v) std::printf("%u ", k); }

// == bytes-of-long-affine: refused or equal
void run() { long a[40] = {}; auto *p = (char *)a; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { p[i * 8] += work(i); if (p[i * 8] > 3) y[i] = a[39 - i]; } show(); }

// == bytes-of-int-added: refused or equal
void run() { int a[10] = {}; auto *p = (char *)a; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { p[i] += work(i); if (a[(39 - i) / 4]) y[i] = 1; } show(); }

// == bytes-of-int-stored: refused or equal
void run() { int a[10] = {}; auto *p = (char *)a; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { p[i] = work(i); if (a[(39 - i) / 4]) y[i] = 1; } show(); }

// == bytes-copied-out: refused or equal
void run() { int a[20] = {}; auto *p = (char *)a; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { p[2 * i] += work(i); int k; std::memcpy(&k, &a[(39 - i) / 2], 4); y[i] = k; } show(); }

// == bytes-parameter: refused or equal
static void go(char *p, const int *a) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { p[i] += work(i); if (a[(39 - i) / 4]) y[i] = 1; } show(); }
void run() { int a[10] = {}; go((char *)a, a); }

// == bytes-of-vector: refused or equal
void run() { std::vector<int> a(10); auto *p = (char *)a.data(); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { p[i] += work(i); if (a[(39 - i) / 4]) y[i] = 1; } show(); }

// == bytes-of-long-added: refused or equal
void run() { long a[20] = {}; auto *p = (char *)a; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { p[i * 4] += work(i); if (p[i * 4] > 5) y[i] = a[19 - i / 2]; } show(); }

// == bytes-signed: refused or equal
void run() { int a[10] = {}; auto *p = (signed char *)a; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { p[i] += work(i); if (a[(39 - i) / 4]) y[i] = 1; } show(); }

// == bytes-char8: refused or equal
void run() { int a[10] = {}; auto *p = reinterpret_cast<char8_t *>(a); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { p[i] += work(i); if (a[(39 - i) / 4]) y[i] = 1; } show(); }

// == bytes-read: refused or equal
static void go(int *a) { auto *p = (char *)a; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { a[i] = work(i); y[i] = p[(39 - i) * 4]; } show(); }
void run() { int a[40] = {}; go(a); }

// == bytes-field: refused or equal
struct S { std::vector<long> a; char *p; void go() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { p[i * 8] += work(i); if (p[i * 8] > 3) y[i] = a[39 - i]; } show(); } };
void run() { S s; s.a.resize(40); s.p = (char *)s.a.data(); s.go(); }

// == bytes-unknown-subscripts: refused or equal
static void go(char *p, const int *a, const int *ix) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { p[ix[i]] = work(i); if (a[ix[39 - i] / 4]) y[i] = 1; } show(); }
void run() { int a[10] = {}; int ix[40]; for (int k = 0; k < 40; ++k) ix[k] = k; go((char *)a, a, ix); }

// == bytes-of-reference: refused or equal
static void go(char *p, int &a) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { p[i % 4] = work(i); y[i] = a; } show(); }
void run() { int a = 0; go((char *)&a, a); }

// == text-written: accepted
static void go(char *out, const int *in) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { out[i] = 'a' + (in[i] + work(i)) % 26; } }
void run() { std::vector<int> in(40, 3); std::string out(40, ' '); go(out.data(), in.data()); std::puts(out.c_str()); }

// == text-counted: accepted
static void go(const char *text, int *hist) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { hist[text[i] - 'a'] += work(i); } }
void run() { std::string t = "abcdefghijklmnopqrstabcdefghijklmnopqrst"; int h[26] = {}; go(t.data(), h); for (int k : h) std::printf("%d ", k); }

// == text-of-struct: accepted
struct Grid { char *cells; int w, h; }; 
static void go(Grid *g) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { g->cells[i % g->w] = 'a' + work(i) % 26; } }
void run() { std::string s(40, ' '); Grid g{s.data(), 40, 1}; go(&g); std::puts(s.c_str()); }

// == text-by-accessor: accepted
struct Grid { char *cells; int w, h; char &at(int x, int y) { return cells[y * w + x]; } void go() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { at(i, 0) = 'a' + work(i) % 26; } } };
void run() { std::string s(40, ' '); Grid g{s.data(), 40, 1}; g.go(); std::puts(s.c_str()); }

// == memcpy-pointer: refused or equal
void run() { int c = 0; auto h = reinterpret_cast<std::uintptr_t>(&c); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { int *p; std::memcpy(&p, &h, sizeof p); *p += work(i); y[i] = i; } std::printf("%d", c); }

// == memcpy-pointer-stored: refused or equal
void run() { int c[40] = {}; std::uintptr_t h[40]; for (int i = 0; i < 40; ++i) h[i] = reinterpret_cast<std::uintptr_t>(&c[i]); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { int *p = nullptr; std::memcpy(&p, &h[i], sizeof p); *p = work(i); y[i] = i; } for (int k : c) std::printf("%d ", k); }

// == memcpy-pointer-read: refused or equal
void run() { int c = 0; auto h = reinterpret_cast<std::uintptr_t>(&c); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { const int *p; std::memcpy(&p, &h, sizeof p); y[i] = *p; c += work(i); } std::printf("%d", c); show(); }

// == bit-cast-struct: refused or equal
struct Box { int *p; };
void run() { int c = 0; auto h = reinterpret_cast<std::uintptr_t>(&c); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { Box b = std::bit_cast<Box>(h); *b.p += work(i); y[i] = i; } std::printf("%d", c); }

// == memcpy-struct: refused or equal
struct Box { int *p; };
void run() { int c = 0; auto h = reinterpret_cast<std::uintptr_t>(&c); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { Box b; std::memcpy(&b, &h, sizeof b); *b.p += work(i); y[i] = i; } std::printf("%d", c); }

// == memcpy-bytes: refused or equal
void run() { int c = 0; int *q = &c; char bytes[8]; std::memcpy(bytes, &q, 8); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { int *p; std::memcpy(&p, bytes, 8); *p += work(i); y[i] = i; } std::printf("%d", c); }

// == copy-bytes: refused or equal
void run() { int c = 0; int *q = &c; char bytes[8]; std::memcpy(bytes, &q, 8); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { int *p; std::copy(bytes, bytes + 8, reinterpret_cast<char *>(&p)); *p += work(i); y[i] = i; } std::printf("%d", c); }

// == memcpy-in-function: refused or equal
static int *get(std::uintptr_t h) { int *p; std::memcpy(&p, &h, 8); return p; }
void run() { int c = 0; auto h = reinterpret_cast<std::uintptr_t>(&c); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { *get(h) += work(i); y[i] = i; } std::printf("%d", c); }

// == memcpy-in-function-2: refused or equal
static void put(std::uintptr_t h, int v) { int *p; std::memcpy(&p, &h, 8); *p += v; }
void run() { int c = 0; auto h = reinterpret_cast<std::uintptr_t>(&c); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { put(h, work(i)); y[i] = i; } std::printf("%d", c); }

// == union-pointer: refused or equal
union U { std::uintptr_t h; int *p; };
void run() { int c = 0; auto h = reinterpret_cast<std::uintptr_t>(&c); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { U u; u.h = h; *u.p += work(i); y[i] = i; } std::printf("%d", c); }
