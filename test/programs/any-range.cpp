// Loops over every kind of range behave as they are written: ranges of the user's, with and without iterator traits,
// views, temporaries, init-statements.
//
// RUN: %equal %s --std=c++20

#include <array>
#include <cstdio>
#include <forward_list>
#include <map>
#include <ranges>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

/// Says nothing about its iterators.
struct Countdown {
  struct Iterator {
    int left;
    bool operator!=(const Iterator &other) const { return left != other.left; }
    Iterator &operator++() { return --left, *this; }
    int operator*() const { return left; }
  };
  int from;
  Iterator begin() const { return {from}; }
  Iterator end() const { return {0}; }
};

/// Has an end of another type, and free functions.
namespace text {
struct Words {
  const char *chars;
};
struct End {};
struct Word {
  const char *at;
  std::string_view operator*() const {
    std::size_t length = 0;
    while (at[length] != '\0' && at[length] != ' ') ++length;
    return {at, length};
  }
  Word &operator++() {
    at += (**this).size();
    while (*at == ' ') ++at;
    return *this;
  }
};
bool operator!=(const Word &word, End) { return *word.at != '\0'; }
Word begin(const Words &words) { return {words.chars}; }
End end(const Words &) { return {}; }
} // namespace text

/// Wraps a container.
class Shelf {
public:
  explicit Shelf(int n) : books_(static_cast<std::size_t>(n), "book") {}
  auto begin() const { return books_.begin(); }
  auto end() const { return books_.end(); }

private:
  std::vector<std::string> books_;
};

struct Names : std::vector<std::string> {
  using std::vector<std::string>::vector;
};

std::vector<int> squares(int n) {
  std::vector<int> made;
  for (int i = 0; i < n; ++i) made.push_back(i * i);
  return made;
}

void ofTheUser() {
  std::string out;
  [[paraloop]] for (int i : Countdown{70}) out += std::to_string(i) + ' ';
  [[paraloop]] for (std::string_view word : text::Words{"to be  or not to be"}) out += std::string(word) + '.';
  [[paraloop]] for (const std::string &book : Shelf(20)) out += book;
  const Names names{"a", "b", "c"};
  [[paraloop]] for (const auto &name : names) out += name;
  std::printf("%s\n", out.c_str());
}

void temporaries(int n) {
  long total = 1;
  [[paraloop]] for (int square : squares(n)) total = total * 3 + square;
  [[paraloop]] for (auto made = squares(n); int square : made) total = total * 5 + square;
  [[paraloop]] for (int factor = n; const int x : {1, 2, 3, 5, 8}) total = total * factor + x;
  [[paraloop]] for (total += 2; char c : std::string("characters")) total = total * 3 + c;
  [[paraloop]] for (const char c : "text") total = total * 3 + c;
  [[paraloop]] for (bool bit : std::vector<bool>{true, false, true}) total = total * 3 + bit;
  std::printf("%ld\n", total);
}

void parts() {
  const std::map<std::string, std::array<int, 2>> map{{"x", {1, 2}}, {"y", {3, 4}}, {"z", {5, 6}}};
  const std::vector<std::tuple<int, double, char>> rows{{1, 0.5, 'a'}, {2, 0.25, 'b'}};
  const int table[2][3] = {{1, 2, 3}, {4, 5, 6}};
  std::string out;
  [[paraloop]] for (const auto &[key, value] : map) out += key + std::to_string(value[0] + value[1]);
  [[paraloop]] for (auto [number, half, letter] : rows) out += letter + std::to_string(number * half);
  [[paraloop]] for (const auto &row : table)
    for (int x : row) out += std::to_string(x);
  [[paraloop]] for (auto &&x : std::forward_list<int>{3, 1, 2}) out += std::to_string(x);
  std::printf("%s\n", out.c_str());
}

void views(int n) {
  const std::vector<int> values = squares(n);
  long total = 0;
  [[paraloop]] for (int i : std::views::iota(0, n)) total = total * 3 + i;
  [[paraloop]] for (int x : values | std::views::filter([n](int x) { return x % 3 == n % 2; })) total = total * 3 + x;
  [[paraloop]] for (int x : values | std::views::reverse | std::views::transform([](int x) { return x + 1; }))
    total = total * 3 + x;
  [[paraloop]] for (int x : values | std::views::take(5)) total = total * 3 + x;
  [[paraloop]] for (int x : std::views::iota(1)) {
    if (x * x > n * 40) break;
    total = total * 3 + x;
  }
  std::printf("%ld\n", total);
}

int main() {
  ofTheUser();
  temporaries(40);
  parts();
  views(50);
}
