// Text that survives the move into a function of its own: macros, comments, shadows, bindings, odd operands.
//
// RUN: %equal %s --both
#include "../Inputs/show.h"
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#define SQUARE(x) ((x) * (x))
#define LIMIT 300
enum class Color : char { red = 'r', green = 'g' };
struct Packed {
  unsigned low : 3, high : 5;
};

static std::pair<int, int> range() { return {20, 270}; }

int main() {
  auto [low, high] = range();
  int site = 0, iteration = 0, run = 1; // names that the runtime has, too
  std::vector<Color> colors;
  [[paraloop]]
  for (int i = 0; i < LIMIT; ++i) { // a comment with [[paraloop]] in it
    if (i >= low && i < high) ++site;
    iteration += SQUARE(i) /* + 1 */ + __LINE__;
    run = run * 3 + (i % 2 ? 'a' : '\n');
    colors.push_back(i % 3 ? Color::red : Color::green);
    {
      int low = i;
      site += low % 2;
    }
  }
  show("names", site, iteration, run, colors);

  std::vector<std::string> texts;
  std::map<std::pair<int, char>, std::optional<double>> table;
  std::vector<std::tuple<int, std::string, bool>> rows;
  const char *const names[] = {"zero", "one", "two"};
  [[paraloop]]
  for (int i = 0; i < LIMIT; ++i) {
    texts.push_back(names[i % 3]), texts.emplace_back(3, 'x');
    texts.push_back({});
    texts.back() += "end";
    table[{i % 20, "ab"[i % 2]}] = i % 5 ? std::optional<double>(i / 3.0) : std::nullopt;
    rows.emplace_back(i, R"(raw "text")", i % 2 == 0);
    if (const int half = i / 2; half % 2) rows.push_back({half, "half", true});
  }
  for (const auto &[key, value] : table) show("cell", key, value.value_or(-1));
  for (const auto &[number, text, even] : rows) show("row", number, text, even);
  show("texts", texts);

  Packed packed{1, 2};
  std::uint8_t narrow = 200;
  signed char sign = 0;
  wchar_t wide = L'a';
  __extension__ typedef __int128 Wide;
  Wide huge = 1;
  [[paraloop]]
  for (int i = 0; i < LIMIT; ++i) {
    packed.low += i;
    packed.high ^= static_cast<unsigned>(i) & 31;
    narrow += 7.9 * i > 40 ? 1 : 2;
    sign = static_cast<signed char>(sign - i);
    wide += i & 1;
    huge = huge * 3 + i;
    auto local = [i](auto x) { return x + i; };
    narrow = static_cast<std::uint8_t>(narrow + local(1));
  }
  show("types", static_cast<int>(packed.low), static_cast<int>(packed.high), narrow, sign, wide,
       static_cast<std::uint64_t>(huge), static_cast<std::uint64_t>(huge >> 64));
}
