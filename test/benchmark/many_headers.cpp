// A usual file: many headers, one annotated loop. For rewrite_time.
#include <algorithm>
#include <iostream>
#include <map>
#include <regex>
#include <string>
#include <vector>

int main(int argc, char **argv) {
  const std::vector<std::string> lines(argv, argv + argc);
  const std::regex word("[a-z]+");
  long total = 0;
  std::map<std::string, int> frequencies;
  std::vector<std::string> longest;
  [[paraloop]]
  for (const std::string &line : lines) {
    std::string best;
    for (std::sregex_iterator it(line.begin(), line.end(), word), end; it != end; ++it) {
      const std::string found = it->str();
      if (found.size() > best.size())
        best = found;
      ++frequencies[found];
      ++total;
    }
    longest.push_back(best);
  }
  std::sort(longest.begin(), longest.end());
  std::cout << total << ' ' << frequencies.size() << ' ' << longest.size() << '\n';
}
