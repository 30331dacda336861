// Arrays, strings and containers from outside that every iteration fills anew.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <algorithm>
#include <string>
#include <vector>

static void fill(int i, int &low, int &high) {
  low = i * 3 % 11;
  high = low + i % 5;
}

int main() {
  const int n = 280;
  double row[8];
  std::vector<double> sums(n);
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < 8; ++k) row[k] = (i * 31 + k * 17) % 23;
    for (int k = 1; k < 8; ++k) row[k] = std::max(row[k], row[k - 1] / 2);
    double sum = 0;
    for (int k = 0; k < 8; ++k) sum += row[k];
    sums[i] = sum;
  }
  show("array", sums);

  std::string line;
  std::vector<int> parts;
  std::vector<std::string> lines;
  int total = 0;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    line.clear();
    parts.clear();
    for (int k = i; k > 0; k /= 3) parts.push_back(k % 3);
    for (int part : parts) line += static_cast<char>('0' + part);
    total += static_cast<int>(parts.size());
    lines.push_back(line);
  }
  show("cleared", lines, total);

  int low = 0, high = 0;
  std::string word = "none";
  std::vector<int> spans;
  [[paraloop]]
  for (int i = 0; i < n; ++i) {
    fill(i, low, high);
    word = std::to_string(low);
    word += '-';
    word += std::to_string(high);
    spans.push_back(static_cast<int>(word.size()) + high - low);
  }
  show("by reference", spans, low, high, word);
}
