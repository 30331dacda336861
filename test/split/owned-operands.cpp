// A replayed call is handed the values of numbers that workers own: variables from outside that every iteration assigns
// first, and their fields. Where the statement needs the variable itself, or a lambda keeps it, the parent has it.
//
// RUN: split-file %s %t
// RUN: %equal %t/accepted.cpp --both
// RUN: %paraloop %t/accepted.cpp --print=plan -- -std=c++17 | FileCheck %s
// CHECK: sink.put(scaled)
// CHECK: sink.put(paraloop_operand_1)
// CHECK: kept: replayed
// RUN: not %paraloop %t/refused.cpp -- -std=c++17 2>&1 | FileCheck %s --check-prefix=REFUSED
// REFUSED: refused.cpp:13:28: error: 'scaled' is read here, but other iterations change it [paraloop-carried]
//--- accepted.cpp
#include <cstdio>
#include <functional>
#include <string>
#include <vector>
static int work(int i) {
  unsigned x = static_cast<unsigned>(i) * 2654435761u;
  for (int k = 0; k < 50; ++k) x = x * 1664525u + 1013904223u;
  return static_cast<int>(x >> 8) % 1009;
}
class Sink {
public:
  explicit Sink(std::string &text) : text_(text) {}
  void put(int x) const { text_ += std::to_string(x) + ' '; }

private:
  std::string &text_;
};
struct Scratch {
  int half = 0;
};
int main() {
  std::string text;
  const Sink sink(text);
  int scaled = 0, kept = 0;
  Scratch scratch;
  std::vector<int> results;
  std::vector<int *> places;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    scaled = work(i) * 2;
    results.push_back(work(scaled));
    sink.put(scaled);
  }
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    scaled = work(i) * 3;
    scratch.half = scaled / 2;
    results.push_back(work(scratch.half));
    sink.put(scratch.half + scaled);
  }
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    kept = i;
    results.push_back(work(i));
    places.push_back(&kept);
  }
  std::printf("%s\n%d %d %d\n", text.c_str(), scaled, scratch.half, *places.front());
  for (int one : results) std::printf("%d ", one);
}
//--- refused.cpp
#include <string>
#include <vector>
static int work(int i) { return i * 7 % 5; }
struct Sink {
  std::string &text;
  void put(const int &x) const { text += std::to_string(x) + ' '; }
};
int run(std::string &text, std::vector<int> &results) {
  const Sink sink{text};
  int scaled = 0;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    scaled = i * 2;
    results.push_back(work(scaled));
    sink.put(scaled);
  }
  return scaled;
}
