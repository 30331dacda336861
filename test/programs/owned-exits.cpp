// Loops that are left in the middle of a chunk: what the iterations changed
// before is kept, and nothing of what comes after.
// RUN: %equal %s

#include <cstdio>
#include <stdexcept>
#include <vector>

int work(int i) { return (i * 7919 + 13) % 1009; }

int find(std::vector<int> &marks, int wanted) {
  int last = -1;
  [[paraloop]]
  for (int i = 0; i < 600; ++i) {
    marks[work(i) % 100] = i;
    last = i;
    if (work(i) == wanted)
      break;
    marks[0] = -i;
  }
  return last;
}

bool check(std::vector<int> &marks, int bad) {
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    marks[i % 100] = i;
    if (i == bad)
      return false;
  }
  return true;
}

void parse(std::vector<int> &marks, int bad) {
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    marks[i % 70] = 2 * i;
    if (i == bad)
      throw std::runtime_error("bad " + std::to_string(i));
    marks[i % 50] = i;
  }
}

void nested(std::vector<int> &marks) {
  [[paraloop]]
  for (int i = 0; i < 20; ++i) {
    [[paraloop]]
    for (int j = 0; j < 20; ++j)
      marks[(i * j) % 100] = i + j;
  }
}

int main() {
  std::vector<int> marks(100);
  for (int wanted : {13, 500, 1000, 2000})
    std::printf("%d\n", find(marks, wanted));
  std::printf("%d %d\n", check(marks, 155), check(marks, 1000));
  try {
    parse(marks, 123);
  } catch (const std::exception &error) {
    std::puts(error.what());
  }
  nested(marks);
  for (int mark : marks)
    std::printf("%d ", mark);
  std::puts("");
}
