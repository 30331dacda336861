// Backwards loops, with the decrement in the condition, too.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <string>
#include <vector>

int main() {
  std::vector<int> values;
  for (int i = 0; i < 300; ++i) values.push_back(i * i % 97);
  std::string text;
  [[paraloop]]
  for (std::size_t i = values.size(); i-- > 0;) text += std::to_string(values[i]);
  show("i-- > 0", text);

  std::vector<int> out;
  [[paraloop]]
  for (int i = 299; i >= 0; i--) out.push_back(values[i]);
  [[paraloop]]
  for (unsigned i = 299; i + 1 > 0; --i) out.push_back(values[i] + 1);
  int left = 250;
  [[paraloop]]
  for (; left--;) out.push_back(left);
  show("down", out, left);

  long sum = 0;
  [[paraloop]]
  for (auto it = values.rbegin(); it != values.rend(); ++it) sum = sum * 3 % 1000003 + *it;
  show("reverse iterators", sum);
}
