// strategies.h: how the values that workers computed become one.
//
// In: a variable's value and what one run of iterations made of a fresh one.
// Out: the value with both. A strategy is a struct with two static functions;
// write your own in the same form:
//
//     static T identity(const T &start);               // what a worker begins
//     a run of iterations with static void aggregate(T &value, T &&partial); //
//     in iteration order, for one run after the other
//
// `start` is the value before the loop. Updates of a variable with one of the
// strategies of this file are replayed one by one, as the sequential program
// makes them, so that they are exact for floating point, too.

#ifndef PARALOOP_STRATEGIES_H
#define PARALOOP_STRATEGIES_H

#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace paraloop {

/// DuplicateKey says that a key of a ConcatenateUnique map was given two
/// different values.
class DuplicateKey : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

namespace detail {

template <class T, class = void> struct IsMap : std::false_type {};
template <class T>
struct IsMap<T, std::void_t<typename T::key_type, typename T::mapped_type>>
    : std::true_type {};

template <class T, class = void> struct IsSet : std::false_type {};
template <class T>
struct IsSet<T, std::void_t<typename T::key_type>>
    : std::bool_constant<!IsMap<T>::value> {};

template <class T, class = void> struct IsPrintable : std::false_type {};
template <class T>
struct IsPrintable<T, std::void_t<decltype(std::declval<std::ostream &>()
                                           << std::declval<const T &>())>>
    : std::true_type {};

template <class T, class = void> struct HasEquality : std::false_type {};
template <class T>
struct HasEquality<
    T, std::void_t<decltype(static_cast<bool>(std::declval<const T &>() ==
                                              std::declval<const T &>()))>>
    : std::true_type {};

/// same_value() is false where the values can't be compared: then any second
/// value is one too many.
template <class T>
bool same_value([[maybe_unused]] const T &a, [[maybe_unused]] const T &b) {
  if constexpr (HasEquality<T>::value)
    return static_cast<bool>(a == b);
  else
    return false;
}

template <class Key>
[[noreturn]] void throw_duplicate_key([[maybe_unused]] const Key &key) {
  std::ostringstream message;
  message << "paraloop: ";
  if constexpr (IsPrintable<Key>::value)
    message << "the key '" << key << "'";
  else
    message << "a key";
  message << " of a ConcatenateUnique variable was given two different values; "
             "give each key one value, or use Concatenate, where the last one "
             "counts";
  throw DuplicateKey(message.str());
}

/// put_unique() gives the key its value, or throws DuplicateKey if it has
/// another one.
template <class Map, class Key, class Value>
void put_unique(Map &map, Key &&key, Value &&value) {
  const auto found = map.find(key);
  if (found == map.end())
    map.emplace(std::forward<Key>(key), std::forward<Value>(value));
  else if (!same_value<typename Map::mapped_type>(found->second, value))
    throw_duplicate_key(found->first);
}

} // namespace detail

/// Sum adds. It begins with T().
struct Sum {
  template <class T> static T identity(const T &) { return T(); }
  template <class T> static void aggregate(T &value, T &&partial) {
    value += std::move(partial);
  }
};

/// Product multiplies. It begins with 1.
struct Product {
  template <class T> static T identity(const T &) { return T(1); }
  template <class T> static void aggregate(T &value, T &&partial) {
    value *= std::move(partial);
  }
};

/// Min keeps the smallest value by operator <, and of equal ones the first.
struct Min {
  template <class T> static T identity(const T &start) { return start; }
  template <class T> static void aggregate(T &value, T &&partial) {
    update(value, std::move(partial));
  }
  template <class T, class U> static void update(T &value, U &&candidate) {
    if (candidate < value)
      value = std::forward<U>(candidate);
  }
};

/// Max keeps the largest value by operator <, and of equal ones the first.
struct Max {
  template <class T> static T identity(const T &start) { return start; }
  template <class T> static void aggregate(T &value, T &&partial) {
    update(value, std::move(partial));
  }
  template <class T, class U> static void update(T &value, U &&candidate) {
    if (value < candidate)
      value = std::forward<U>(candidate);
  }
};

/// Concatenate appends to a string or a sequence, inserts into a set, and gives
/// keys of a map their value; the last value of a key counts. It begins with an
/// empty T.
struct Concatenate {
  template <class T> static T identity(const T &) { return T(); }
  template <class T> static void aggregate(T &value, T &&partial) {
    if constexpr (detail::IsMap<T>::value)
      assign_each(value, partial);
    else if constexpr (detail::IsSet<T>::value)
      value.insert(std::make_move_iterator(partial.begin()),
                   std::make_move_iterator(partial.end()));
    else
      value.insert(value.end(), std::make_move_iterator(partial.begin()),
                   std::make_move_iterator(partial.end()));
  }

private:
  template <class T, class = void> struct HasOneValue : std::false_type {};
  template <class T>
  struct HasOneValue<T,
                     std::void_t<decltype(std::declval<T &>().insert_or_assign(
                         std::declval<const typename T::key_type &>(),
                         std::declval<typename T::mapped_type>()))>>
      : std::true_type {};

  template <class T> static void assign_each(T &value, T &partial) {
    for (auto &[key, mapped] : partial)
      if constexpr (HasOneValue<T>::value)
        value.insert_or_assign(key, std::move(mapped));
      else
        value.emplace(key, std::move(mapped));
  }
};

/// ConcatenateUnique is Concatenate for maps; giving one key two different
/// values throws DuplicateKey.
struct ConcatenateUnique {
  template <class T> static T identity(const T &) {
    static_assert(detail::IsMap<T>::value,
                  "paraloop: ConcatenateUnique needs a map, because it watches "
                  "keys; use Concatenate for other containers");
    return T();
  }
  template <class T> static void aggregate(T &value, T &&partial) {
    static_assert(detail::IsMap<T>::value,
                  "paraloop: ConcatenateUnique needs a map, because it watches "
                  "keys; use Concatenate for other containers");
    for (auto &[key, mapped] : partial)
      detail::put_unique(value, key, std::move(mapped));
  }
};

/// Last keeps the value that the last iteration assigned.
struct Last {
  template <class T> static T identity(const T &start) { return start; }
  template <class T> static void aggregate(T &value, T &&partial) {
    value = std::move(partial);
  }
};

} // namespace paraloop

#endif
