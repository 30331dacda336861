// pointers.h: the pointers that a container holds.
//
// In: a container of pointers, of smart pointers, or of pairs and containers of
// such. Out: the raw pointers, one after the other; whether one of them leads
// into an object that a loop changes.

#ifndef PARALOOP_POINTERS_H
#define PARALOOP_POINTERS_H

#include "paraloop/apart.h"

#include <string>
#include <type_traits>
#include <utility>

namespace paraloop {

/// Pointers stands for what the pointers in a container refer to. How far they
/// reach isn't known: see apart() of a raw pointer.
template <class Container> struct Pointers {
  const Container &container;
};

template <class Container>
Pointers<Container> pointers(const Container &container) {
  return {container};
}

namespace detail {

template <class T, class = void> struct IsSmartPointer : std::false_type {};
template <class T>
struct IsSmartPointer<T, std::void_t<decltype(std::declval<const T &>().get())>>
    : std::is_pointer<decltype(std::declval<const T &>().get())> {};

/// address_in() returns the raw pointer that a pointer is, or has.
template <class T> auto address_in(const T &pointer) {
  if constexpr (std::is_pointer_v<T>)
    return pointer;
  else
    return pointer.get();
}

/// all_pointers() returns true if `test` holds for all pointers in `held`; it
/// takes as long as that has elements.
template <class T, class Test>
bool all_pointers(const T &held, const Test &test) {
  if constexpr (std::is_pointer_v<T> || IsSmartPointer<T>::value) {
    return test(address_in(held));
  } else if constexpr (IsPair<T>::value) {
    return all_pointers(held.first, test) && all_pointers(held.second, test);
  } else if constexpr (IsIterable<T>::value &&
                       !std::is_same_v<T, std::string>) {
    for (const auto &element : held)
      if (!all_pointers(element, test))
        return false;
    return true;
  } else {
    static_assert(
        std::is_arithmetic_v<T> || std::is_enum_v<T> ||
            std::is_same_v<T, std::string>,
        "paraloop: this type may hold pointers that aren't looked at");
    return true;
  }
}

} // namespace detail

template <class A, class Container>
bool apart(const A &a, const Pointers<Container> &pointers) {
  return detail::all_pointers(pointers.container, [&](const auto *pointer) {
    return detail::points_outside(a, pointer);
  });
}

} // namespace paraloop

#endif
