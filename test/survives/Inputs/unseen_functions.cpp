// What unseen.cpp calls.
#include <map>

static long calls = 0;

int counted(int i) {
  if (i >= 7)
    ++calls;
  return i + static_cast<int>(calls);
}

int cached(int i) {
  static std::map<int, int> cache;
  return cache.emplace(i % 10, i).first->second;
}

int harmless(int i) {
  static const std::map<int, int> squares{{1, 1}, {2, 4}};
  return squares.count(i) != 0 ? squares.at(i) : i;
}

static int *remembered;
void remember(int *number) { remembered = number; }
int lowered(int i) { return i < 7 ? i : --*remembered; }
