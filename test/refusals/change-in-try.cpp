// A change that may throw, inside of a try block of the body, is refused; the parent has no way to catch for it.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <stdexcept>
#include <string>
#include <vector>

int parse(const std::string &text);

void function(const std::vector<std::string> &texts, std::vector<int> counts) {
  int total = 0, errors = 0;
  [[paraloop]] for (const std::string &text : texts) {
    try {
      counts.at(text.size()) += 1; // expected-error {{this change of 'counts' may throw, and the body would catch that [paraloop-change-in-try]}} expected-note {{hint: compute what may throw before, and make the change outside of the try block}}
    } catch (const std::out_of_range &) {
    }
  }
  [[paraloop]] for (const std::string &text : texts) {
    try {
      total += parse(text);
    } catch (const std::exception &) {
      ++errors;
    }
    counts.at(text.size()) += 1;
  }
}
