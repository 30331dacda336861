// What the library keeps without a variable of the program's: objects that localtime() and the like overwrite, numbers in
// a stream, the floating-point flags. The tool refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --std=c++20 --allow-native

#include <cfenv>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <iostream>
#include <locale>
#include <sstream>
#include <string>
#include <string_view>
#include <unistd.h>

int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
long y[40];
void show() {
  for (long &k : y) {
    std::printf(" %ld", k);
    k = 0;
  }
}

// == a-time-from-before: refused or equal
void run() {
  std::time_t t = 0;
  std::tm *p = std::gmtime(&t);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    std::time_t u = i * 86400;
    if (work(i) == 7) std::gmtime(&u);
    y[i] = p->tm_mday;
  }
  show();
}

// == a-time-read-after-the-loop: refused or equal
void run() {
  std::time_t t = 0;
  std::tm *p = std::gmtime(&t);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    std::time_t u = work(i) * 86400;
    std::tm own = *std::gmtime(&u);
    y[i] = own.tm_mday;
  }
  show();
  std::printf("%d", p->tm_mday);
}

// == a-time-by-reference: refused or equal
void run() {
  std::time_t t = 0;
  const std::tm &p = *std::gmtime(&t);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    std::time_t u = work(i) * 86400;
    if (i % 3 == 1) std::localtime(&u);
    y[i] = p.tm_mday;
  }
  show();
}

// == a-time-as-a-parameter: refused or equal
int day(std::time_t u) { return std::gmtime(&u)->tm_mday; }
void go(const std::tm *p) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = day(work(i) * 86400) * 100 + p->tm_mday;
  show();
}
void run() {
  std::time_t t = 0;
  go(std::gmtime(&t));
}

// == a-time-in-a-global: refused or equal
std::tm *last;
void run() {
  std::time_t t = 0;
  last = std::gmtime(&t);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    std::time_t u = work(i) * 86400;
    if (i % 3 == 1) std::gmtime(&u);
    y[i] = last->tm_mday;
  }
  show();
}

// == a-text-from-before: refused or equal
void run() {
  std::tm t{};
  const char *p = std::asctime(&t);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    std::tm u{};
    u.tm_mday = work(i);
    if (i % 3 == 1) std::asctime(&u);
    y[i] = p[9];
  }
  show();
}

// == a-text-of-a-function: refused or equal
const char *stamp(int day) {
  std::tm t{};
  t.tm_mday = day;
  return std::asctime(&t);
}
void run() {
  std::string_view p = stamp(3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = stamp(work(i))[9] * 100 + p[9];
  show();
}

// == times-of-the-body: accepted
void run() {
  std::time_t t = 0;
  int day = std::gmtime(&t)->tm_mday;
  std::tm copy = *std::localtime(&t);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    std::time_t u = work(i) * 86400;
    std::tm *p = std::gmtime(&u);
    char text[99];
    std::strftime(text, sizeof text, "%F", p);
    y[i] = p->tm_mday + text[8] + day + copy.tm_mon;
  }
  show();
}

// == a-time-that-is-done-with: accepted
void run() {
  std::time_t t = 0;
  std::tm *p = std::gmtime(&t);
  int day = p->tm_mday;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    std::time_t u = work(i) * 86400;
    y[i] = std::gmtime(&u)->tm_mday + day;
  }
  show();
}

// == texts-of-the-body: accepted
void run() {
  std::time_t t = 0;
  std::tm *now = std::gmtime(&t);
  std::string before = std::strerror(3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    std::string text = std::asctime(now);
    y[i] = long(text.size() + before.size() + std::strlen(std::strerror(work(i))));
  }
  show();
}

// == a-number-in-a-stream: refused or equal
void run() {
  static int index = std::ios_base::xalloc();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    std::cout.iword(index) += work(i);
    y[i] = std::cout.iword(index);
  }
  show();
}

// == a-number-in-a-stream-by-a-manipulator: refused or equal
int index() {
  static const int known = std::ios_base::xalloc();
  return known;
}
std::ostream &loud(std::ostream &out) {
  out.iword(index()) = 1;
  return out;
}
struct P {
  int k;
};
std::ostream &operator<<(std::ostream &out, const P &p) { return out << (out.iword(index()) ? "x" : "y") << p.k; }
void run() {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    if (work(i) == 7) std::cout << loud;
    std::cout << P{i} << ' ';
  }
}

// == a-pointer-in-a-stream: refused or equal
void run() {
  int index = std::ios_base::xalloc(), n = 0;
  std::cout.pword(index) = &n;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    if (i % 3 == 1) *static_cast<int *>(std::cout.pword(index)) = work(i);
    y[i] = n;
  }
  show();
}

// == the-next-number-of-all-streams: refused or equal
void run() {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    if (work(i) == 7) std::ios_base::xalloc();
    y[i] = std::ios_base::xalloc();
  }
  show();
}

// == a-function-kept-by-a-stream: refused or equal
void called(std::ios_base::event, std::ios_base &, int k) { y[3] += k; }
void run() {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    if (work(i) == 7) std::cout.register_callback(called, i);
  }
  std::cout.imbue(std::locale());
  show();
}

// == a-number-in-a-stream-that-is-read: accepted
int index() {
  static const int known = std::ios_base::xalloc();
  return known;
}
struct P {
  int k;
};
std::ostream &operator<<(std::ostream &out, const P &p) { return out << (out.iword(index()) ? "x" : "y") << p.k; }
void run() {
  std::cout.iword(index()) = 4;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) std::cout << P{work(i)} << ' ' << std::cout.iword(index());
}

// == a-number-in-a-local-stream: accepted
void run() {
  int index = std::ios_base::xalloc();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    std::ostringstream own;
    own.iword(index) = work(i);
    own << own.iword(index);
    y[i] = long(own.str().size());
  }
  show();
}

// == floating-point-flags: refused or equal
void run() {
  volatile double a = 1, b = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    if (work(i) == 7) y[i] = a / b > 5;
    else y[i] = std::fetestexcept(FE_DIVBYZERO);
  }
  show();
}

// == a-rounding-mode: refused or equal
void up() { std::fesetround(FE_UPWARD); }
void run() {
  volatile double a = 1, b = 3;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    if (work(i) == 7) up();
    y[i] = long(a / b * 1e17) % 1000;
  }
  std::fesetround(FE_TONEAREST);
  show();
}

// == a-rounding-mode-from-before: accepted
void run() {
  volatile double a = 1, b = 3;
  std::fesetround(FE_UPWARD);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) y[i] = long(a / b * 1e17) % 1000 + std::fegetround() + work(i);
  std::fesetround(FE_TONEAREST);
  show();
}
