// Joins, removal of duplicates, runs: what is appended depends on what is already there.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <map>
#include <set>
#include <string>
#include <vector>

int main() {
  std::string list, line;
  std::vector<std::string> lines;
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    const std::string word = std::to_string(i * i % 1000);
    if (!list.empty()) list += ", ";
    list += word;
    if (line.size() + word.size() > 40) {
      lines.push_back(line);
      line.clear();
    }
    line += word + ' ';
  }
  show("joined", list, lines, line);

  std::set<int> seen;
  std::vector<int> unique;
  std::map<int, int> first_at;
  int repeated = 0;
  [[paraloop]]
  for (int i = 0; i < 400; ++i) {
    const int key = i * i % 83;
    if (seen.insert(key).second) unique.push_back(key);
    if (first_at.count(key) == 0)
      first_at[key] = i;
    else
      ++repeated;
  }
  show("unique", unique, first_at, repeated);

  std::vector<int> runs;
  int current = -1;
  [[paraloop]]
  for (int i = 0; i < 350; ++i) {
    const int kind = i * i / 50 % 3;
    if (kind == current) {
      ++runs.back();
    } else {
      runs.push_back(1);
      current = kind;
    }
  }
  show("runs", runs, current);
}
