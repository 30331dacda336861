// paraloop::Variable with the strategies of the library and one of the program's own.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <map>
#include <paraloop/paraloop.h>
#include <string>
#include <vector>

int main() {
  paraloop::Variable<long, paraloop::Sum> sum = 5;
  paraloop::Variable<std::vector<int>, paraloop::Concatenate> odd;
  paraloop::Variable<int, paraloop::Max> highest = -1;
  paraloop::Variable<int, paraloop::Min> lowest = 1000;
  [[paraloop]]
  for (int i = 0; i < 500; ++i) {
    sum += i * 3;
    if (i % 2) odd.push_back(i);
    highest.update(i * 37 % 499);
    lowest.update(i * 37 % 499);
  }
  show("values", sum.value(), odd.value(), highest.value(), lowest.value());

  paraloop::Variable<std::string, paraloop::Concatenate> text;
  paraloop::Variable<std::map<int, std::string>, paraloop::ConcatenateUnique> names;
  paraloop::Variable<int, paraloop::Last> last = 0;
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    text += std::to_string(i % 10);
    names[i] = "n" + std::to_string(i);
    if (i % 3 == 0) last = i;
  }
  show("more", text.value(), names.value(), last.value());
}
