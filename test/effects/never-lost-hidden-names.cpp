// What a function changes may have a name that stands for something else where the loop is: the check that it is apart from what
// a reference refers to names it as the program does.
//
// RUN: split-file %s %t
// RUN: cat %t/loops.cpp %t/parts.cpp > %t/may-meet.cpp
// RUN: %equal %t/may-meet.cpp --both --allow-native
// RUN: cat %t/loops.cpp %t/others.cpp > %t/apart.cpp
// RUN: %equal %t/apart.cpp --both
//--- loops.cpp
#include <cstdio>
#include <vector>
static int work(int i) {
  unsigned x = static_cast<unsigned>(i) * 2654435761u;
  for (int k = 0; k < 50; ++k) x = x * 1664525u + 1013904223u;
  return static_cast<int>(x >> 8) % 1009;
}
static void show(const std::vector<int> &numbers) {
  for (int one : numbers) std::printf("%d ", one);
  std::printf("\n");
}
static std::vector<int> values(40, 1);
namespace store {
std::vector<int> kept(40, 2);
void bump(int i) { kept[i] += work(i); }
} // namespace store
struct Table {
  static std::vector<int> cells;
  static void bump(int i) { cells[i] += work(i); }
};
std::vector<int> Table::cells(40, 3);
static void bump(int i) { values[i] += work(i); }
static void global(const int &other) {
  const std::vector<int> values(3, 2);
  std::vector<int> results;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    bump(i);
    results.push_back(work(other + values[i % 3]));
  }
  show(results);
}
static void of_namespace(const int &other) {
  const std::vector<int> kept(3, 2);
  std::vector<int> results;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    store::bump(i);
    results.push_back(work(other + kept[i % 3]));
  }
  show(results);
}
static void member(const int &other) {
  const std::vector<int> cells(3, 2);
  std::vector<int> results;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    Table::bump(i);
    results.push_back(work(other + cells[i % 3]));
  }
  show(results);
}
static void parameter(const int &other, const std::vector<int> &values) {
  std::vector<int> results;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    bump(i);
    results.push_back(work(other + values[i % 3]));
  }
  show(results);
}
//--- parts.cpp
int main() {
  global(values[7]);
  of_namespace(store::kept[7]);
  member(Table::cells[7]);
  parameter(values[7], std::vector<int>(3, 2));
  show(values);
}
//--- others.cpp
int main() {
  int other = 5;
  global(other);
  of_namespace(other);
  member(other);
  parameter(other, std::vector<int>(3, 2));
  show(values);
}
