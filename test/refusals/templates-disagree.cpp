// A loop in a template that needs one treatment for one type and another for the next is refused.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <string>
#include <vector>

template <class T> void refused(std::vector<T> &results, const std::vector<T> &values) {
  [[paraloop]] for (const T &value : values) // expected-error {{the instantiations of this template need different treatment: the statements to replay differ [paraloop-templates-disagree]}} expected-note {{hint: write a loop of its own for each type}}
    if constexpr (sizeof(T) == 1)
      results.push_back(value);
}

struct Nowhere { void operator+=(int) const {} };
template <class T> void alsoRefused(T &sum, const std::vector<int> &values) {
  [[paraloop]] for (int value : values) // expected-error {{need different treatment: 'sum' is replayed in one and broadcast in another}} expected-note {{hint}}
    sum += value;
}

template <class T> void accepted(std::vector<T> &results, const std::vector<T> &values) {
  [[paraloop]] for (const T &value : values) results.push_back(value);
}

void function(std::vector<char> &chars, std::vector<int> &ints, std::vector<std::string> &texts) {
  refused(chars, chars);
  refused(ints, ints);
  int sum = 0;
  const Nowhere nowhere;
  alsoRefused(sum, ints);
  alsoRefused(nowhere, ints);
  accepted(ints, ints);
  accepted(texts, texts);
}
