// The default memory resource, and what it notes: a worker's copy of it is lost. The tool refuses each of these programs, or the
// result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include "Inputs/work.h"
#include <map>
#include <memory_resource>

struct Counting : std::pmr::memory_resource {
  long count = 0;
  void *do_allocate(std::size_t n, std::size_t) override {
    ++count;
    return ::operator new(n);
  }
  void do_deallocate(void *p, std::size_t, std::size_t) override { ::operator delete(p); }
  bool do_is_equal(const memory_resource &o) const noexcept override { return this == &o; }
};
static Counting counting;
struct Default {
  Default() {
    counting.count = 0;
    std::pmr::set_default_resource(&counting);
  }
  ~Default() {
    std::pmr::set_default_resource(nullptr);
    std::printf("%ld\n", counting.count);
  }
};

// == resource-of-vector: refused or equal
void run() { Default d; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::pmr::vector<int> v(work(i) + 1); y[i] = v.size(); } show(); }

// == resource-of-string: refused or equal
void run() { Default d; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::pmr::string v; v.append(std::size_t(work(i) + 30), 'x'); y[i] = v.size(); } show(); }

// == resource-of-elements: refused or equal
void run() { Default d; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<std::pmr::string> v; v.emplace_back(std::size_t(work(i) + 30), 'x'); y[i] = v.size(); } show(); }

// == resource-of-field: refused or equal
void run() { Default d; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { struct T { std::pmr::map<int, int> m; }; T t; t.m[work(i)] = 1; y[i] = t.m.size(); } show(); }

// == resource-above-buffer: refused or equal
void run() { Default d; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::byte b[10]; std::pmr::monotonic_buffer_resource r(b, sizeof b); std::pmr::vector<int> v(work(i) + 9, &r); y[i] = v.size(); } show(); }

// == resource-asked-for: refused or equal
void run() { Default d; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::pmr::vector<int> v(work(i) + 9, std::pmr::get_default_resource()); y[i] = v.size(); } show(); }

// == resource-copied: refused or equal
void run() { Default d; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { const std::pmr::string u(30, 'x', std::pmr::new_delete_resource()); std::pmr::string v = u; y[i] = work(i) + v.size(); } show(); }

// == resource-given: accepted
void run() { Default d; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::byte b[1000]; std::pmr::monotonic_buffer_resource r(b, sizeof b, std::pmr::null_memory_resource()); std::pmr::vector<int> v(work(i) + 9, &r); y[i] = v.size(); } show(); }

// == resource-not-used: accepted
void run() { Default d; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> v(work(i) + 9); std::string s(30, 'a'); y[i] = v.size() + s.size(); } show(); }
