// Functions that are handed the address of their iteration's own element, and follow that pointer only. The tool refuses
// each of the others, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++17

#include <algorithm>
#include <cstdio>
#include <string>
#include <unistd.h>
#include <vector>

int work(int i) {
  usleep(100); // So that all workers get something.
  return (i % 1009) * 7 % 31;
}
void show(const std::vector<std::string> &lines) {
  for (const std::string &line : lines) std::printf("%s ", line.c_str());
}
void add(std::string *to, int x) { *to += static_cast<char>('a' + x % 13); }

// == appended-to: accepted
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(&lines[i], i);
    total += work(static_cast<int>(lines[i].size()) + i);
  }
  show(lines), std::printf("%ld", total);
}

// == and-reversed: accepted
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(&lines[i], i);
    std::reverse(lines[i].begin(), lines[i].end());
    total += work(static_cast<int>(lines[i].size()) + i);
  }
  show(lines), std::printf("%ld", total);
}

// == by-a-method: accepted
struct Writer {
  int mark = 3;
  void put(std::string *to, int x) const { to->push_back(static_cast<char>('a' + (x + mark) % 13)); }
};
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  const Writer writer;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    writer.put(&lines[i], i);
    total += work(static_cast<int>(lines[i].size()) + i);
  }
  show(lines), std::printf("%ld", total);
}

// == in-two-steps: refused or equal
void twice(std::string *to, int x) {
  add(to, x);
  add(to, x + 1);
}
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    twice(&lines[i], i);
    total += work(static_cast<int>(lines[i].size()) + i);
  }
  show(lines), std::printf("%ld", total);
}

// == element-beside-it: refused or equal
void next(std::string *to, int x) { to[1] += static_cast<char>('a' + x % 13); }
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    next(&lines[i], i);
    total += work(static_cast<int>(lines[i].size()) + i);
  }
  show(lines), std::printf("%ld", total);
}

// == element-beside-it-apart: refused or equal
void next(std::string *to, int x) { to[1] += static_cast<char>('a' + x % 13); }
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    next(&lines[2 * i], i);
    total += work(static_cast<int>(lines[2 * i].size()));
  }
  show(lines), std::printf("%ld", total);
}

// == both-of-two: refused or equal
void both(std::string *to, int x) {
  *to += static_cast<char>('a' + x % 13);
  *(to + 1) += "z";
}
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    both(&lines[2 * i], i);
    total += work(static_cast<int>(lines[2 * i].size()));
  }
  show(lines), std::printf("%ld", total);
}

// == pointer-is-stepped: refused or equal
void step(std::string *to, int x) {
  *to++ += "y";
  *to += static_cast<char>('a' + x % 13);
}
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    step(&lines[2 * i], i);
    total += work(static_cast<int>(lines[2 * i].size()));
  }
  show(lines), std::printf("%ld", total);
}

// == pointer-is-set: refused or equal
std::string other = "o";
void set(std::string *to, int x) {
  if (x % 3 == 0) to = &other;
  *to += static_cast<char>('a' + x % 13);
}
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    set(&lines[i], i);
    total += work(static_cast<int>(lines[i].size()) + i);
  }
  show(lines), std::printf("%ld", total); std::printf("%s", other.c_str());
}

// == address-of-the-pointer: refused or equal
void move(std::string **at) { ++*at; }
void put(std::string *to, int x) {
  move(&to);
  *to += static_cast<char>('a' + x % 13);
}
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    put(&lines[2 * i], i);
    total += work(static_cast<int>(lines[2 * i].size()));
  }
  show(lines), std::printf("%ld", total);
}

// == reference-to-the-pointer: refused or equal
void put(std::string *to, int x) {
  std::string *&name = to;
  ++name;
  *to += static_cast<char>('a' + x % 13);
}
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    put(&lines[2 * i], i);
    total += work(static_cast<int>(lines[2 * i].size()));
  }
  show(lines), std::printf("%ld", total);
}

// == captured-by-a-lambda: refused or equal
void put(std::string *to, int x) {
  const auto next = [=] { to[1] += static_cast<char>('a' + x % 13); };
  next();
}
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    put(&lines[2 * i], i);
    total += work(static_cast<int>(lines[2 * i].size()));
  }
  show(lines), std::printf("%ld", total);
}

// == kept-for-later: refused or equal
std::string *last = nullptr;
void put(std::string *to, int x) {
  if (last) *last += static_cast<char>('a' + x % 13);
  last = to;
}
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    put(&lines[i], i);
    total += work(static_cast<int>(lines[i].size()) + i);
  }
  show(lines), std::printf("%ld", total);
}

// == neighbour-is-read: refused or equal
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(&lines[i], i);
    total += work(static_cast<int>(lines[i + 1].size()));
  }
  show(lines), std::printf("%ld", total);
}

// == neighbour-is-handed-too: refused or equal
void copy(std::string *to, const std::string *from) { *to += from->back(); }
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    copy(&lines[i], &lines[i + 1]);
    total += work(static_cast<int>(lines[i].size()) + i);
  }
  show(lines), std::printf("%ld", total);
}

// == one-element-of-all: refused or equal
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(&lines[3], i);
    total += work(static_cast<int>(lines[i].size()) + i);
  }
  show(lines), std::printf("%ld", total);
}

// == at-a-slot: refused or equal
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(&lines[i % 7], i);
    lines[i + 40] += "w";
  }
  show(lines), std::printf("%ld", total);
}

// == first-and-own: refused or equal
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(&lines[0], i);
    add(&lines[i], i);
  }
  show(lines), std::printf("%ld", total);
}

// == another-name: refused or equal
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  const std::vector<std::string> &name = lines;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(&lines[i], i);
    total += work(static_cast<int>(name[i / 2].size()));
  }
  show(lines), std::printf("%ld", total);
}

// == pointer-to-one-is-read: refused or equal
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  const std::string *const one = &lines[5];
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(&lines[i], i);
    total += work(static_cast<int>(one->size()));
  }
  show(lines), std::printf("%ld", total);
}

// == container-grows: refused or equal
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(&lines[i], i);
    if (i == 20) lines.push_back("new");
  }
  show(lines), std::printf("%ld", total);
}

// == empty-where-odd: refused or equal
void put(std::string *to, int x) {
  if (to) *to += static_cast<char>('a' + x % 13);
}
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    put(i % 2 ? &lines[i] : nullptr, i);
    total += work(static_cast<int>(lines[i].size()) + i);
  }
  show(lines), std::printf("%ld", total);
}

// == throws-in-between: refused or equal
void put(std::string *to, int x) {
  *to += "t";
  if (x == 20) throw x;
  *to += static_cast<char>('a' + x % 13);
}
void run() {
  std::vector<std::string> lines(90, "ab");
  long total = 0;
  try {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    put(&lines[i], i);
    total += work(static_cast<int>(lines[i].size()) + i);
  }
  } catch (int x) {
    show(lines), std::printf("%d %ld", x, total);
  }
}
