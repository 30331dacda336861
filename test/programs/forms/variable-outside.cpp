// A loop variable that is declared before the loop and used after it.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <vector>

struct Cursor {
  int at = 0;
};

int main() {
  std::vector<int> values;
  for (int k = 0; k < 300; ++k) values.push_back(k * 13 % 301);
  const int n = static_cast<int>(values.size());
  int i;
  long sum = 0;
  [[paraloop]]
  for (i = 0; i < n; ++i) sum += values[i];
  show("after", i, sum);

  int at;
  [[paraloop]]
  for (at = 0; at < n; ++at) {
    sum -= at;
    if (values[at] == 200) break;
  }
  show("found", at, sum);

  unsigned u = 17;
  [[paraloop]]
  for (; u < 290; u += 4) sum += u;
  std::vector<int>::iterator it;
  [[paraloop]]
  for (it = values.begin(); it != values.end(); ++it)
    if (*it % 2) ++sum;
  show("others", u, it == values.end(), sum);
}
