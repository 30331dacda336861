// A change inside of an expression that the parent can't execute on its own is refused.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <map>
#include <string>
#include <vector>

void use(int);
int twice(int);
int half(int x) { return x / 2; }
struct Point {
  Point(int x, int y) : x(x), y(y) {}
  int x, y;
};

void refused(int n) {
  int total = 0;
  std::vector<Point> points;
  [[paraloop]] for (int i = 0; i < n; ++i)
    use(total += i); // expected-error {{'use(total += i)' can't be replayed in iteration order [paraloop-replay-form]}} expected-note {{in the statement that changes 'total'}} expected-note {{hint: update the variable with an operator}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    total = twice(total) + i; // expected-error {{'total' is read here}} expected-note {{assigned here, but not on every way to the read}} expected-note {{hint}}
  [[paraloop]] for (int i = 0; i < n; ++i)
    points.push_back(Point(total, ++total)); // In the parent, in the order that the compiler chooses.
}

void accepted(int n) {
  int total = 0;
  std::map<std::string, std::vector<int>> lines;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    total = total * 2 + half(i);
    lines[std::to_string(i)].push_back(half(i));
  }
}
