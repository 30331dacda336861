// Loops inside of other statements: branches without braces, switch, try, loops, labels, lambdas, namespaces.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

namespace {
namespace inner {
long sum(int n) {
  long result = 0;
  if (n > 100)
    [[paraloop]]
    for (int i = 0; i < n; ++i) result += i % 7;
  else
    [[paraloop]]
    for (int i = 0; i < 200; ++i) result -= i;
  return result;
}
} // namespace inner
} // namespace

static std::string by_kind(int kind) {
  std::string text;
  switch (kind) {
  case 1:
    [[paraloop]]
    for (int i = 0; i < 210; ++i) text += 'a';
    break;
  case 2: {
    [[paraloop]]
    for (int i = 0; i < 210; ++i) text += std::to_string(i);
    break;
  }
  default: text = "none";
  }
  return text;
}

static int checked(int i) {
  if (i == 150) throw std::out_of_range("150 is too much");
  return i;
}

static long tried() {
  long sum = 0;
  try {
    [[paraloop]]
    for (int i = 0; i < 300; ++i) sum += checked(i);
  } catch (const std::out_of_range &error) {
    show("caught", error.what());
  }
  return sum;
}

int main() {
  show("branches", inner::sum(300), inner::sum(3));
  show("switch", by_kind(1), by_kind(2), by_kind(3));
  show("try", tried());

  long sum = 0;
  int round = 0;
again:
  [[paraloop]]
  for (int i = 0; i < 220; ++i) sum += i * round;
  if (++round < 3) goto again;
  for (int k = 0; k < 3; ++k)
    [[paraloop]]
    for (int i = k; i < 200 + k; ++i) sum += i ^ k;
  show("repeated", sum);

  std::vector<int> out;
  const auto work = [&out](int factor) {
    [[paraloop]]
    for (int i = 0; i < 230; ++i) out.push_back(i * factor);
  };
  work(3);
  const std::function<int(int)> count = [](int n) {
    int hits = 0;
    [[paraloop]]
    for (int i = 0; i < n; ++i)
      if (i % 4 == 1) ++hits;
    return hits;
  };
  show("lambdas", out, count(400));
}
