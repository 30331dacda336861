// A lambda of the body that changes a variable from outside is refused; one that returns a value is not.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <algorithm>
#include <vector>

void function(const std::vector<std::vector<int>> &rows) {
  int total = 0;
  [[paraloop]] for (const std::vector<int> &row : rows) {
    const auto add = [&](int x) { total += x; }; // expected-error {{a lambda in the body changes 'total' [paraloop-change-in-lambda]}} expected-note {{hint: let the lambda return a value, and make the change in the body}}
    // expected-error@-1 0-1 {{'total' is read here}} expected-note@-1 0-2 {{}}
    for (int x : row) add(x); // expected-error 0-1 {{'operator()' is called here and changes 'total'}} expected-note 0+ {{}}
  }
  [[paraloop]] for (const std::vector<int> &row : rows) {
    int sum = 0;
    std::for_each(row.begin(), row.end(), [&](int x) { sum += x; });
    const auto twice = [](int x) { return 2 * x; };
    total += twice(sum);
  }
}
