// A static member, or a variable that is declared before it is defined, is one variable, whichever of its declarations a
// function knows.
//
// RUN: %equal %s --both
#include <cstdio>
#include <vector>

static int work(int i) {
  unsigned x = static_cast<unsigned>(i) * 2654435761u;
  for (int k = 0; k < 5000; ++k) x = x * 1664525u + 1013904223u;
  return static_cast<int>(x >> 8) % 1000 + 1000;
}
struct Counters {
  static int all;
  static int table[4];
  static void add(int x) { all = all * 3 % 1000 + x; }
  static void addAt(int k, int x) { table[k] += x; }
  static int get() { return all; }
};
int Counters::all = 0;
int Counters::table[4] = {1, 2, 3, 4};
struct Guard {
  static int held;
  Guard() { ++held; }
  ~Guard() { --held; }
};
int Guard::held = 0;
extern int early;
extern int earlyTable[];
static void addEarly(int x) { early = early * 3 % 1000 + x; }
static int getEarly(int k) { return earlyTable[k]; }
int early = 5;
int earlyTable[4] = {};

static int last = 1;
static int getLast() {
  extern int last;
  return last;
}

int main() {
  std::vector<std::vector<int>> seen(7, std::vector<int>(30));
  [[paraloop(chunk = 1)]] for (int i = 0; i < 30; ++i) { Counters::add(work(i)); seen[0][i] = Counters::all; }
  [[paraloop(chunk = 1)]] for (int i = 0; i < 30; ++i) { Counters::all = Counters::all * 3 % 1000 + work(i); seen[1][i] = Counters::get(); }
  [[paraloop(chunk = 1)]] for (int i = 0; i < 30; ++i) { Counters::addAt(i % 4, work(i)); seen[2][i] = Counters::table[i % 3]; }
  [[paraloop(chunk = 1)]] for (int i = 0; i < 30; ++i) { addEarly(work(i)); seen[3][i] = early; }
  [[paraloop(chunk = 1)]] for (int i = 0; i < 30; ++i) { earlyTable[i % 4] += work(i); seen[4][i] = getEarly(i % 3); }
  [[paraloop(chunk = 1)]] for (int i = 0; i < 30; ++i) { Guard guard; seen[5][i] = Guard::held + work(i); }
  [[paraloop(chunk = 1)]] for (int i = 0; i < 30; ++i) { const int w = work(i); last = w; seen[6][i] = w + getLast(); }
  for (const auto &row : seen)
    for (int x : row) std::printf("%d ", x);
}
