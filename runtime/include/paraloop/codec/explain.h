// codec/explain.h: why a type can't travel, in a sentence that the compiler
// shows.
//
// In: a type. Out: nothing if it travels; else one static_assert that names the
// reason. Of a container it is the element's type that is explained.

#ifndef PARALOOP_CODEC_EXPLAIN_H
#define PARALOOP_CODEC_EXPLAIN_H

#include "paraloop/codec/core.h"

#include <memory>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

namespace paraloop {
namespace detail {

template <class T> struct IsHandle : std::false_type {};
template <class T> struct IsHandle<std::shared_ptr<T>> : std::true_type {};
template <class T> struct IsHandle<std::weak_ptr<T>> : std::true_type {};

/// explain_one() says why T itself can't travel.
template <class T> constexpr void explain_one() {
  static_assert(
      !std::is_pointer_v<T>,
      "paraloop: a raw pointer can't travel from a worker to the parent; use "
      "the object itself, or an index into something that the parent has");
  static_assert(
      !std::is_member_pointer_v<T>,
      "paraloop: a pointer to a member can't travel from a worker to the "
      "parent; use a number or an enumeration to say which member it is");
  static_assert(
      !std::is_reference_v<T>,
      "paraloop: a reference can't travel from a worker to the parent; use "
      "the object itself");
  static_assert(
      !IsView<T>::value,
      "paraloop: a view (string_view, span, iterator, reference_wrapper) can't "
      "travel inside another value; use a type that owns, such as std::string");
  static_assert(
      !IsHandle<T>::value,
      "paraloop: a shared_ptr or weak_ptr can't travel, because the parent "
      "could "
      "not share with the worker; use the object itself or a unique_ptr");
  static_assert(
      std::is_pointer_v<T> || std::is_member_pointer_v<T> ||
          std::is_reference_v<T> || IsView<T>::value || IsHandle<T>::value,
      "paraloop: this type can't travel from a worker to the parent; "
      "specialise "
      "paraloop::Codec for it, or give it a member template serialize() (a "
      "comparator, hash or allocator with a state can't travel at all)");
}

template <class T, class = void> struct ElementIsToBlame : std::false_type {};
template <class T>
struct ElementIsToBlame<T, std::void_t<typename T::value_type>>
    : std::bool_constant<!IsView<T>::value &&
                         !travels<typename T::value_type>> {};

/// Explain<T>::explain() shows one message if T can't travel. Of a container
/// whose elements can't, it is the element's type that is explained.
template <class T> struct Explain {
  static constexpr void explain() {
    if constexpr (travels<T>)
      return;
    else if constexpr (ElementIsToBlame<T>::value)
      Explain<std::remove_const_t<typename T::value_type>>::explain();
    else
      explain_one<T>();
  }
};

/// Of a pair, tuple, optional or variant it is the parts that can't travel.
template <class... Parts> struct ExplainParts {
  static constexpr void explain() {
    (Explain<std::remove_const_t<Parts>>::explain(), ...);
  }
};
template <class A, class B>
struct Explain<std::pair<A, B>> : ExplainParts<A, B> {};
template <class... Ts>
struct Explain<std::tuple<Ts...>> : ExplainParts<Ts...> {};
template <class T> struct Explain<std::optional<T>> : ExplainParts<T> {};
template <class... Ts>
struct Explain<std::variant<Ts...>> : ExplainParts<Ts...> {};

} // namespace detail
} // namespace paraloop

#endif
