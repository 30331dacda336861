// Several variables that the header steps, conditions of several parts.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <string>
#include <vector>

int main() {
  std::vector<int> out;
  [[paraloop]]
  for (int i = 0, j = 600; i < j; ++i, --j) out.push_back(i * j);
  int k = 7;
  [[paraloop]]
  for (int i = 0; i < 250; ++i, k += 3) out.push_back(k - i);
  show("two", out, k);

  const std::string text(500, 'x');
  const bool stop = false;
  long sum = 0;
  [[paraloop]]
  for (std::size_t i = 0, n = text.size(); i < n && !stop; ++i) sum += text[i] * static_cast<long>(i);
  [[paraloop]]
  for (int i = 0, square = 0; square < 90000 && i < 10000; ++i, square = i * i) sum += square;
  show("conditions", sum);
}
