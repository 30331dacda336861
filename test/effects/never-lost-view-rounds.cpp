// Loops over the elements of spans of the body: which elements these are is known where their number is. The tool
// refuses each of the others, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native --std=c++20

#include <algorithm>
#include <cstdio>
#include <span>
#include <unistd.h>
#include <vector>

int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 7 % 31;
}
void show(const std::vector<int> &values) {
  for (int value : values) std::printf("%d ", value);
}
void fill(std::span<int> out, int x) {
  for (int &each : out) each = x % 101;
}
void add(std::span<int> out, int x) {
  for (int &each : out) each = (each * 3 + x) % 101;
}

// == function-gets-a-part: accepted
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    fill(all.subspan(2 * i, 2), work(i));
  }
  show(cells);
}

// == part-is-read-and-changed: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(all.subspan(2 * i, 2), work(i) + all[2 * i + 1]);
  }
  show(cells);
}

// == part-with-a-cast: accepted
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    fill(all.subspan(static_cast<std::size_t>(2 * i), 2), work(i));
  }
  show(cells);
}

// == part-with-a-name: accepted
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const auto part = all.subspan(2 * i, 2);
    for (int &each : part) each = (each + work(i)) % 1009;
  }
  show(cells);
}

// == part-and-its-last: accepted
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  std::vector<int> seen;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const std::span<int> part = all.subspan(2 * i, 2);
    for (int &each : part) each = (each + work(i)) % 1009;
    seen.push_back(work(part.back()));
  }
  show(cells), show(seen);
}

// == part-without-a-name: accepted
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    for (int &each : all.subspan(2 * i, 2)) each = (each + work(i)) % 1009;
  }
  show(cells);
}

// == first-of-a-part: accepted
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    for (int &each : all.subspan(2 * i).first(2)) each = (each + work(i)) % 1009;
  }
  show(cells);
}

// == of-a-pointer: accepted
void run() {
  std::vector<int> cells(90, 3);
  int *const first = cells.data();
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    fill(std::span<int>(first + 2 * i, 2), work(i));
  }
  show(cells);
}

// == width-of-a-variable: accepted
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  std::size_t width = 2;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const auto part = all.subspan(width * i, width);
    for (int &each : part) each = (each + work(i)) % 1009;
  }
  show(cells);
}

// == parts-overlap: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(all.subspan(2 * i, 3), work(i));
  }
  show(cells);
}

// == parts-overlap-in-the-body: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    for (int &each : all.subspan(2 * i, 3)) each = (each * 3 + work(i)) % 1009;
  }
  show(cells);
}

// == last-of-another-part: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  std::vector<int> seen;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    for (int &each : all.subspan(2 * i, 2)) each = (each + work(i)) % 1009;
    seen.push_back(work(all.subspan(2 * i, 3).back()));
  }
  show(cells), show(seen);
}

// == all-that-follows: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(all.subspan(2 * i), work(i));
  }
  show(cells);
}

// == all-that-follows-by-name: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    for (int &each : all.subspan(2 * i, std::dynamic_extent)) each = (each * 3 + work(i)) % 1009;
  }
  show(cells);
}

// == width-is-too-big: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  std::size_t width = 3;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const auto part = all.subspan(2 * i, width);
    for (int &each : part) each = (each * 3 + work(i)) % 1009;
  }
  show(cells);
}

// == width-of-nothing: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  int width = -1;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const auto part = all.subspan(2 * i, static_cast<std::size_t>(width + 1));
    for (int &each : part) each = (each * 3 + work(i)) % 1009;
    cells[i] += work(i);
  }
  show(cells);
}

// == width-of-the-iteration: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const auto part = all.subspan(i, static_cast<std::size_t>(i % 3));
    for (int &each : part) each = (each * 3 + work(i)) % 1009;
  }
  show(cells);
}

// == width-grows: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    for (int &each : all.first(static_cast<std::size_t>(i))) each = (each * 3 + work(i)) % 1009;
  }
  show(cells);
}

// == width-changes: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  std::size_t width = 2;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const auto part = all.subspan(2 * i, width);
    for (int &each : part) each = (each * 3 + work(i)) % 1009;
    if (i == 20) width = 3;
  }
  show(cells);
}

// == view-is-set-again: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    std::span<int> part = all.subspan(2 * i, 2);
    if (i % 3 == 0) part = all.first(2);
    for (int &each : part) each = (each * 3 + work(i)) % 1009;
  }
  show(cells);
}

