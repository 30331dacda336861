// A statement whose operands have effects in an order that the compiler may choose, and that can't be kept, is refused.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <map>
#include <utility>
#include <vector>

int next(int &state) { return state = state * 5 + 1; }

void refused(int n) {
  std::vector<std::pair<int, int>> pairs;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    int state = i;
    pairs.emplace_back(state, next(state)); // expected-error {{the order in which the parts of this statement take effect can't be kept [paraloop-operand-order]}} expected-note {{hint: compute the values into variables of the body first}}
  }
}

void accepted(int n) {
  std::map<int, int> last;
  std::vector<std::pair<int, int>> pairs;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    int state = i;
    last[next(state)] += next(state);
    pairs.emplace_back(next(state), next(state));
    const int first = next(state);
    pairs.push_back({first, next(state)});
  }
}
