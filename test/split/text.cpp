// Text travels by its content: string literals, char arrays, C strings and views may go into strings.
//
// RUN: %equal %s --both

#include <cstdio>
#include <map>
#include <string>
#include <string_view>
#include <vector>

int main() {
  std::string all;
  std::vector<std::string> words;
  std::map<std::string, int> counts;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    const char *word = i % 2 ? "odd" : "even";
    const std::string_view view = word;
    char digits[20];
    std::snprintf(digits, sizeof digits, "%d", i);
    all += i % 3 ? "a" : "bb";
    all += word;
    all += view.substr(1);
    all += digits;
    words.push_back(word);
    words.push_back(digits);
    ++counts[word];
    counts["all"] += i;
  }
  std::printf("%s\n%zu %s %d %d\n", all.c_str(), words.size(), words[5].c_str(), counts["odd"], counts["all"]);
}
