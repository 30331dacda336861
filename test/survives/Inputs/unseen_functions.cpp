// What unseen.cpp calls.
#include <cstdlib>
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

// Of the limit, the first and the third byte change when it gets its value, the second doesn't.
int harmless(int i) {
  static const std::map<int, int> squares{{1, 1}, {2, 4}};
  static const long limit = std::strtol("65537", nullptr, 10);
  return squares.count(i) != 0 ? squares.at(i) : i < limit ? i : 0;
}

static int *remembered;
void remember(int *number) { remembered = number; }
int lowered(int i) { return i < 7 ? i : --*remembered; }
