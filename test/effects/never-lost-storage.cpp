// Bytes in which a class makes objects of other types, as a small vector or an optional of one's own does: a reference to
// such an object is compared with them.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include "Inputs/work.h"
#include <array>
#include <cstddef>
#include <new>
#include <type_traits>

// == storage-read: accepted
struct Slot { alignas(int) char bytes[4]; int &value() { return *reinterpret_cast<int *>(bytes); } };
static void go(Slot *s, int &k) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { k += i; y[i] = s->value(); } show(); }
void run() { Slot s; new (s.bytes) int(5); go(&s, s.value()); }

// == storage-read-by-reference: accepted
struct Slot { char bytes[sizeof(int)]; int &value() { return *reinterpret_cast<int *>(bytes); } };
static void go(Slot &s, int &k) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { k += i; y[i] = s.value(); } show(); }
void run() { Slot s; new (s.bytes) int(5); go(s, s.value()); }

// == storage-read-as-bytes: accepted
struct Slot { alignas(int) char bytes[4]; int sum() const { int n = 0; for (char c : bytes) n += c; return n; } };
static void go(const Slot &s, int &k) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { k = k + i; y[i] = s.sum(); } show(); }
void run() { Slot s; go(s, *new (s.bytes) int(5)); }

// == storage-changed: accepted
struct Slot { alignas(int) char bytes[4]; int &value() { return *reinterpret_cast<int *>(bytes); } };
static void go(Slot *s, int &k) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { s->value() += i; y[i] = k; } show(); }
void run() { Slot s; new (s.bytes) int(5); go(&s, s.value()); }

// == storage-changed-by-reference: accepted
struct Slot { std::byte bytes[4]; int &value() { return *reinterpret_cast<int *>(bytes); } };
static void go(Slot &s, int &k) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { s.value() += i; y[i] = k; } show(); }
void run() { Slot s; new (s.bytes) int(5); go(s, s.value()); }

// == storage-of-template: refused or equal
template <class T> class Maybe {
public:
  explicit Maybe(T t) { new (raw_) T(t); }
  T &value() { return *reinterpret_cast<T *>(raw_); }
private:
  alignas(T) unsigned char raw_[sizeof(T)];
};
static void go(Maybe<long> &m, const long &k) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { m.value() += i; y[i] = k; } show(); }
void run() { Maybe<long> m(5); go(m, m.value()); }

// == storage-of-library: refused or equal
struct Slot { std::aligned_storage_t<4, 4> raw; int &value() { return *reinterpret_cast<int *>(&raw); } void add(int v) { value() = value() * 3 % 1001 + v; } };
static void go(Slot &s, const int &k) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { s.add(i); y[i] = k; } show(); }
void run() { Slot s; new (&s.raw) int(5); go(s, s.value()); }

// == storage-in-elements: refused or equal
struct Slot { alignas(8) char raw[64]; long &value(int k) { return *reinterpret_cast<long *>(raw + 8 * k); } };
static void go(std::vector<Slot> &s, const long &k) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { s[i].value(i % 8) = i + 2; y[i] = k; } show(); }
void run() { std::vector<Slot> s(40); go(s, *new (&s[3].value(3)) long(7)); }

// == storage-with-a-name: accepted
alignas(4) static char pool[64];
static void go(int &k) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { k += i; y[i] = pool[i % 4]; } show(); }
void run() { go(*new (pool) int(3)); }

// == storage-apart: accepted
struct Slot { alignas(int) char bytes[4]; int &value() { return *reinterpret_cast<int *>(bytes); } };
static void go(Slot *s, int &k) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { k += work(i); y[i] = s->value(); } show(); }
void run() { Slot s, t; new (s.bytes) int(5); new (t.bytes) int(5); go(&s, t.value()); }

// == storage-text-beside-numbers: accepted
struct Record { int n; char name[16]; };
static void go(std::vector<Record> &r, int &k) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { r[i].name[0] = 'a' + work(i) % 26; k += r[i].name[0]; } show(); }
void run() { std::vector<Record> r(40); int k = 0; go(r, k); std::printf("%d", k); }

// == storage-in-an-array-of-the-library: refused or equal
struct Slot { alignas(8) std::array<std::byte, 16> raw; int &value() { return *reinterpret_cast<int *>(raw.data()); } };
void run() { static Slot s[40]; for (auto &k : s) new (k.raw.data()) int(3); int *q = &s[5].value(); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) s[i].value() = work(i) + *q; for (auto &k : s) std::printf("%d ", k.value()); }

// == storage-by-casts: refused or equal
struct Slot { alignas(8) std::array<std::byte, 16> raw; };
void run() { static Slot s[40]; for (auto &k : s) new (k.raw.data()) int(3); int *q = reinterpret_cast<int *>(s[5].raw.data()); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) *reinterpret_cast<int *>(s[i].raw.data()) = work(i) + *q; for (auto &k : s) std::printf("%d ", *reinterpret_cast<int *>(k.raw.data())); }

// == storage-in-a-vector: refused or equal
void run() { std::vector<unsigned char> raw(40 * sizeof(int)); int *p = reinterpret_cast<int *>(raw.data()); int *q = p + 5; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) raw[4 * std::size_t(i)] = static_cast<unsigned char>(work(i) + *q); for (int i = 0; i < 40; ++i) std::printf("%d ", p[i]); }
