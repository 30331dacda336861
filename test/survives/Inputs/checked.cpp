// All that a body may do with variables that PARALOOP_CHECK=1 looks at: globals, and locals of callers.

#include <paraloop/paraloop.h>

#include <array>
#include <cstdio>
#include <deque>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

struct Node {
  int value;
  Node *next;
};

struct Cell {
  long weight = 0;
  std::string name;
};

namespace {

double table[140000]; // larger than what is compared without the page map
int squares[300];
std::array<Cell, 50> cells;
std::string lines[40];
long total, evens;
unsigned bits;
double sum;
std::string text;
std::map<int, int> counts;
paraloop::Variable<long, paraloop::Sum> added;
int latest, scratch[8];

} // namespace

int work(int i) {
  int s = i;
  for (int k = 0; k < 300; ++k)
    s = (s * 31 + k) % 10007;
  return s;
}

void slices() {
  [[paraloop]]
  for (int i = 0; i < 140000; ++i)
    table[i] = table[i] * 0.5 + i;
  [[paraloop]]
  for (int i = 0; i < 300; ++i)
    squares[i] = work(i);
  [[paraloop]]
  for (int i = 0; i < 50; ++i) {
    cells[i].weight = work(i);
    cells[i].name = std::string(static_cast<std::size_t>(i), 'x');
  }
  [[paraloop]]
  for (int i = 0; i < 40; ++i)
    lines[i] = "line " + std::to_string(work(i));
}

void updates() {
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    const int w = work(i);
    total += w;
    if (w % 2 == 0)
      ++evens;
    bits ^= static_cast<unsigned>(w);
    sum += 0.1 * w;
    ++counts[w % 7];
    if (w % 50 == 0)
      text += std::to_string(w) + " ";
    added += w;
  }
}

void temporaries() {
  [[paraloop]]
  for (int i = 0; i < 100; ++i) {
    latest = work(i);
    for (int k = 0; k < 8; ++k)
      scratch[k] = latest + k;
    squares[i] = scratch[i % 8];
  }
}

void output() {
  [[paraloop]]
  for (int i = 0; i < 60; ++i) {
    try {
      if (i % 9 == 0)
        throw std::runtime_error("nine");
      std::printf("%d ", work(i));
    } catch (const std::exception &caught) {
      std::cout << caught.what() << '\n';
    }
    if (i % 20 == 0)
      std::cerr << "at " << i << '\n';
  }
}

int leaves() {
  [[paraloop]]
  for (int i = 0; i < 100; ++i) {
    squares[i] = i;
    if (work(i) == work(77))
      return i;
  }
  return -1;
}

void headers(Node *list, const std::deque<int> &numbers) {
  [[paraloop]]
  for (Node *at = list; at; at = at->next)
    total += work(at->value);
  [[paraloop]]
  for (auto place = numbers.begin(); place != numbers.end(); ++place)
    total += work(*place);
  [[paraloop]]
  for (int countdown = 300; countdown-- > 0;)
    total += work(countdown);
}

void by_reference(std::vector<long> &out, long &added_here, double &sum_here, Cell &last) {
  [[paraloop]]
  for (int i = 0; i < 200; ++i) {
    out[static_cast<std::size_t>(i)] = work(i);
    added_here += i % 3;
    sum_here += 0.1 * work(i);
    last.weight = i;
    last.name = std::to_string(i);
  }
}

int main() {
  std::array<Node, 300> nodes{};
  for (int i = 0; i < 300; ++i)
    nodes[static_cast<std::size_t>(i)] = {i, i == 299 ? nullptr : &nodes[static_cast<std::size_t>(i) + 1]};
  std::deque<int> numbers;
  for (int i = 0; i < 1000; ++i)
    numbers.push_back(i * 7);
  slices();
  updates();
  temporaries();
  output();
  const int left = leaves();
  headers(nodes.data(), numbers);
  long added_here = 0;
  double sum_here = 0;
  Cell last;
  std::vector<long> out(200);
  by_reference(out, added_here, sum_here, last);
  double all = 0;
  for (const double one : table)
    all += one;
  long others = 0;
  for (const int one : squares)
    others = others * 3 % 1000003 + one;
  for (const Cell &one : cells)
    others += one.weight + static_cast<long>(one.name.size());
  for (const std::string &line : lines)
    text += line;
  for (const auto &[key, count] : counts)
    others += key * count;
  std::printf("%a %ld %ld %ld %u %a %d %d %d %ld %a %ld %ld %ld %s\n%s\n", all, others, total, evens, bits, sum, latest,
              scratch[3], left, added_here, sum_here, last.weight, out[199], added.value(), last.name.c_str(), text.c_str());
}
