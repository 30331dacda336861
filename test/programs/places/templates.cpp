// Loops in function templates, class templates, specialisations and generic lambdas, for several types.
//
// RUN: %equal %s --both
#include "../Inputs/show.h"
#include <list>
#include <map>
#include <string>
#include <vector>

template <class Range> auto total(const Range &range, typename Range::value_type start) {
  [[paraloop]]
  for (const auto &x : range) start += x;
  return start;
}

template <class T, int Size> class Fixed {
public:
  void fill(T first) {
    [[paraloop]]
    for (int i = 0; i < Size; ++i) values_.push_back(first + static_cast<T>(i));
  }
  template <class F> long each(F f) const {
    long sum = 0;
    [[paraloop]]
    for (const T &value : values_) sum += f(value);
    return sum;
  }
  const std::vector<T> &values() const { return values_; }

private:
  std::vector<T> values_;
};

template <class T> struct Describe {
  static std::string all(const std::vector<T> &values) {
    std::string text;
    [[paraloop]]
    for (const T &value : values) {
      text += std::to_string(value);
    }
    return text;
  }
};
template <> struct Describe<bool> {
  static std::string all(const std::vector<bool> &values) {
    std::string text;
    [[paraloop]]
    for (bool value : values) text += value ? "yes " : "no ";
    return text;
  }
};

int main() {
  std::vector<int> ints;
  std::list<double> doubles;
  std::vector<std::string> strings;
  std::vector<bool> bools;
  for (int i = 0; i < 240; ++i) {
    ints.push_back(i * 3 % 50);
    doubles.push_back(i / 3.0);
    strings.push_back(std::string(i % 3, 's'));
    bools.push_back(i % 3 == 1);
  }
  show("functions", total(ints, 1), total(doubles, 0.5), total(strings, "-"));

  Fixed<int, 250> whole;
  Fixed<double, 220> real;
  whole.fill(7);
  real.fill(0.1);
  show("classes", whole.values(), real.values(), whole.each([](int x) { return x % 3; }),
       real.each([](double x) { return x > 30; }));
  show("describe", Describe<int>::all(ints), Describe<char>::all({'a', 'b'}), Describe<bool>::all(bools));

  auto count = [](const auto &range, auto wanted) {
    int hits = 0;
    [[paraloop]]
    for (const auto &x : range) hits += x == wanted;
    return hits;
  };
  show("lambda", count(ints, 9), count(doubles, 1.0), count(strings, std::string("ss")));
}
