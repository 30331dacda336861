// The bindings of the loop's variable are its own, whatever else the loop changes.
//
// RUN: %equal %s

#include <cstdio>
#include <map>
#include <string>

static std::map<std::string, int> counts;

int main() {
  std::map<int, int> table;
  for (int k = 0; k < 300; ++k)
    table.emplace(k * 7 % 301, k + 3);
  const auto count = [&] {
    [[paraloop]] for (auto [key, value] : table) {
      counts.insert_or_assign(std::to_string(key % 9), value);
    }
  };
  count();
  for (const auto &[name, value] : counts)
    std::printf("%s %d\n", name.c_str(), value);
}
