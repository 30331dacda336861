// Streams, files and generators: in each of these programs a change might get lost, or come out of order; the tool refuses it, or the result
// is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <unistd.h>
#include <vector>

// == streams: accepted
void log(std::ostream &out, int i) { out << "log " << i << '\n'; }
void run(std::ostream &out) {
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    out << "a" << i << ' ' << std::setw(4) << std::hex << i << std::endl;
    std::cout << "b" << i << '\n';
    std::printf("c%d\n", i);
    out << std::dec << 0.1 * i << std::endl;
    std::cerr << "e" << i << '\n';
  }
}
void run() {
  run(std::cout);
  std::ostringstream s;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    s << i << ',' << std::string(i, 'x');
    log(std::cout, i);
  }
  std::cout << s.str();
}

// == stream-state: accepted
void run() {
  [[paraloop]] for (int i = 0; i < 30; ++i) {
    if (i == 5)
      std::cout << std::hex << std::showbase;
    if (i == 20)
      std::cout << std::setprecision(2) << std::fixed;
    std::cout << i << ' ' << i * 0.37 << '\n';
  }
  std::cout << 255 << '\n';
}

// == user-output-operator: accepted
struct P {
  int x;
};
std::ostream &operator<<(std::ostream &out, const P &p) { return out << '(' << p.x << ')'; }
void run() {
  [[paraloop]] for (int i = 0; i < 20; ++i) { std::cout << P{i} << '\n'; }
}

// == user-output-operator-file: refused or equal
struct P {
  int x;
};
std::ostream &operator<<(std::ostream &out, const P &p) { return out << '(' << p.x << ')'; }
void run() {
  std::ostringstream out;
  [[paraloop]] for (int i = 0; i < 20; ++i) { out << P{i} << '\n'; }
  std::cout << out.str();
}

// == write-fd: accepted
void run() {
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    char b[20];
    std::snprintf(b, 20, "%d\n", i);
    (void)!write(1, b, std::strlen(b));
  }
}

// == read-fd: refused or equal
void run() {
  int fd = open("/etc/passwd", O_RDONLY);
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    char b[1];
    (void)!read(fd, b, 1);
    t += b[0] * i;
  }
  std::printf("%ld\n", t);
}

// == istringstream-outside: refused or equal
void run() {
  std::istringstream in("1 2 3 4 5 6 7 8 9");
  int t = 0;
  [[paraloop]] for (int i = 0; i < 9; ++i) {
    int x = 0;
    in >> x;
    t += x * i;
  }
  std::printf("%d\n", t);
}

// == getline-outside: refused or equal
void run() {
  std::istringstream in("1\n2\n3\n4\n");
  int t = 0;
  [[paraloop]] for (int i = 0; i < 4; ++i) {
    std::string line;
    std::getline(in, line);
    t += line.size() * i;
  }
  std::printf("%d\n", t);
}

// == ifstream-read-method: refused or equal
void run() {
  std::ifstream in("/etc/passwd");
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += in.get() * i; }
  std::printf("%d\n", t);
}

// == fread-outside: refused or equal
void run() {
  FILE *f = std::fopen("/etc/passwd", "r");
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += std::fgetc(f) * i; }
  std::printf("%d\n", t);
}

// == fprintf-file: refused or equal
void run() {
  FILE *f = stdout;
  [[paraloop]] for (int i = 0; i < 20; ++i) { std::fprintf(f, "%d\n", i); }
}

// == normal-distribution: refused or equal
void run() {
  std::normal_distribution<double> d;
  double t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::mt19937 g(i);
    t += d(g);
  }
  std::printf("%a\n", t);
}

// == shuffle: refused or equal
void run() {
  std::mt19937 g(1);
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    std::vector<int> own{1, 2, 3, i};
    std::shuffle(own.begin(), own.end(), g);
    t += own[0] * i;
  }
  std::printf("%ld\n", t);
}

// == engine-by-reference: refused or equal
static int roll(std::mt19937 &g) { return std::uniform_int_distribution<int>(1, 6)(g); }
void run() {
  std::mt19937 g(1);
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) { t += roll(g) * i; }
  std::printf("%ld\n", t);
}

// == member-engine: refused or equal
struct S {
  std::mt19937 g{1};
  int roll() { return g() % 6; }
  long run() {
    long t = 0;
    [[paraloop]] for (int i = 0; i < 20; ++i) { t += roll() * i; }
    return t;
  }
};
void run() {
  S s;
  std::printf("%ld\n", s.run());
}

// == thread-local: accepted
static thread_local int n = 0;
void run() {
  [[paraloop]] for (int i = 0; i < 20; ++i) { n += i; }
  std::printf("%d\n", n);
}

// == environment: accepted
void run() {
  long t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    const char *h = std::getenv("HOME");
    t += h ? h[0] : 0;
  }
  std::printf("%ld\n", t);
}

// == iterator-outside: refused or equal
void run() {
  std::vector<int> v(20, 3);
  auto it = v.begin();
  int t = 0;
  [[paraloop]] for (int i = 0; i < 20; ++i) {
    t += *it;
    ++it;
  }
  std::printf("%d\n", t);
}

// == exits: accepted
static int find(int n) {
  [[paraloop]] for (int i = 0; i < n; ++i) {
    if (i % 3)
      continue;
    switch (i) {
    case 6:
      continue;
    case 9:
      break;
    case 15:
      return i;
    default:
      break;
    }
    std::printf("%d\n", i);
    for (int k = 0; k < 3; ++k) {
      if (k == 1)
        continue;
      if (k == 2)
        break;
      std::printf(" %d\n", k);
    }
  }
  return -1;
}
void run() {
  long total = 0;
  std::printf("found %d\n", find(30));
  [[paraloop]] for (int i = 0; i < 30; ++i) {
    total += i;
    if (i == 20)
      break;
  }
  std::printf("%ld\n", total);
  try {
    [[paraloop]] for (int i = 0; i < 30; ++i) {
      total += i;
      if (i == 20)
        throw std::runtime_error("at " + std::to_string(total));
    }
  } catch (const std::exception &e) {
    std::printf("%s\n", e.what());
  }

  [[paraloop]] for (int i = 0; i < 30; ++i) {
    total += i;
    if (i == 20)
      goto done;
  }
done:
  std::printf("%ld\n", total);

  [[paraloop]] for (int i = 0; i < 30; ++i) {
    try {
      if (i % 2)
        throw i;
      total += i;
    } catch (int x) {
      total -= x;
      continue;
    }
    total += 1;
  }

  [[paraloop]] for (int i = 0; i < 3; ++i) { total += i; }
}

// == rethrow: accepted
static void f() {
  try {
    throw 3;
  } catch (...) {
    [[paraloop]] for (int i = 0; i < 30; ++i) {
      std::printf("%d\n", i);
      if (i == 3)
        throw;
    }
  }
}
void run() {
  try {
    f();
  } catch (int x) {
    std::printf("caught %d\n", x);
  }
}

// == empty-loops: accepted
void run() {
  long t = 0;
  std::vector<int> none;
  [[paraloop]] for (int i = 5; i < 5; ++i) t += i;
  [[paraloop]] for (int x : none) t += x;
  [[paraloop]] for (unsigned i = 7; i < 3; ++i) t += i;
  [[paraloop]] for (int i = 0; i < 1; ++i) t += 7;
  std::printf("%ld\n", t);
}
