// What a value from before the loop holds a reference or a pointer to: tuples, pairs, wrappers, function objects. The tool
// refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native

#include <any>
#include <array>
#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <tuple>
#include <unistd.h>
#include <utility>
#include <variant>
#include <vector>

int spin(int x) {
  usleep(200); // So that all workers get something.
  for (int k = 0; k < 5; ++k) x = (x * 7 + k) % 509;
  return x;
}
void show(const std::vector<int> &values) {
  for (int x : values) std::printf("%d ", x);
}

// == tuple: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::tuple<int &, int> held(total, 2);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(std::get<0>(held)));
  }
  show(out);
}

// == pair: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::pair<int &, int> held(total, 2);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(held.first));
  }
  show(out);
}

// == tie: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  auto held = std::tie(total);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(std::get<0>(held)));
  }
  show(out);
}

// == wrapper: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::reference_wrapper<int> held(total);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(held.get()));
  }
  show(out);
}

// == wrapper-converted: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::reference_wrapper<int> held(total);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(held));
  }
  show(out);
}

// == bindings: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::pair<int &, int> held(total, 2);
  auto &[a, b] = held;
  static_cast<void>(b);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(a));
  }
  show(out);
}

// == lambda: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  auto held = [&] { return total; };
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(held()));
  }
  show(out);
}

// == wrappers: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::vector<std::reference_wrapper<int>> held(2, total);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(held[0].get()));
  }
  show(out);
}

// == function: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::function<int()> held = [&] { return total; };
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(held()));
  }
  show(out);
}

// == pair-of-pointer: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  auto held = std::make_pair(&total, 2);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(*held.first));
  }
  show(out);
}

// == array-of-pointers: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  int *const held[2] = {&total, &total};
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(*held[1]));
  }
  show(out);
}

// == struct: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  struct { int &x; } held{total};
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(held.x));
  }
  show(out);
}

// == bind: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  auto held = std::bind(std::plus<int>(), std::ref(total), 1);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(held()));
  }
  show(out);
}

// == optional: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::optional<int *> held(&total);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(**held));
  }
  show(out);
}

// == variant: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::variant<int, int *> held(&total);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(*std::get<1>(held)));
  }
  show(out);
}

// == any: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::any held(&total);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(*std::any_cast<int *>(held)));
  }
  show(out);
}

// == shared: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  auto held = std::shared_ptr<int>(&total, [](int *) {});
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(*held));
  }
  show(out);
}

// == map: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::map<int, int *> held{{1, &total}};
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(*held.at(1)));
  }
  show(out);
}

// == nested: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::tuple<std::pair<int &, int>, int> held(std::pair<int &, int>(total, 1), 2);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(std::get<0>(held).first));
  }
  show(out);
}

// == forwarded: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  auto held = std::forward_as_tuple(total);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(std::get<0>(held)));
  }
  show(out);
}

// == applied: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::tuple<int &> held(total);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(std::apply([](int &x) { return x; }, held)));
  }
  show(out);
}

// == capture-of-pointer: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  auto held = [p = &total] { return *p; };
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(held()));
  }
  show(out);
}

// == capture-of-wrapper: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  auto held = [r = std::ref(total)] { return r.get(); };
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(held()));
  }
  show(out);
}

// == member-function: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  struct Reader { int *p; int read() const { return *p; } } held{&total};
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(held.read()));
  }
  show(out);
}

// == array: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::array<int *, 2> held{&total, &total};
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(*held[0]));
  }
  show(out);
}

// == unique: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  auto held = std::make_unique<int *>(&total);
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(**held));
  }
  show(out);
}

// == in-vector-of-tuples: refused or equal
void run() {
  std::vector<int> data(40, 5), out;
  int total = 3;
  std::vector<std::tuple<int &, int>> held(1, std::tuple<int &, int>(total, 1));
  [[paraloop(chunk = 1)]] for (int x : data) {
    total = (total + spin(x)) % 1009;
    out.push_back(spin(std::get<0>(held[0])));
  }
  show(out);
}
