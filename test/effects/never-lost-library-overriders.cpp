// Functions of the program's that override functions of the standard library. The tool refuses each of these programs,
// or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstdio>
#include <locale>
#include <sstream>
#include <streambuf>
#include <string>
#include <system_error>
#include <unistd.h>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
int total, y[8];
void begin() { total = 0; for (int &v : y) v = 0; }
void end() { for (int v : y) std::printf("%d ", v); std::printf("%d", total); }

// == an-own-buffer: refused or equal
struct Buffer : std::streambuf { int overflow(int c) override { total += c; return c; } };
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { Buffer b; std::ostream o(&b); o << work(i); }
  end();
}

// == an-own-category: refused or equal
struct Category : std::error_category {
  const char *name() const noexcept override { return "own"; }
  std::string message(int k) const override { total += k; return "own"; }
};
const Category category;
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { y[i % 8] = int(std::error_code(work(i), category).message().size()); }
  end();
}

// == an-own-facet: refused or equal
struct Facet : std::numpunct<char> {
  char do_thousands_sep() const override { ++total; return '.'; }
  std::string do_grouping() const override { return "\3"; }
};
void run() {
  begin();
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::ostringstream o; o.imbue(std::locale(std::locale::classic(), new Facet)); o << 1000000 + work(i); y[i % 8] = int(o.str().size()); }
  end();
}
