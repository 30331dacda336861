// Outside variables that the body uses as scratch: texts in arrays, what is taken out of streams, buffers that are filled
// by the library. The tool refuses each of these programs, or the result is equal.
//
// RUN: %python %S/Inputs/refused_or_equal.py %paraloop %s %t.cpp
// RUN: %equal %t.cpp --allow-native

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <iterator>
#include <map>
#include <numeric>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

constexpr int n = 40;
int work(int i) {
  usleep(100); // So that all workers get something.
  return i * 37 % 101;
}
int length(const std::string &text) { return static_cast<int>(text.size()) + work(1); }
std::string lines[n];
void prepare() {
  for (int i = 0; i < n; ++i) lines[i] = i % 5 ? "a b" + std::to_string(work(i)) + " c" + std::to_string(i % 7) + " 12 x" : "";
}
template <class T> void show(const T &values) { for (const auto &x : values) std::printf("%d ", static_cast<int>(x)); }

// == formatted-name: accepted
void run() {
  char name[64];
  std::vector<int> sizes(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::snprintf(name, sizeof name, "img_%d", i * i); sizes[i] = length(name) + std::atoi(name); }
  show(sizes);
}

// == copied-name: accepted
void run() {
  char name[64];
  std::vector<std::size_t> sizes(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::strcpy(name, i % 3 ? "long name" : "x"); if (length(name) > 3) sizes[i] = std::strlen(name); }
  show(sizes);
}

// == words: accepted
void run() {
  prepare();
  std::string word;
  std::vector<int> counts(n);
  std::map<std::string, int> seen;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::istringstream in(lines[i]); int c = 0; while (in >> word) { ++seen[word]; c += length(word); } counts[i] = c; }
  show(counts);
  for (const auto &[key, value] : seen) std::printf("%s %d ", key.c_str(), value);
}

// == fields: accepted
void run() {
  prepare();
  std::string field;
  std::vector<int> counts(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::stringstream in(lines[i]); while (std::getline(in, field, ' ')) counts[i] += length(field) * 3; }
  show(counts);
}

// == numbers: accepted
void run() {
  int a = 0, b = 0;
  std::vector<int> sums(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::istringstream in(std::to_string(work(i)) + (i % 4 ? " 5" : "")); if (in >> a >> b) sums[i] = work(a) + b; else sums[i] = -1; }
  show(sums);
}

// == negated: accepted
void run() {
  int a = 0;
  std::vector<int> sums(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::istringstream in(i % 4 ? "5" : "x"); if (!(in >> a)) continue; sums[i] = work(a) + i; }
  show(sums);
}

// == ordered-indexes: accepted
void run() {
  std::vector<int> order(10), out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int x, int y) { return (x * i) % 11 < (y * i) % 11; });
    out[i] = order[0] + work(i);
  }
  show(out);
}

// == whole-struct: accepted
struct Record { int a; double b; };
void run() {
  Record record;
  std::vector<double> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::memset(&record, 0, sizeof record); if (i % 2) record.b = work(i); out[i] = record.b + record.a; }
  show(out);
}

// == copied-values: accepted
void run() {
  double triple[3];
  std::vector<double> from(3 * n, 2), out(n);
  for (int i = 0; i < 3 * n; ++i) from[i] = i % 7;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::memcpy(triple, &from[3 * i], 3 * sizeof(double)); out[i] = triple[0] + triple[2] * work(i); }
  show(out);
}

// == behind-the-text: refused or equal
void run() {
  char name[64] = "0123456789012345678901234567890";
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::snprintf(name, sizeof name, "%d", work(i) * (i % 3 ? 1 : 100000)); out[i] = name[5]; }
  show(out);
}

// == longer-text: refused or equal
void run() {
  char name[64] = "";
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::snprintf(name, sizeof name, "%d", work(i) * (i % 3 ? 1 : 100000)); name[2 + i % 3] = '7'; out[i] = static_cast<int>(std::strlen(name)); }
  show(out);
}

