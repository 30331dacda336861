// Text goes by its content into elements that are made of it, where the library alone makes them: `errors.emplace_back(i,
// e.what())`. A class of the user's, and a view, may keep the pointer.
//
// RUN: split-file %s %t
// RUN: %equal %t/accepted.cpp --both
// RUN: %equal %t/of-c.cpp --both
// RUN: %equal %t/matches.cpp --both
// RUN: not %paraloop %t/refused.cpp -- -std=c++17 2>&1 | FileCheck %s
// RUN: not %paraloop %t/longer.cpp -- -std=c++17 2>&1 | FileCheck %s --check-prefix=LONGER
// CHECK: refused.cpp:21:{{.*}} 'e.what()' can't travel from a worker to the program: {{.*}} [paraloop-operand-type]
// CHECK: refused.cpp:28:{{.*}} 'e.what()' can't travel from a worker to the program: {{.*}} [paraloop-operand-type]
//
// Beside a second pointer or a length, the text need not end where its first end is.
// LONGER: longer.cpp:10:{{.*}} 'p' can't travel from a worker to the program: {{.*}} [paraloop-operand-type]
// LONGER: longer.cpp:15:{{.*}} 'p' can't travel from a worker to the program: {{.*}} [paraloop-operand-type]
// LONGER: longer.cpp:21:{{.*}} 'p' can't travel from a worker to the program: {{.*}} [paraloop-operand-type]
// LONGER: longer.cpp:26:{{.*}} 'p' can't travel from a worker to the program: {{.*}} [paraloop-operand-type]
//--- accepted.cpp
#include <cstdio>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>
static int parse(int i) {
  if (i % 4 == 1) throw std::runtime_error("bad " + std::to_string(i));
  return i * 3;
}
int main() {
  std::vector<std::pair<int, std::string>> errors;
  std::map<int, std::string> byNumber;
  std::vector<int> good;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    try {
      good.push_back(parse(i));
    } catch (const std::exception &e) {
      errors.emplace_back(i, e.what());
      byNumber.emplace(i, e.what());
    }
  }
  for (const auto &[i, what] : errors) std::printf("%d: %s, %s\n", i, what.c_str(), byNumber[i].c_str());
  std::printf("%zu\n", good.size());
}
//--- of-c.cpp
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string.h>
int main() {
  char longest[32] = "", *kept[40] = {};
  std::size_t length = 0;
  int number = 0;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    char word[32];
    std::snprintf(word, sizeof word, "word-%.*s%d", i % 7, "xxxxxxx", i);
    if (std::strlen(word) > length) { length = std::strlen(word); std::strcpy(longest, word); }
    if (i % 3 == 0) kept[number++] = strdup(word);
  }
  std::printf("%s\n", longest);
  for (int i = 0; i < number; ++i) { std::puts(kept[i]); std::free(kept[i]); }
}
//--- matches.cpp
#include <iostream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>
int main() {
  const std::regex form(R"((\w+)=(\d*)(;?))");
  std::map<std::string, int> counts;
  std::set<std::string> values;
  std::vector<std::string> keys;
  std::string all;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    const std::string line = "key" + std::to_string(i % 5) + "=" + (i % 3 ? std::to_string(i) : "");
    std::smatch m;
    if (!std::regex_match(line, m, form)) continue;
    ++counts[m[1]];
    values.insert(m[2]);
    keys.push_back(m[1].str() + "!");
    all += m[3];
    if (m[2].matched) all = m[2];
  }
  for (auto &[key, count] : counts) std::cout << key << ' ' << count << '\n';
  for (auto &one : values) std::cout << one << ' ';
  for (auto &one : keys) std::cout << one << ' ';
  std::cout << all << '\n';
}
//--- refused.cpp
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>
static int parse(int i) {
  if (i % 4 == 1) throw std::runtime_error("bad " + std::to_string(i));
  return i * 3;
}
struct Note {
  int i;
  std::string text;
  Note(int i, const char *given) : i(i), text(given) { last = given; }
  static const char *last;
};
const char *Note::last = "";
void run(std::vector<std::pair<int, std::string_view>> &errors, std::vector<Note> &notes) {
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    try {
      parse(i);
    } catch (const std::exception &e) {
      errors.emplace_back(i, e.what());
    }
  }
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    try {
      parse(i);
    } catch (const std::exception &e) {
      notes.emplace_back(i, e.what());
    }
  }
}
//--- longer.cpp
#include <map>
#include <string>
#include <vector>
std::string line(int i);
void run(std::vector<std::string> &words, std::map<int, std::vector<std::string>> &lists) {
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    const std::string text = line(i);
    const char *p = text.c_str() + 1;
    const char *q = p + 3;
    words.emplace_back(p, q);
  }
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    char p[16] = {};
    p[i % 16] = 'x';
    words.emplace_back(p, 16u);
  }
  std::size_t n = 3;
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    char p[16] = {};
    n = n * 3 % 11;
    words.push_back(std::string(p, n));
  }
  [[paraloop]] for (int i = 0; i < 40; ++i) {
    char p[16] = {};
    p[i % 16] = 'x';
    words.insert(words.begin(), {p, 9u});
  }
}
