// Functions that the objects of a class keep in a field: where all values of that field are in sight, nothing else runs,
// and nothing out of sight reads what the loop changes. The tool refuses each of the others, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <cstdio>
#include <functional>
#include <memory>
#include <unistd.h>
#include <utility>
#include <vector>

int work(int i) {
  usleep(100); // So that all workers get something.
  return (i % 1009) * 7 % 31;
}
void show(const std::vector<int> &values) {
  for (int value : values) std::printf("%d ", value);
}

// == in-the-class: accepted
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  Kept() = default;
  Kept(const Kept &) = delete;
};
void run() {
  Kept o;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == assigned-elsewhere: accepted
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  void set() {
    run = [](int y) { return y + 2; };
  }
  Kept() = default;
  Kept(const Kept &) = delete;
};
void run() {
  Kept o;
  o.set();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == asked-for: accepted
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  bool isSet() const { return run ? true : false; }
  Kept() = default;
  Kept(const Kept &) = delete;
};
void run() {
  Kept o;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    if (o.isSet()) seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == one-that-changes-a-global: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  void set() {
    run = [](int y) { return static_cast<int>(total += y) % 101; };
  }
  Kept() = default;
  Kept(const Kept &) = delete;
};
void run() {
  Kept o;
  o.set();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen), std::printf("%ld", total);
}

// == one-that-reads-a-global: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  void set() {
    run = [](int y) { return static_cast<int>(total % 101) + y; };
  }
  Kept() = default;
  Kept(const Kept &) = delete;
};
void run() {
  Kept o;
  o.set();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
    total = total * 3 % 1009 + i;
  }
  show(seen), std::printf("%ld", total);
}

// == one-that-reads-what-grows: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  void set() {
    run = [](int y) { return static_cast<int>(seen.size()) + y; };
  }
  Kept() = default;
  Kept(const Kept &) = delete;
};
void run() {
  Kept o;
  o.set();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == set-from-outside: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  Kept() = default;
  Kept(const Kept &) = delete;
};
void run() {
  Kept o;
  o.run = [](int y) { return static_cast<int>(seen.size()) + y; };
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == set-by-a-reference: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  Kept() = default;
  Kept(const Kept &) = delete;
};
void run() {
  Kept o;
  auto &name = o.run;
  name = [](int y) { return static_cast<int>(seen.size()) + y; };
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == set-by-its-address: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  std::function<int(int)> *place() { return &run; }
  Kept() = default;
  Kept(const Kept &) = delete;
};
void run() {
  Kept o;
  *o.place() = [](int y) { return static_cast<int>(seen.size()) + y; };
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == set-by-swap: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  Kept() = default;
  Kept(const Kept &) = delete;
};
void run() {
  Kept o;
  std::function<int(int)> other = [](int y) { return static_cast<int>(seen.size()) + y; };
  std::swap(o.run, other);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == set-by-its-own-swap: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  Kept() = default;
  Kept(const Kept &) = delete;
};
void run() {
  Kept o;
  std::function<int(int)> other = [](int y) { return static_cast<int>(seen.size()) + y; };
  other.swap(o.run);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == set-by-exchange: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  Kept() = default;
  Kept(const Kept &) = delete;
};
void run() {
  Kept o;
  std::exchange(o.run, [](int y) { return static_cast<int>(seen.size()) + y; });
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == set-by-a-pointer-to-the-field: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  Kept() = default;
  Kept(const Kept &) = delete;
};
void run() {
  Kept o;
  std::function<int(int)> Kept::*const field = &Kept::run;
  o.*field = [](int y) { return static_cast<int>(seen.size()) + y; };
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == set-by-a-binding: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [](int y) { return y; };
  int get(int x) const { return run(x); }
};
void run() {
  Kept o;
  auto &[number, function] = o;
  function = [](int y) { return static_cast<int>(seen.size()) + y; };
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == set-by-a-constructor: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  explicit Kept(std::function<int(int)> f) : run(std::move(f)) {}
};
void run() {
  const Kept o([](int y) { return static_cast<int>(seen.size()) + y; });
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == set-in-a-list: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run;
  int get(int x) const { return run(x); }
};
void run() {
  const Kept o{4, [](int y) { return static_cast<int>(seen.size()) + y; }};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == set-in-a-designated-list: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run;
  int get(int x) const { return run(x); }
};
void run() {
  const Kept o{.run = [](int y) { return static_cast<int>(seen.size()) + y; }};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == set-in-parentheses: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
};
void run() {
  const auto o = std::make_unique<Kept>(4, [](int y) { return static_cast<int>(seen.size()) + y; });
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o->get(i)));
  }
  show(seen);
}

// == made-in-a-vector: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
};
void run() {
  std::vector<Kept> all;
  all.emplace_back(4, [](int y) { return static_cast<int>(seen.size()) + y; });
  const Kept &o = all[0];
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == copied-from-another: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
};
void run() {
  Kept other;
  other.run = [](int y) { return static_cast<int>(seen.size()) + y; };
  const Kept o = other;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == assigned-from-another: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
};
void run() {
  Kept other, o;
  other.run = [](int y) { return static_cast<int>(seen.size()) + y; };
  o = other;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == in-a-base-class: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
};
struct Derived : Kept {
  Derived() {
    run = [](int y) { return static_cast<int>(seen.size()) + y; };
  }
};
void run() {
  Derived o;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == initialised-by-a-derived-class: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
};
struct Derived : Kept {
  Derived() : Kept{4, [](int y) { return static_cast<int>(seen.size()) + y; }} {}
};
void run() {
  Derived o;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == in-a-template: refused or equal
std::vector<int> seen;
long total = 1;
template <class T> struct Kept {
  T scale = 3;
  std::function<T(T)> run = [this](T y) { return y * scale % 101; };
  T get(T x) const { return run(x); }
  void set() {
    run = [](T y) { return static_cast<T>(seen.size()) + y; };
  }
};
void run() {
  Kept<int> o;
  o.set();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == set-in-a-loop: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  Kept() = default;
  Kept(const Kept &) = delete;
};
void run() {
  Kept o;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
    if (i == 20) o.run = [](int y) { return y + 1; };
  }
  show(seen);
}

// == set-in-a-generic-function: refused or equal
std::vector<int> seen;
long total = 1;
struct Kept {
  int scale = 3;
  std::function<int(int)> run = [this](int y) { return y * scale % 101; };
  int get(int x) const { return run(x); }
  Kept() = default;
  Kept(const Kept &) = delete;
};
template <class T> void set(T &to) {
  to.run = [](int y) { return static_cast<int>(seen.size()) + y; };
}
void run() {
  Kept o;
  set(o);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == plain-pointer: refused or equal
std::vector<int> seen;
long total = 1;
int first(int y) { return y * 3 % 101; }
int second(int y) { return static_cast<int>(seen.size()) + y; }
struct Kept {
  int (*run)(int) = first;
  int get(int x) const { return run(x); }
};
void run() {
  Kept o;
  o.run = second;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}

// == plain-pointer-that-stays: accepted
std::vector<int> seen;
long total = 1;
int first(int y) { return y * 3 % 101; }
class Kept {
  int (*run)(int) = first;

public:
  int get(int x) const { return run(x); }
};
void run() {
  Kept o;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
  }
  show(seen);
}
