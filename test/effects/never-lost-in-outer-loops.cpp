// Annotated loops that fill an array within another loop, and loops in a body that fill a buffer only where they have an
// iteration at all. The tool refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp

#include <cstdio>
#include <unistd.h>
#include <vector>

int work(int i) {
  usleep(200); // So that all workers get something.
  return i * 7 % 11;
}

// == again: accepted
void run() {
  int values[20] = {};
  for (int time = 0; time < 3; ++time)
    [[paraloop(chunk = 1)]] for (int i = 0; i < 20; ++i) values[i] = work(i + time);
  for (int value : values) std::printf("%d ", value);
}

// == rows: accepted
void run() {
  int table[3][20] = {};
  for (int row = 0; row < 3; ++row) {
    [[paraloop(chunk = 1)]] for (int i = 0; i < 20; ++i) table[row][i] = work(i + row);
  }
  std::printf("%d %d", table[0][1], table[2][19]);
}

// == vector-in-range-for: accepted
void run() {
  std::vector<int> values(20), times = {1, 2, 3};
  for (int time : times)
    [[paraloop(chunk = 1)]] for (int i = 0; i < 20; ++i) values[i] = work(i + time);
  for (int value : values) std::printf("%d ", value);
}

// == buffer-that-some-iterations-fill: refused or equal
void run() {
  int buffer[10] = {}, sums[20];
  [[paraloop(chunk = 1)]] for (int i = 0; i < 20; ++i) {
    for (int time = 0; time < i % 3; ++time)
      for (int k = 0; k < 10; ++k) buffer[k] = i + time;
    int sum = work(i);
    for (int k = 0; k < 10; ++k) sum += buffer[k];
    sums[i] = sum;
  }
  for (int sum : sums) std::printf("%d ", sum);
}

// == buffer-that-each-iteration-fills-twice: accepted
void run() {
  int buffer[10] = {}, sums[20];
  [[paraloop(chunk = 1)]] for (int i = 0; i < 20; ++i) {
    for (int time = 0; time < 2; ++time)
      for (int k = 0; k < 10; ++k) buffer[k] = i + time;
    int sum = work(i);
    for (int k = 0; k < 10; ++k) sum += buffer[k];
    sums[i] = sum;
  }
  for (int sum : sums) std::printf("%d ", sum);
}