// == view-is-set-by-a-function: refused or equal
void widen(std::span<int> &part, std::span<int> whole) { part = whole.first(3); }
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    std::span<int> part = all.subspan(2 * i, 2);
    widen(part, all);
    for (int &each : part) each = (each * 3 + work(i)) % 1009;
  }
  show(cells);
}

// == view-is-set-by-a-reference: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    std::span<int> part = all.subspan(2 * i, 2);
    std::span<int> &name = part;
    name = all.first(3);
    for (int &each : part) each = (each * 3 + work(i)) % 1009;
  }
  show(cells);
}

// == parameter-is-set-again: refused or equal
void grow(std::span<int> part, std::span<int> whole, int x) {
  if (x % 2) part = whole.first(3);
  for (int &each : part) each = (each * 3 + x) % 1009;
}
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    grow(all.subspan(2 * i, 2), all, work(i));
  }
  show(cells);
}

// == one-of-two-parts: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    for (int &each : i % 2 ? all.subspan(2 * i, 2) : all.first(2)) each = (each * 3 + work(i)) % 1009;
  }
  show(cells);
}

// == beyond-its-elements: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const auto part = all.subspan(2 * i, 2);
    int *at = part.data();
    at[2] = at[2] * 3 % 101 + work(i);
  }
  show(cells);
}

// == stops-early: refused or equal
void stop(std::span<int> out, int x) {
  for (int &each : out) {
    each = x;
    if (x % 3 == 0) return;
  }
}
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    stop(all.subspan(2 * i, 2), work(i));
  }
  show(cells);
}

// == only-some: refused or equal
void some(std::span<int> out, int x) {
  for (int &each : out)
    if (x % 3 == each % 3) each = x;
}
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    some(all.subspan(2 * i, 2), work(i));
  }
  show(cells);
}

// == throws-in-between: refused or equal
void risky(std::span<int> out, int x) {
  for (int &each : out) {
    each = x;
    if (x == 20) throw x;
  }
}
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  try {
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    risky(all.subspan(2 * i, 2), work(i));
  }
  } catch (int x) {
    std::printf("%d ", x);
  }
  show(cells);
}

// == two-spans-of-one-vector: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  const std::span<int> others(cells.data() + 1, 88);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(all.subspan(2 * i, 2), work(i));
    add(others.subspan(2 * i, 2), work(i));
  }
  show(cells);
}

// == vector-is-read-beside-it: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  std::vector<int> seen;
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(all.subspan(2 * i, 2), work(i));
    seen.push_back(work(cells[2 * i + 2]));
  }
  show(cells), show(seen);
}

// == part-of-a-part: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(all.subspan(2 * i, 4).subspan(1, 2), work(i));
  }
  show(cells);
}

// == last-of-a-part: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(all.subspan(2 * i, 2).last(1), work(i));
  }
  show(cells);
}

// == last-of-all: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    add(all.last(2), work(i));
  }
  show(cells);
}

// == static-length: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    for (int &each : all.subspan<3, 4>()) each = (each * 3 + work(i)) % 1009;
  }
  show(cells);
}

// == fixed-span: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    const std::span<int, 2> part(all.data() + i, 2);
    for (int &each : part) each = (each * 3 + work(i)) % 1009;
  }
  show(cells);
}

// == round-changes-the-next: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    for (int &each : all.subspan(2 * i, 2)) (&each)[1] = each * 3 % 101 + work(i);
  }
  show(cells);
}

// == nested-rounds: accepted
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    for (int &each : all.subspan(2 * i, 2))
      for (int k = 0; k < 3; ++k) each = (each * 3 + work(i) + k) % 1009;
  }
  show(cells);
}

// == rounds-of-rounds: refused or equal
void run() {
  std::vector<int> cells(90, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    for (int &each : all.subspan(2 * i, 2))
      for (int &other : all.subspan(2 * i, 2)) other = (other * 3 + each + work(i)) % 1009;
  }
  show(cells);
}

// == rows-of-rows: accepted
void run() {
  std::vector<int> cells(40 * 6, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    for (int k = 0; k < 3; ++k)
      for (int &each : all.subspan(6 * i + 2 * k, 2)) each = (each * 3 + work(i)) % 1009;
  }
  show(cells);
}

// == columns-that-meet: refused or equal
void run() {
  std::vector<int> cells(40 * 6 + 6, 3);
  const std::span<int> all(cells);
  [[paraloop(chunk = 1)]] for (int i = 0; i < 40; ++i) {
    for (int k = 0; k < 3; ++k)
      for (int &each : all.subspan(6 * i + 3 * k, 2)) each = (each * 3 + work(i)) % 1009;
  }
  show(cells);
}
