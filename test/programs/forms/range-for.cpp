// Range-for over everything that has a beginning and an end.
//
// RUN: %equal %s --std=c++20 --both
#include "../Inputs/show.h"
#include <array>
#include <deque>
#include <list>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

struct Entry {
  int id;
  double value;
};

static std::vector<int> made(int n) {
  std::vector<int> result;
  for (int i = 0; i < n; ++i) result.push_back(i * i % 83);
  return result;
}

int main() {
  long sum = 0;
  std::string text;
  [[paraloop]]
  for (int value : made(250)) sum += value;
  [[paraloop]]
  for (const char c : std::string(230, 'q') + "end") sum = sum * 31 % 65537 + c;
  [[paraloop]]
  for (auto word : {"one", "two", "three"}) text += word;
  [[paraloop]]
  for (auto values = made(220); auto &value : values) sum += value * 2;
  show("temporaries", sum, text);

  const int plain[] = {3, 1, 4, 1, 5, 9, 2, 6};
  const std::array<Entry, 3> entries = {{{1, 0.5}, {2, 0.25}, {3, 1e300}}};
  double total = 0;
  [[paraloop]]
  for (int x : plain) sum += x;
  [[paraloop]]
  for (const auto &[id, value] : entries) total += id * value;
  show("arrays", sum, total);

  std::map<std::string, std::vector<int>> groups;
  std::unordered_map<int, int> hashed;
  std::set<int> ordered;
  std::list<std::tuple<int, std::string>> tuples;
  std::vector<bool> flags;
  for (int i = 0; i < 210; ++i) {
    groups["g" + std::to_string(i % 60)].push_back(i);
    hashed[i * 7] = i;
    ordered.insert(i * i % 211);
    tuples.emplace_back(i, std::string(i % 3, 't'));
    flags.push_back(i % 3 == 0);
  }
  int set_flags = 0;
  [[paraloop]]
  for (const auto &[name, members] : groups) text += name + std::to_string(members.size());
  [[paraloop]]
  for (auto [key, value] : hashed) sum = sum * 17 % 10007 + key * value;
  [[paraloop]]
  for (const auto &[number, name] : tuples) text += name + std::to_string(number);
  [[paraloop]]
  for (int x : ordered) total += x / 3.0;
  [[paraloop]]
  for (bool flag : flags) set_flags += flag;
  show("containers", sum, text, total, set_flags);
}
