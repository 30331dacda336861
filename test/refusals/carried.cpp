// A body that computes with what other iterations changed is refused, with the read and the change.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <map>
#include <string>
#include <vector>

void use(double);

void function(std::vector<double> &values, int n) {
  double level = 0;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    level += i; // expected-note {{changed here}}
    use(level); // expected-error {{'level' is read here, but other iterations change it [paraloop-carried]}} expected-note {{hint: a worker doesn't know what other iterations did}}
  }
  std::map<std::string, int> seen;
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const std::string word = std::to_string(i % 7);
    if (seen.count(word)) break; // expected-error {{'seen' is read here, but other iterations change it}} expected-note {{hint}} expected-note {{whether the iterations go on depends on it}}
    ++seen[word]; // expected-note {{changed here}}
  }
  [[paraloop]] for (int i = 1; i < n; ++i) {
    const double before = values[i - 1]; // expected-error {{'values' is read here}} expected-note {{hint}} expected-note@-1 {{this loop assigns elements, but maybe not all that are read}}
    values[i] = before + 1;
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const std::string word = std::to_string(i % 7);
    if (seen.count(word)) continue;
    ++seen[word];
  }
  [[paraloop]] for (int i = 0; i < n; ++i) {
    const double own = i;
    level += own;
    use(own);
    ++seen[std::to_string(i % 7)];
    values[i] = own + 1;
  }
}

void flags(const std::vector<int> &values, bool found) {
  [[paraloop]] for (const int value : values) {
    if (found) continue; // expected-error {{'found' is read here, but other iterations change it}} expected-note {{hint}}
    use(value);
    if (value > 5)
      found = true; // expected-note {{assigned here, but not on every way to the read}} expected-note {{leave the loop here: 'break' needs no flag}}
  }
  [[paraloop]] for (const int value : values) {
    use(value);
    if (value > 5) break;
  }
}
