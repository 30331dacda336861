// The capacity of what is handed on: vectors and strings that are moved, or owned, keep the room that they have beyond their elements,
// so that the program sees the same capacity, and the same growth later.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstdio>
#include <map>
#include <optional>
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

// == capacity-reserved: accepted
void run() { std::vector<std::vector<int>> w; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> v; v.reserve(work(i) * 10 + 1); v.push_back(1); w.push_back(std::move(v)); } for (auto &k : w) std::printf("%zu ", k.capacity()); }

// == capacity-string: accepted
void run() { std::vector<std::string> w; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::string s; s.reserve(work(i) * 10 + 20); s = "abc"; w.push_back(std::move(s)); } for (auto &k : w) std::printf("%zu ", k.capacity()); }

// == capacity-map: accepted
void run() { std::map<int, std::vector<int>> w; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> s; s.reserve(work(i) + 20); s.push_back(1); w[i] = std::move(s); } for (auto &[p, k] : w) std::printf("%zu ", k.capacity()); }

// == capacity-assigned: accepted
void run() { std::vector<int> w; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> s; s.reserve(work(i) * 10 + 20); w = std::move(s); } std::printf("%zu ", w.capacity()); }

// == capacity-shrunk: accepted
void run() { std::vector<std::vector<int>> w(40); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> s; for (int k = 0; k < work(i); ++k) s.push_back(k); w[i] = std::move(s); w[i].shrink_to_fit(); } for (auto &k : w) std::printf("%zu ", k.capacity()); }

// == capacity-growth: accepted
void run() { std::vector<std::vector<int>> w; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> s; for (int k = 0; k < work(i); ++k) s.push_back(k); w.push_back(std::move(s)); } for (auto &k : w) { k.push_back(1); std::printf("%zu ", k.capacity()); } }

// == capacity-of-fields: accepted
struct P { std::string t; std::vector<int> v; };
void run() { std::vector<P> w; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { P p; p.v.reserve(work(i) + 3); p.v.push_back(i); p.t = "abc"; for (int k = 0; k < work(i); ++k) p.t += 'x'; w.push_back(std::move(p)); } for (auto &k : w) std::printf("%zu %zu ", k.t.capacity(), k.v.capacity()); }

// == capacity-owned: accepted
static std::string make(int i) { std::string s; for (int k = 0; k < work(i); ++k) s += 'a'; return s; }
void run() { std::vector<std::string> w(40); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { w[i] = make(i); } for (auto &k : w) std::printf("%zu ", k.capacity()); }

// == capacity-bits: accepted
void run() { std::vector<std::vector<bool>> w; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<bool> s; s.reserve(work(i) * 10 + 1); s.push_back(1); w.push_back(std::move(s)); } for (auto &k : w) std::printf("%zu ", k.capacity()); }

// == capacity-pair: accepted
void run() { std::vector<std::pair<std::string, std::vector<std::string>>> w; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<std::string> s; s.reserve(work(i)); s.emplace_back("x"); std::string t(work(i), 'x'); t = "a"; w.emplace_back(std::move(t), std::move(s)); } for (auto &k : w) std::printf("%zu %zu ", k.first.capacity(), k.second.capacity()); }

// == capacity-optional: accepted
void run() { std::vector<std::optional<std::vector<int>>> w; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> s; s.reserve(work(i) * 10 + 1); w.push_back(std::move(s)); } for (auto &k : w) std::printf("%zu ", k->capacity()); }

// == capacity-copied: accepted
static std::string make(int i) { std::string s; for (int k = 0; k < work(i); ++k) s += 'a'; return s; }
void run() { std::vector<std::string> w; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::string s = make(i); w.push_back(s); } for (auto &k : w) std::printf("%zu ", k.capacity()); }

// == capacity-moved-from: accepted
void run() { std::vector<std::vector<int>> w; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { std::vector<int> s; s.reserve(work(i) * 10 + 1); w.push_back(std::move(s)); y[i] = s.capacity(); } show(); for (auto &k : w) std::printf("%zu ", k.capacity()); }

// == capacity-after-cleared: refused or equal
void run() { std::vector<int> s; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { s.clear(); for (int k = 0; k < (i == 0 ? 300 : 10); ++k) s.push_back(work(i)); y[i] = s.size(); } std::printf("%zu", s.capacity()); show(); }

// == capacity-after-string: refused or equal
void run() { std::string s; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { s = "a"; for (int k = 0; k < (i == 0 ? 300 : 10); ++k) s += 'a'; y[i] = s.size(); } std::printf("%zu", s.capacity()); show(); }

// == capacity-within: refused or equal
void run() { std::string s; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { s = "a"; for (int k = 0; k < (i == 0 ? 300 : 10); ++k) s += 'a'; y[i] = s.capacity(); } show(); }

// == capacity-after-member: refused or equal
struct T { std::vector<int> s; void go() { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { s.clear(); for (int k = 0; k < (i == 0 ? 300 : 10); ++k) s.push_back(work(i)); y[i] = s.size(); } } };
void run() { T t; t.go(); std::printf("%zu", t.s.capacity()); show(); }

// == capacity-after-parameter: refused or equal
static void go(std::vector<int> &s) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { s.assign(i == 0 ? 300 : 10, work(i)); y[i] = s.size(); } }
void run() { std::vector<int> s; go(s); std::printf("%zu", s.capacity()); show(); }

// == capacity-after-moved: refused or equal
static std::vector<int> go() { std::vector<int> s; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { s.assign(i == 0 ? 300 : 10, work(i)); y[i] = s.size(); } return s; }
void run() { std::vector<int> s = go(); std::printf("%zu", s.capacity()); show(); }

// == capacity-after-in-row: refused or equal
void run() { std::vector<std::vector<int>> s(3); [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { s[0].assign(i == 0 ? 300 : 10, work(i)); y[i] = s[0].size(); } std::printf("%zu", s[0].capacity()); show(); }

// == capacity-not-asked: accepted
static void go(std::vector<double> &s) { [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { s.assign(i == 0 ? 300 : 10, work(i)); y[i] = s.size(); } }
void run() { std::vector<double> s; go(s); std::printf("%zu %g", s.size(), s[9]); show(); }

// == capacity-local-not-asked: refused or equal
void run() { std::vector<int> s; [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) { s.assign(i == 0 ? 300 : 10, work(i)); y[i] = s.size(); } std::printf("%zu %d", s.size(), s[9]); show(); }
