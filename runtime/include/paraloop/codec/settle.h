// codec/settle.h: an object gets a value that arrived, and what it owns stays
// where it is.
//
// In: an object of the program, and the value that a worker has made of it.
// Out: the object has that value. A container whose storage the loop didn't
// replace keeps it, and so do nodes and what a std::unique_ptr owns: somebody
// may have a pointer, a reference or an iterator to it.

#ifndef PARALOOP_CODEC_SETTLE_H
#define PARALOOP_CODEC_SETTLE_H

#include "paraloop/codec/fields.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace paraloop {
namespace detail {

/// Settle<T> has one static member, which may leave `value` in any state.
template <class T, class = void> struct Settle {
  static void into(T &object, T &value) { object = std::move(value); }
};

/// settles<T> is true if all of a T can be assigned where it is.
template <class T, class = void>
inline constexpr bool settles = std::is_move_assignable_v<T>;
template <class T>
inline constexpr bool settles<
    T, std::enable_if_t<std::is_class_v<T> && !travels_as_bytes<T> &&
                        !HasSerialize<T>::value && HasFields<T>::value>> =
    std::is_move_assignable_v<T> &&
    decltype(paraloop_fields(FieldsOf<T>()))::all_settle();

/// settle() gives the object that value.
template <class T> void settle(T &object, T &value) {
  if constexpr (settles<T>)
    Settle<T>::into(object, value);
  else
    object = std::move(value);
}

/// settle_each() does so for elements that correspond to each other.
template <class Container>
void settle_each(Container &object, Container &value) {
  auto from = std::begin(value);
  for (auto &element : object)
    settle(element, *from++);
}

template <class C, class Traits, class Allocator>
struct Settle<std::basic_string<C, Traits, Allocator>> {
  using String = std::basic_string<C, Traits, Allocator>;
  static void into(String &object, String &value) {
    if (object.capacity() == value.capacity())
      object.assign(value); // It has room.
    else
      object = std::move(value);
  }
};

/// A vector with the capacity that it had was filled where it is.
template <class T, class Allocator>
struct Settle<std::vector<T, Allocator>,
              std::enable_if_t<!std::is_same_v<T, bool>>> {
  using Vector = std::vector<T, Allocator>;
  static void into(Vector &object, Vector &value) {
    if constexpr (settles<T>)
      if (object.capacity() == value.capacity())
        return elements_into(object, value);
    object = std::move(value);
  }

private:
  static void elements_into(Vector &object, Vector &value) {
    const auto common =
        static_cast<std::ptrdiff_t>(std::min(object.size(), value.size()));
    for (std::ptrdiff_t at = 0; at != common; ++at)
      settle(object.begin()[at], value.begin()[at]);
    object.erase(object.begin() + common, object.end());
    std::move(value.begin() + common, value.end(), std::back_inserter(object));
  }
};

/// SettleNodes is for containers whose elements stay where they are as long as
/// none is put in or taken out.
template <class Container> struct SettleNodes {
  static void into(Container &object, Container &value) {
    if constexpr (settles<typename Container::value_type>)
      if (object.size() == value.size())
        return settle_each(object, value);
    object = std::move(value);
  }
};
template <class T, class Allocator>
struct Settle<std::list<T, Allocator>> : SettleNodes<std::list<T, Allocator>> {
};
template <class T, class Allocator>
struct Settle<std::deque<T, Allocator>>
    : SettleNodes<std::deque<T, Allocator>> {};
template <class T, std::size_t N> struct Settle<std::array<T, N>> {
  static void into(std::array<T, N> &object, std::array<T, N> &value) {
    settle_each(object, value);
  }
};

/// What a map has keeps its place, whatever comes and goes around it.
template <class K, class T, class Less, class Allocator>
struct Settle<std::map<K, T, Less, Allocator>, std::enable_if_t<settles<T>>> {
  using Map = std::map<K, T, Less, Allocator>;
  static void into(Map &object, Map &value) {
    const Less less;
    auto at = object.begin();
    while (!value.empty()) {
      auto entry = value.extract(value.begin());
      while (at != object.end() && less(at->first, entry.key()))
        at = object.erase(at);
      if (at == object.end() || less(entry.key(), at->first))
        at = object.insert(at, std::move(entry));
      else
        settle(at->second, entry.mapped());
      ++at;
    }
    object.erase(at, object.end());
  }
};

/// The order of a map of another kind depends on what was put in when.
template <class K, class T, class Hash, class Equal, class Allocator>
struct Settle<std::unordered_map<K, T, Hash, Equal, Allocator>,
              std::enable_if_t<settles<T>>> {
  using Map = std::unordered_map<K, T, Hash, Equal, Allocator>;
  static void into(Map &object, Map &value) {
    const auto same_key = [](const auto &a, const auto &b) {
      return Equal()(a.first, b.first);
    };
    if (object.size() != value.size() ||
        !std::equal(object.begin(), object.end(), value.begin(), same_key)) {
      object = std::move(value);
      return;
    }
    auto from = value.begin();
    for (auto &entry : object)
      settle(entry.second, (from++)->second);
  }
};

template <class T, class Deleter>
struct Settle<
    std::unique_ptr<T, Deleter>,
    std::enable_if_t<!std::is_array_v<T> && !std::is_polymorphic_v<T> &&
                     std::is_move_assignable_v<T>>> {
  using Pointer = std::unique_ptr<T, Deleter>;
  static void into(Pointer &object, Pointer &value) {
    if (object && value)
      settle(*object, *value);
    else
      object = std::move(value);
  }
};

template <class T>
struct Settle<std::optional<T>, std::enable_if_t<settles<T>>> {
  static void into(std::optional<T> &object, std::optional<T> &value) {
    if (object && value)
      settle(*object, *value);
    else
      object = std::move(value);
  }
};

template <class A, class B>
struct Settle<
    std::pair<A, B>,
    std::enable_if_t<!std::is_const_v<A> && !std::is_reference_v<A> &&
                     !std::is_const_v<B> && !std::is_reference_v<B>>> {
  static void into(std::pair<A, B> &object, std::pair<A, B> &value) {
    settle(object.first, value.first);
    settle(object.second, value.second);
  }
};

template <class T>
struct Settle<
    T, std::enable_if_t<std::is_class_v<T> && !travels_as_bytes<T> &&
                        !HasSerialize<T>::value && HasFields<T>::value>> {
  static void into(T &object, T &value) {
    decltype(paraloop_fields(FieldsOf<T>()))::settle_fields(object, value);
  }
};

} // namespace detail
} // namespace paraloop

#endif
