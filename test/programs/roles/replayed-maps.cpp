// Maps and sets: counts, sums, groups, indexes, first and last value of a key.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

static std::vector<std::string> words(int count) {
  std::vector<std::string> result;
  for (int i = 0; i < count; ++i) result.push_back("w" + std::to_string(i * i % 37));
  return result;
}

int main() {
  const std::vector<std::string> text = words(450);
  std::map<std::string, int> frequency;
  std::map<char, std::vector<std::string>> groups;
  std::map<std::string, std::set<int>> index;
  for (const std::string &word : text) frequency[word] += static_cast<int>(word.size());
  [[paraloop]]
  for (std::size_t i = 0; i < text.size(); ++i) {
    ++frequency[text[i]];
    groups[text[i].back()].push_back(text[i]);
    index[text[i]].insert(static_cast<int>(i / 10));
  }
  show("maps", frequency, groups, index);

  std::set<std::string> unique;
  std::multimap<int, std::string> by_length;
  std::map<std::string, double> first, last;
  [[paraloop]]
  for (const std::string &word : text) {
    const double value = 1.0 / word.size() + word.back();
    unique.insert(word);
    by_length.emplace(static_cast<int>(word.size()), word);
    first.insert({word, value});
    first.try_emplace(word + "x", value * 2);
    last[word] = value;
    last.insert_or_assign(word + "y", value + 1);
  }
  show("inserts", unique, by_length, first, last);

  // The order of iteration over an unordered container is a result, too.
  std::unordered_map<std::string, long> hashed;
  std::unordered_set<int> seen;
  [[paraloop]]
  for (const auto &word : text) {
    hashed[word] += word.back();
    seen.insert(word.back() * 31 % 19);
    if (word == "w4") seen.erase(3);
  }
  show("unordered", hashed, seen);
}
