// Range-for over classes of the user's own: with members, with free functions, with a sentinel.
//
// RUN: %equal %s
#include "../Inputs/show.h"
#include <string>
#include <vector>

class Numbers {
public:
  struct Iterator {
    int at, step;
    int operator*() const { return at; }
    Iterator &operator++() {
      at += step;
      return *this;
    }
    bool operator!=(const Iterator &other) const { return at < other.at; }
  };
  Numbers(int first, int bound, int step = 1) : first_(first), bound_(bound), step_(step) {}
  Iterator begin() const { return {first_, step_}; }
  Iterator end() const { return {bound_, step_}; }

private:
  int first_, bound_, step_;
};

struct End {};
struct Digits {
  long rest;
  long operator*() const { return rest % 10; }
  Digits &operator++() {
    rest /= 10;
    return *this;
  }
  bool operator!=(End) const { return rest != 0; }
};
struct DigitsOf {
  long number;
  Digits begin() const { return {number}; }
  End end() const { return {}; }
};

namespace names {
struct Book {
  std::vector<std::string> lines;
};
inline auto begin(const Book &book) { return book.lines.begin(); }
inline auto end(const Book &book) { return book.lines.end(); }
} // namespace names

int main() {
  long sum = 0;
  std::vector<int> seen;
  [[paraloop]]
  for (int i : Numbers(0, 400)) sum += i;
  const Numbers thirds(1, 900, 3);
  [[paraloop]]
  for (int i : thirds) seen.push_back(i * 2);
  [[paraloop]]
  for (long digit : DigitsOf{9182736455463728190}) seen.push_back(static_cast<int>(digit));
  names::Book book;
  for (int i = 0; i < 220; ++i) book.lines.push_back(std::string(i % 11, 'l'));
  [[paraloop]]
  for (const std::string &line : book) sum += static_cast<long>(line.size());
  show("ranges", sum, seen);
}
