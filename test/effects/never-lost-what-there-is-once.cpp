// What there is once: static members and static variables of functions, methods of global objects, allocators,
// exceptions, descriptors. The tool refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fcntl.h>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <sys/mman.h>
#include <unistd.h>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
int total, other, y[n];
void begin() { total = other = 0; for (int &v : y) v = 0; }
void end() { for (int v : y) std::printf("%d ", v); std::printf("%d %d", total, other); }

// == a-static-variable-of-the-body: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { static const int v = work(i) + i; y[i] = v; }
  end();
}

// == a-static-variable-of-a-function: refused or equal
int first(int k) { static const int v = k; return v; }
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = first(work(i)); }
  end();
}

// == a-static-variable-after-the-loop: refused or equal
int first(int k) { static const int v = k; return v; }
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = first(work(i) + 3); }
  total = first(99);
  end();
}

// == a-static-variable-made-from-a-global: refused or equal
int first() { static const int v = total; return v; }
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { total += work(i); y[i] = first(); }
  end();
}

// == a-static-member-named-by-two-objects: refused or equal
struct S { static inline int v; };
S s1, s2;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { s1.v += work(i); other ^= s2.v; }
  total = S::v;
  end();
}

// == a-static-member-behind-a-pointer: refused or equal
struct S { static inline int v; };
S s1, *s2 = &s1;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { s1.v = work(i); total += s2->v; s2->v = i; }
  end();
}

// == a-method-of-a-global-reads-a-field: refused or equal
struct L { int m = 0; int values[n] = {}; int get() const { return m; } int at(int k) const { return values[k]; } };
L l;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { if (i % 3 == 1) l.m = work(i); y[i] = l.get(); }
  end();
}

// == a-method-of-a-global-reads-elements: refused or equal
struct L { int m = 0; int values[n] = {}; int get() const { return m; } int at(int k) const { return values[k]; } };
L l;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { l.values[i] = work(i); total += l.at(n - 1 - i); }
  end();
}

// == a-method-of-a-base-reads-elements: refused or equal
struct L { int m = 0; int values[n] = {}; int get() const { return m; } int at(int k) const { return values[k]; } };
struct D : L {};
D d;
L &base = d;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { base.values[i] = work(i); total += d.at(n - 1 - i); }
  end();
}

// == a-method-of-a-global-reads-its-own-element: refused or equal
struct L { int m = 0; int values[n] = {}; int get() const { return m; } int at(int k) const { return values[k]; } };
L l;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { l.values[i] = work(i); total += l.at(i); }
  end();
}

// == an-allocator-that-counts: refused or equal
template <class T> struct A {
  using value_type = T;
  A() = default;
  template <class U> A(const A<U> &) {}
  T *allocate(std::size_t size) { ++total; return static_cast<T *>(std::malloc(size * sizeof(T))); }
  void deallocate(T *memory, std::size_t) { ++other; std::free(memory); }
  bool operator==(const A &) const { return true; }
};
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::vector<int, A<int>> v; v.push_back(work(i)); y[i] = v[0]; }
  end();
}

// == an-allocator-for-another-type: refused or equal
template <class T> struct A {
  using value_type = T;
  A() = default;
  template <class U> A(const A<U> &) {}
  T *allocate(std::size_t size) { ++total; return static_cast<T *>(std::malloc(size * sizeof(T))); }
  void deallocate(T *memory, std::size_t) { ++other; std::free(memory); }
  bool operator==(const A &) const { return true; }
};
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = *std::allocate_shared<int>(A<int>(), work(i)); }
  end();
}

// == memory-by-arguments: refused or equal
struct N {
  int k;
  static void *operator new(std::size_t size, int &count) { ++count; return std::malloc(size); }
  static void operator delete(void *memory) { std::free(memory); }
};
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { auto *p = new (total) N{work(i)}; y[i] = p->k; delete p; }
  end();
}

// == an-exception-that-is-kept: refused or equal
std::exception_ptr kept;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { try { if (work(i) == 7) throw std::runtime_error("a" + std::to_string(i)); } catch (...) { kept = std::current_exception(); } }
  try { if (kept) std::rethrow_exception(kept); } catch (const std::exception &e) { std::puts(e.what()); }
  end();
}

