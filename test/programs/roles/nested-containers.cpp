// Containers of containers, of pairs and of structs: what is changed lies deep inside.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

struct City {
  int visits = 0;
  std::vector<std::string> guests;
  std::map<int, double> income;
};

int main() {
  std::map<std::string, std::map<int, long>> table;
  std::map<std::string, City> cities;
  std::vector<std::pair<int, std::vector<int>>> buckets(7);
  std::array<std::set<int>, 5> classes;
  [[paraloop]]
  for (int i = 0; i < 400; ++i) {
    const std::string name = "c" + std::to_string(i % 6);
    table[name][i % 11] += i;
    cities[name].visits++;
    cities[name].guests.push_back("g" + std::to_string(i));
    cities[name].income[i % 4] += i / 8.0;
    buckets[i % 7].first += i;
    buckets[i % 7].second.push_back(i);
    classes[i * i % 5].insert(i % 50);
  }
  show("table", table, buckets, classes);
  for (const auto &[name, city] : cities) show("city", name, city.visits, city.guests, city.income);

  std::optional<int> first, last;
  std::pair<double, int> extreme{-1, -1};
  City total;
  [[paraloop]]
  for (int i = 0; i < 300; ++i) {
    const double height = (i * 7919 % 1013) / 3.0;
    if (!first && height > 300) first = i;
    if (height > 300) last = i;
    if (height > extreme.first) extreme = std::make_pair(height, i);
    total.income[i % 3] -= height;
    if (total.visits < i % 100) total.visits = i % 100;
  }
  show("total", first.value_or(-1), last.value_or(-1), extreme, total.income, total.visits);
}
