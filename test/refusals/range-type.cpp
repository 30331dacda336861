// A range whose iterators change more than themselves is refused; so is one whose iterators are out of sight.
//
// RUN: %paraloop %s -- -std=c++20 -Xclang -verify

#include <list>
#include <map>
#include <ranges>
#include <string>
#include <vector>

void use(int);

template <class State> struct Count {
  struct Iterator {
    State left;
    bool operator!=(Iterator other) const { return left != other.left; }
    Iterator &operator++() { return --left, *this; }
    int operator*() const { return left; }
  };
  Iterator begin() const { return {3}; }
  Iterator end() const { return {0}; }
};

int steps;
struct Counting {
  struct Iterator {
    int left;
    bool operator!=(Iterator other) const { return left != other.left; }
    Iterator &operator++() { return ++steps, --left, *this; }
    int operator*() const { return left; }
  };
  Iterator begin() const { return {3}; }
  Iterator end() const { return {0}; }
};

struct Eater {
  struct Iterator {
    int left;
    bool operator!=(Iterator other) const { return left != other.left; }
    Iterator &operator++() { return *this; }
    int operator*() { return left--; }
  };
  Iterator begin() const { return {3}; }
  Iterator end() const { return {0}; }
};

struct Unseen {
  struct Iterator {
    int left;
    bool operator!=(Iterator other) const;
    Iterator &operator++();
    int operator*() const;
  };
  Iterator begin() const;
  Iterator end() const;
};

struct Names {
  std::vector<int> names;
  auto begin() const { return names.begin(); }
  auto end() const { return names.end(); }
};

void function(const std::map<int, int> &map, const int (&array)[3], std::vector<int> values) {
  [[paraloop]] for (int x : Counting()) use(x); // expected-error {{workers can't step through a range of type 'Counting' on their own [paraloop-range-type]}} expected-note {{hint: its iterators may only change themselves, with code that the tool can see; or copy the elements into a std::vector first}}
  [[paraloop]] for (int x : Eater()) use(x); // expected-error {{range of type 'Eater'}} expected-note {{hint}}
  [[paraloop]] for (int x : Unseen()) use(x); // expected-error {{range of type 'Unseen'}} expected-note {{hint}}
  [[paraloop]] for (int x : Count<int>()) use(x);
  [[paraloop]] for (int x : Names{values}) use(x);

  std::list<int> copy;
  for (int x : Counting()) copy.push_back(x);
  [[paraloop]] for (int x : copy) use(x);
  [[paraloop]] for (const auto &[key, value] : map) use(key + value);
  [[paraloop]] for (int x : array) use(x);
  [[paraloop]] for (int x : {3, 2, 1}) use(x);

  const auto odd = [](int x) { return x % 2 != 0; };
  const auto counted = [](int x) { return ++steps, x; };
  const auto stored = values | std::views::take(2);
  [[paraloop]] for (int x : values | std::views::filter(odd)) use(x);
  [[paraloop]] for (int x : values | std::views::transform(counted)) use(x); // expected-error {{can't step through a range of type}} expected-note {{hint}}
  [[paraloop]] for (int x : stored) use(x); // expected-error {{can't step through a range of type}} expected-note {{hint}}
  [[paraloop]] for (int x : std::views::iota(1)) if (x > 3) break;
}