// == two-streams-over-one-buffer: refused or equal
std::ostringstream first;
std::ostream second(first.rdbuf());
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { second << work(i); total += int(first.str().size()); }
  end();
}

// == a-descriptor-in-an-array: refused or equal
int opened() { return memfd_create("numbers", 0); }
void show(int file) { char text[200] = {}; lseek(file, 0, SEEK_SET); if (read(file, text, 199) > 0) std::puts(text); close(file); }

void run() {
  begin();
  const int files[2] = {0, opened()};
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { char text[9]; const int length = std::snprintf(text, 9, "%d,", work(i)); if (write(files[1], text, std::size_t(length)) != length) ++other; }
  show(files[1]);
  end();
}

// == a-descriptor-in-a-copy: refused or equal
int opened() { return memfd_create("numbers", 0); }
void show(int file) { char text[200] = {}; lseek(file, 0, SEEK_SET); if (read(file, text, 199) > 0) std::puts(text); close(file); }

void run() {
  begin();
  const int file = opened();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int copy = file; char text[9]; const int length = std::snprintf(text, 9, "%d,", work(i)); if (write(copy, text, std::size_t(length)) != length) ++other; }
  show(file);
  end();
}

// == a-descriptor-in-a-duplicate: refused or equal
int opened() { return memfd_create("numbers", 0); }
void show(int file) { char text[200] = {}; lseek(file, 0, SEEK_SET); if (read(file, text, 199) > 0) std::puts(text); close(file); }

void run() {
  begin();
  const int file = opened();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int copy = dup(file); char text[9]; const int length = std::snprintf(text, 9, "%d,", work(i)); if (write(copy, text, std::size_t(length)) != length) ++other; close(copy); }
  show(file);
  end();
}

// == a-mutable-array-of-a-const-object: refused or equal
namespace {
struct M { mutable int values[n] = {}; int at(int k) const { return values[k]++; } };
const M m;
} // namespace
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = m.at(i) + work(i); }
  total = m.values[3];
  end();
}

// == a-static-table: accepted
int at(int k) { static const std::vector<int> table = {1, 2, 3}; return table[unsigned(k)]; }
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i] = at(work(i) % 3); }
  end();
}

// == an-own-descriptor: refused or equal
int opened() { return memfd_create("numbers", 0); }
[[maybe_unused]] void show(int file) { char text[200] = {}; lseek(file, 0, SEEK_SET); if (read(file, text, 199) > 0) std::puts(text); close(file); }

void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { const int file = opened(); char text[9]; const int length = std::snprintf(text, 9, "%d,", work(i)); if (write(file, text, std::size_t(length)) != length) ++other; close(file); }
  end();
}

// == an-own-file: accepted
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { const int file = open("/proc/self/comm", O_RDONLY); char text[9]; if (read(file, text, 4) == 4) total += work(i); close(file); }
  end();
}

// == an-exception-in-a-list: refused or equal
std::vector<std::exception_ptr> kept;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { try { work(i); throw i; } catch (...) { kept.push_back(std::current_exception()); } }
  for (const std::exception_ptr &one : kept) total += one != nullptr;
  end();
}

// == where-standard-output-is: refused or equal
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { if (work(i) > 20 && std::ftell(stdout) > 50) ++other; std::printf("%d ", i); }
  end();
}

// == a-bit-field-of-a-binding: refused or equal
struct B { unsigned p : 3; unsigned q : 5; };
void run() {
  begin();
  B b{};
  auto &[p, q] = b;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { p += unsigned(work(i)); q ^= 3u; }
  total = int(b.p + b.q);
  end();
}

// == a-pack-of-references: refused or equal
template <class... A> void add(A &...all) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { ((all += work(i)), ...); }
}
void run() {
  begin();
  add(total, other);
  end();
}

// == a-pack-of-values: refused or equal
template <class... A> void add(A... all) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { total += work(i) + (all + ...); }
}
void run() {
  begin();
  add(1, 2);
  end();
}

// == a-constructor-reads-the-global: refused or equal
struct Level { int m = 0; int get() const; };
Level level;
struct Probe { int v; Probe() : v(level.m) {} };
int Level::get() const { Probe probe; return probe.v; }
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { if (i % 3 == 1) level.m = work(i); total = total * 5 % 1009 + level.get(); }
  end();
}