// == bytes-of-the-text: refused or equal
void run() {
  char name[16] = "";
  std::string all;
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::snprintf(name, sizeof name, "%d", work(i) * (i % 3 ? 1 : 100000)); all += std::string(name, 9) + std::to_string(length(name)); }
  for (const char c : all) std::printf("%d ", c);
}

// == text-after-the-loop: refused or equal
void run() {
  char name[16] = "";
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::snprintf(name, sizeof name, "%d", work(i) * (i % 3 ? 1 : 100000)); out[i] = length(name); }
  show(out);
  for (const char c : name) std::printf("%d ", c);
}

// == nothing-written: refused or equal
void run() {
  char name[16] = "old";
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { if (i % 3 == 0) std::snprintf(name, sizeof name, "%d", work(i)); out[i] = length(name) * std::atoi(name); }
  show(out);
}

// == of-size: refused or equal
void run() {
  char name[16] = "old";
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::snprintf(name, i % 3, "%d", work(i)); out[i] = length(name) * std::atoi(name); }
  show(out);
}

// == appended: refused or equal
void run() {
  char name[256] = "";
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::sprintf(name, "%.30s%d", i % 7 ? std::string(name).c_str() : "", work(i) % 10); out[i] = length(name); }
  show(out);
}

// == failed-extraction: refused or equal
void run() {
  int a = 0;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::istringstream in(i % 3 ? "" : std::to_string(work(i))); in >> a; out[i] = a + work(1); }
  show(out);
}

// == after-the-last-line: refused or equal
void run() {
  prepare();
  std::string field;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::istringstream in(lines[i]); int bad = 0; in >> bad; while (std::getline(in, field, ' ')) ++bad; out[i] = length(field) + bad; }
  show(out);
}

// == either-of-two: refused or equal
void run() {
  prepare();
  std::string word;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::istringstream in(lines[i]); if (i % 2 || in >> word) out[i] = length(word) + i; }
  show(out);
}

// == where-it-failed: refused or equal
void run() {
  prepare();
  std::string word;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::istringstream in(lines[i]); int x; in >> x; if (!(in >> word)) out[i] = length(word) + i; }
  show(out);
}

// == last-word: refused or equal
void run() {
  prepare();
  std::string word;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::istringstream in(i > 30 ? "" : lines[i]); while (in >> word) out[i] += length(word); }
  show(out);
  std::printf("%s", word.c_str());
}

// == half-a-struct: refused or equal
struct Record { int a; double b; };
void run() {
  Record record{1, 2};
  std::vector<double> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { std::memset(&record, 0, sizeof(int)); record.a += i; record.b += work(i); out[i] = record.b + record.a; }
  show(out);
}

// == onto-itself: refused or equal
void run() {
  int five[5] = {1, 2, 3, 4, 5};
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { int shifted[5] = {five[4], five[0], five[1], five[2], five[3]}; std::memcpy(five, shifted, sizeof five); out[i] = five[0] + work(i); }
  show(out);
}

// == sorted-before: refused or equal
void run() {
  std::vector<int> order(10), out(n);
  std::iota(order.begin(), order.end(), 0);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    std::stable_sort(order.begin(), order.end(), [&](int x, int y) { return (x * i) % 3 < (y * i) % 3; });
    out[i] = order[0] + work(i);
  }
  show(out);
}

// == grown-by-an-algorithm: refused or equal
void run() {
  std::vector<int> grown, from(5, 2), out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) {
    std::copy(from.begin(), from.end(), std::back_inserter(grown));
    std::fill(grown.begin(), grown.end(), work(i));
    out[i] = static_cast<int>(grown.size()) + grown[0];
  }
  show(out);
}

// == only-the-size-is-read: refused or equal
void run() {
  std::string word;
  std::vector<int> out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { if (i % 3 == 0) word = std::string(i, 'x'); out[i] = length(word) + i; }
  show(out);
}

// == elements-without-a-size: refused or equal
void zero(std::vector<int> &all) { for (int &x : all) x = 0; }
void run() {
  std::vector<int> all, out(n);
  [[paraloop(chunk = 1)]] for (int i = 0; i < n; ++i) { if (i % 3 == 0) all.resize(i); zero(all); out[i] = static_cast<int>(all.size()) + work(i); }
  show(out);
}
