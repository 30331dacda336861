// codec/explain.h: why a type can't travel, in a sentence that the compiler
// shows.
//
// In: a type. Out: nothing if it travels; else one static_assert that names the
// reason. Of a container it is the element's type that is explained.

#ifndef PARALOOP_CODEC_EXPLAIN_H
#define PARALOOP_CODEC_EXPLAIN_H

#include "paraloop/codec/core.h"

#include <memory>
#include <type_traits>

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

/// explain() shows one message if T can't travel.
template <class T> struct Explain {
  static constexpr void explain() {
    if constexpr (!travels<T>)
      explain_one<T>();
  }
};

template <template <class...> class Template, class... Parts>
struct Explain<Template<Parts...>> {
  static constexpr void explain() {
    using T = Template<Parts...>;
    if constexpr (travels<T>)
      return;
    else if constexpr (!HasOwnCodec<T>::value && !has_elements<T>(0))
      explain_one<T>();
    else
      explain_parts<T>();
  }

private:
  template <class T>
  static constexpr auto has_elements(int)
      -> decltype(typename T::allocator_type(), true) {
    return !IsView<T>::value;
  }
  template <class T> static constexpr bool has_elements(...) { return false; }

  // The container's own reason only counts where its elements travel.
  template <class T> static constexpr void explain_parts() {
    constexpr bool a_part_is_to_blame =
        ((!travels<std::remove_const_t<Parts>> && is_content<Parts>) || ...);
    if constexpr (a_part_is_to_blame)
      (explain_part<Parts>(), ...);
    else
      explain_one<T>();
  }
  template <class Part> static constexpr void explain_part() {
    if constexpr (is_content<Part>)
      Explain<std::remove_const_t<Part>>::explain();
  }
  // Comparators, hashes and allocators are empty classes; contents seldom are,
  // and then they travel.
  template <class Part>
  static constexpr bool is_content = !std::is_empty_v<Part>;
};

} // namespace detail
} // namespace paraloop

#endif
