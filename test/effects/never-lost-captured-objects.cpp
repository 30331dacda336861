// Lambdas that know `this` of an object and are kept in one: it may be the same object, or another one. A loop that
// changes none of that class is accepted; of the others, the tool refuses each, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++17

#include <cstdio>
#include <functional>
#include <memory>
#include <unistd.h>
#include <utility>
#include <vector>

int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
void show(const std::vector<int> &values) {
  for (int value : values) std::printf("%d ", value);
}
struct Scaled {
  int scale = 3;
  std::function<int(int)> scaled = [this](int y) { return y * scale % 101; };
  int get(int x) const { return scaled(x); }
  void set(int x) { scale = x % 7; }
  Scaled() = default;
  Scaled(const Scaled &) = delete;
};
struct Copied {
  int scale = 3;
  std::function<int(int)> scaled = [this](int y) { return y * scale % 101; };
  int get(int x) const { return scaled(x); }
};
struct Derived : Scaled {
  int other = 2;
};
struct Base {
  int scale = 3;
};
struct OfBase : Base {
  std::function<int(int)> scaled = [this](int y) { return y * scale % 101; };
  int get(int x) const { return scaled(x); }
};
struct Cells {
  std::vector<int> cells = {1, 2, 3};
  std::function<int(int)> scaled = [this](int y) { return y * cells[y % 3] % 101; };
  int get(int x) const { return scaled(x); }
};
struct Outer {
  Scaled inner;
  std::function<int(int)> scaled = [this](int y) { return inner.get(y); };
  int get(int x) const { return scaled(x); }
};

// == only-read: accepted
void run() {
  std::vector<int> out;
  Scaled o;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
  }
  show(out);
}

// == read-with-other-changes: accepted
void run() {
  std::vector<int> out;
  Scaled o;
  long total = 0;
  std::vector<int> cells(40);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    cells[i] = work(o.get(i));
    total += cells[i];
    out.push_back(cells[i] + 1);
  }
  show(out), show(cells), std::printf("%ld", total);
}

// == of-a-local-object: accepted
void run() {
  std::vector<int> out;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    Scaled o;
    o.set(i);
    out.push_back(work(o.get(i)));
  }
  show(out);
}

// == read-in-a-method: accepted
struct Runner {
  Scaled o;
  long total = 0;
  std::vector<int> seen;
  void go() {
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      const int own = work(o.get(i));
      seen.push_back(own);
      total += own;
    }
    show(seen), std::printf("%ld ", total);
  }
};
void run() {
  std::vector<int> out;
  Runner().go();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(i);
  }
  show(out);
}

// == changed-by-a-method: refused or equal
void run() {
  std::vector<int> out;
  Scaled o;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
    o.set(i);
  }
  show(out);
}

// == sometimes-changed-before: refused or equal
void run() {
  std::vector<int> out;
  Scaled o;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    if (i % 9 == 0) o.set(i);
    out.push_back(work(o.get(i)));
  }
  show(out);
}

// == field-changed: refused or equal
void run() {
  std::vector<int> out;
  Scaled o;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
    o.scale = i;
  }
  show(out);
}

// == captured-by-a-copy: refused or equal
void run() {
  std::vector<int> out;
  Copied original;
  Copied o = original;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
    original.scale = i;
  }
  show(out);
}

// == captured-by-the-assigned-one: refused or equal
void run() {
  std::vector<int> out;
  Copied original, o;
  o.scaled = original.scaled;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
    original.scale = i;
  }
  show(out);
}

// == field-behind-a-pointer: refused or equal
void run() {
  std::vector<int> out;
  Scaled o;
  int *const p = &o.scale;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
    *p = i;
  }
  show(out);
}

// == field-behind-a-reference: refused or equal
void run() {
  std::vector<int> out;
  Scaled o;
  int &r = o.scale;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
    r = i;
  }
  show(out);
}

// == element-of-an-array: refused or equal
void run() {
  std::vector<int> out;
  Scaled all[3];
  const Scaled &o = all[1];
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
    all[i % 3].scale = i;
  }
  show(out);
}

// == element-of-a-vector: refused or equal
void run() {
  std::vector<int> out;
  std::vector<Scaled> all(3);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(all[1].get(i)));
    all[i % 3].scale = i;
  }
  show(out);
}

// == in-a-pair: refused or equal
void run() {
  std::vector<int> out;
  std::pair<Scaled, int> both;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(both.first.get(i)));
    both.first.scale = i;
  }
  show(out);
}

// == behind-an-owner: refused or equal
void run() {
  std::vector<int> out;
  const auto o = std::make_unique<Scaled>();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o->get(i)));
    o->set(i);
  }
  show(out);
}

// == of-a-derived-class: refused or equal
void run() {
  std::vector<int> out;
  Derived o;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
    o.scale = i;
  }
  show(out);
}

// == of-a-base-class: refused or equal
void run() {
  std::vector<int> out;
  OfBase o;
  Base &base = o;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
    base.scale = i;
  }
  show(out);
}

// == container-in-it: refused or equal
void run() {
  std::vector<int> out;
  Cells o;
  int *const p = o.cells.data();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
    p[i % 3] = i;
  }
  show(out);
}

// == container-in-it-by-reference: refused or equal
void run() {
  std::vector<int> out;
  Cells o;
  std::vector<int> &cells = o.cells;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
    cells[i % 3] = i;
  }
  show(out);
}

// == behind-its-reference: refused or equal
struct Elsewhere {
  int &scale;
  std::function<int(int)> scaled = [this](int y) { return y * scale % 101; };
  int get(int x) const { return scaled(x); }
};
void run() {
  std::vector<int> out;
  int scale = 3;
  Elsewhere o{scale};
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
    scale = i;
  }
  show(out);
}

// == in-two-steps: refused or equal
void run() {
  std::vector<int> out;
  Outer o;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
    o.inner.scale = i;
  }
  show(out);
}

// == bytes-of-it: refused or equal
void run() {
  std::vector<int> out;
  Scaled o;
  char *const bytes = reinterpret_cast<char *>(&o.scale);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(work(o.get(i)));
    bytes[0] = static_cast<char>(i % 5);
  }
  show(out);
}

// == parameters: refused or equal
void change(int &number, const Scaled &o, std::vector<int> &seen) {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    seen.push_back(work(o.get(i)));
    number = i;
  }
}
void run() {
  std::vector<int> out;
  Scaled o;
  change(o.scale, o, out);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(i);
  }
  show(out);
}

// == in-its-own-method: refused or equal
struct Counting {
  int scale = 3;
  std::function<int(int)> scaled = [this](int y) { return y * scale % 101; };
  void go(std::vector<int> &seen) {
    [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
      seen.push_back(work(scaled(i)));
      scale = i;
    }
  }
};
void run() {
  std::vector<int> out;
  Counting o;
  o.go(out);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    out.push_back(i);
  }
  show(out);
}
