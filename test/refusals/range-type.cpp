// A range whose iterators may do anything is refused; containers of the library and arrays are not.
//
// RUN: %paraloop %s -- -std=c++17 -Xclang -verify

#include <list>
#include <map>

void use(int);

struct Countdown {
  struct Iterator {
    int left;
    bool operator!=(Iterator other) const { return left != other.left; }
    Iterator &operator++() { return --left, *this; }
    int operator*() const { return left; }
  };
  Iterator begin() const { return {3}; }
  Iterator end() const { return {0}; }
};

void function(const std::map<int, int> &map, const int (&array)[3]) {
  [[paraloop]] for (int x : Countdown()) use(x); // expected-error {{workers can't step through a range of type 'Countdown' on their own [paraloop-range-type]}} expected-note {{hint: loop over a standard container or an array; copy the elements into a std::vector first}}

  std::list<int> copy;
  for (int x : Countdown()) copy.push_back(x);
  [[paraloop]] for (int x : copy) use(x);
  [[paraloop]] for (const auto &[key, value] : map) use(key + value);
  [[paraloop]] for (int x : array) use(x);
  [[paraloop]] for (int x : {3, 2, 1}) use(x);
}
