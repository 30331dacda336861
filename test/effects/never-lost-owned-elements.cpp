// What a reference refers to may be an element of what a class keeps to itself: then the loop runs natively. Where it lies
// on the stack or in static storage nobody owns it.
//
// RUN: split-file %s %t
// RUN: cat %t/loops.cpp %t/elements.cpp > %t/may-meet.cpp
// RUN: %equal %t/may-meet.cpp --both --allow-native
// RUN: cat %t/loops.cpp %t/variables.cpp > %t/apart.cpp
// RUN: %equal %t/apart.cpp --both
//--- loops.cpp
#include <cstdio>
#include <vector>
static int work(int i) {
  unsigned x = static_cast<unsigned>(i) * 2654435761u;
  for (int k = 0; k < 50; ++k) x = x * 1664525u + 1013904223u;
  return static_cast<int>(x >> 8) % 1009;
}
class Field {
public:
  explicit Field(int n) : values_(n, 1) {}
  void set(int i, int x) { values_[i] = x; }
  const int &at(int i) const { return values_[i]; }
  void print() const {
    for (int value : values_) std::printf("%d ", value);
  }

private:
  std::vector<int> values_;
};
static void fill(Field &field, const int &more) {
  [[paraloop]] for (int i = 0; i < 40; ++i) field.set(i, more + work(i));
  field.print();
}
//--- elements.cpp
int main() {
  Field field(40);
  fill(field, field.at(3));
}
//--- variables.cpp
static int all = 3;
int main() {
  Field field(40);
  int one = 2;
  fill(field, one);
  fill(field, all);
}
