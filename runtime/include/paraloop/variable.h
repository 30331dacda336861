// variable.h: a variable that says itself how the loop's iterations change it.
//
// In: a value and a strategy (strategies.h). Out: an object that a body uses
// like the value. In a program that was not rewritten it is just the value, so
// that the loop gives the same result there.

#ifndef PARALOOP_VARIABLE_H
#define PARALOOP_VARIABLE_H

#include "paraloop/strategies.h"

#include <iosfwd>
#include <type_traits>
#include <utility>

namespace paraloop {

template <class T, class Strategy> class Partial;

/// UniqueElement is what `variable[key]` gives for a ConcatenateUnique map:
/// assigning checks the key.
template <class Map, class Key> class UniqueElement {
public:
  UniqueElement(Map &map, Key &&key)
      : map_(map), key_(std::forward<Key>(key)) {}

  /// Throws DuplicateKey if the key has another value.
  template <class V> void operator=(V &&value) const {
    detail::put_unique(map_, key_, std::forward<V>(value));
  }
  /// Throws std::out_of_range if the key has no value.
  operator const typename Map::mapped_type &() const { return map_.at(key_); }

private:
  Map &map_;
  Key key_;
};

/// Variable<T, Strategy> holds a T. It offers what T offers of: assignment,
/// compound assignment, ++, --, comparison, <<, and a container's members for
/// adding and for reading.
template <class T, class Strategy> class Variable {
public:
  using value_type = T;
  using strategy = Strategy;

  Variable() = default;
  Variable(T value) : value_(std::move(value)) {}

  operator const T &() const { return value_; }
  const T &value() const { return value_; }

  /// assign() gives the variable a new value.
  template <class U> Variable &assign(U &&value) {
    value_ = std::forward<U>(value);
    return *this;
  }
  Variable &operator=(const T &value) { return assign(value); }
  Variable &operator=(T &&value) { return assign(std::move(value)); }

  /// update() offers a candidate for the smallest or largest value (strategies
  /// Min and Max).
  template <class U, class S = Strategy>
  auto update(U &&candidate)
      -> decltype(S::update(std::declval<T &>(), std::forward<U>(candidate))) {
    S::update(value_, std::forward<U>(candidate));
  }

  template <class U> Variable &operator+=(U &&x) {
    value_ += std::forward<U>(x);
    return *this;
  }
  template <class U> Variable &operator-=(U &&x) {
    value_ -= std::forward<U>(x);
    return *this;
  }
  template <class U> Variable &operator*=(U &&x) {
    value_ *= std::forward<U>(x);
    return *this;
  }
  template <class U> Variable &operator/=(U &&x) {
    value_ /= std::forward<U>(x);
    return *this;
  }
  template <class U> Variable &operator%=(U &&x) {
    value_ %= std::forward<U>(x);
    return *this;
  }
  template <class U> Variable &operator&=(U &&x) {
    value_ &= std::forward<U>(x);
    return *this;
  }
  template <class U> Variable &operator|=(U &&x) {
    value_ |= std::forward<U>(x);
    return *this;
  }
  template <class U> Variable &operator^=(U &&x) {
    value_ ^= std::forward<U>(x);
    return *this;
  }
  template <class U> Variable &operator<<=(U &&x) {
    value_ <<= std::forward<U>(x);
    return *this;
  }
  template <class U> Variable &operator>>=(U &&x) {
    value_ >>= std::forward<U>(x);
    return *this;
  }
  Variable &operator++() {
    ++value_;
    return *this;
  }
  Variable &operator--() {
    --value_;
    return *this;
  }
  T operator++(int) { return value_++; }
  T operator--(int) { return value_--; }

  // What a container offers to add elements.

  template <class C = T> void push_back(typename C::value_type element) {
    value_.push_back(std::move(element));
  }
  template <class... Args> decltype(auto) emplace_back(Args &&...args) {
    return value_.emplace_back(std::forward<Args>(args)...);
  }
  template <class... Args> decltype(auto) emplace(Args &&...args) {
    static_assert(!is_unique,
                  "paraloop: emplace() would ignore the second value of "
                  "a key; assign it: variable[key] = value");
    return value_.emplace(std::forward<Args>(args)...);
  }
  template <class... Args> Variable &append(Args &&...args) {
    value_.append(std::forward<Args>(args)...);
    return *this;
  }
  template <class C = T> decltype(auto) insert(typename C::value_type element) {
    if constexpr (is_unique)
      detail::put_unique(value_, element.first, std::move(element.second));
    else
      return value_.insert(std::move(element));
  }
  template <class A, class B, class... More>
  decltype(auto) insert(A &&a, B &&b, More &&...more) {
    static_assert(!is_unique,
                  "paraloop: insert() of a range would ignore the second "
                  "value of a key; assign each: variable[key] = value");
    return value_.insert(std::forward<A>(a), std::forward<B>(b),
                         std::forward<More>(more)...);
  }
  template <class Key> decltype(auto) operator[](Key &&key) {
    if constexpr (is_unique)
      return UniqueElement<T, Key>(value_, std::forward<Key>(key));
    else
      return value_[std::forward<Key>(key)];
  }

  // What a container offers to read.

  template <class Key> decltype(auto) operator[](const Key &key) const {
    return value_[key];
  }
  template <class Key> decltype(auto) at(const Key &key) const {
    return value_.at(key);
  }
  template <class Key> auto find(const Key &key) const {
    return value_.find(key);
  }
  template <class Key> auto count(const Key &key) const {
    return value_.count(key);
  }
  template <class C = T>
  auto begin() const -> decltype(std::declval<const C &>().begin()) {
    return value_.begin();
  }
  template <class C = T>
  auto end() const -> decltype(std::declval<const C &>().end()) {
    return value_.end();
  }
  template <class C = T>
  auto size() const -> decltype(std::declval<const C &>().size()) {
    return value_.size();
  }
  template <class C = T>
  auto empty() const -> decltype(std::declval<const C &>().empty()) {
    return value_.empty();
  }

private:
  friend class Partial<T, Strategy>;
  static constexpr bool is_unique =
      std::is_same_v<Strategy, ConcatenateUnique> && detail::IsMap<T>::value;

  T value_{};
};

namespace detail {

template <class T> struct IsVariable : std::false_type {};
template <class T, class S>
struct IsVariable<Variable<T, S>> : std::true_type {};

/// is_variable_pair is true if a comparison of an A with a B is one of a
/// Variable.
template <class A, class B>
inline constexpr bool is_variable_pair =
    IsVariable<A>::value || IsVariable<B>::value;

template <class T> const T &plain(const T &value) { return value; }
template <class T, class S> const T &plain(const Variable<T, S> &variable) {
  return variable.value();
}

template <class A, class B>
using EnableForVariable = std::enable_if_t<is_variable_pair<A, B>, bool>;

} // namespace detail

template <class A, class B>
detail::EnableForVariable<A, B> operator==(const A &a, const B &b) {
  return detail::plain(a) == detail::plain(b);
}
template <class A, class B>
detail::EnableForVariable<A, B> operator!=(const A &a, const B &b) {
  return detail::plain(a) != detail::plain(b);
}
template <class A, class B>
detail::EnableForVariable<A, B> operator<(const A &a, const B &b) {
  return detail::plain(a) < detail::plain(b);
}
template <class A, class B>
detail::EnableForVariable<A, B> operator<=(const A &a, const B &b) {
  return detail::plain(a) <= detail::plain(b);
}
template <class A, class B>
detail::EnableForVariable<A, B> operator>(const A &a, const B &b) {
  return detail::plain(a) > detail::plain(b);
}
template <class A, class B>
detail::EnableForVariable<A, B> operator>=(const A &a, const B &b) {
  return detail::plain(a) >= detail::plain(b);
}

template <class C, class Traits, class T, class S>
auto operator<<(std::basic_ostream<C, Traits> &out,
                const Variable<T, S> &variable)
    -> decltype(out << variable.value()) {
  return out << variable.value();
}

} // namespace paraloop

#endif
