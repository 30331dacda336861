// place.h: the memory that an object lies in.
//
// In: an object. Out: where it begins and ends, and the same of its elements
// where these lie in one piece.

#ifndef PARALOOP_PLACE_H
#define PARALOOP_PLACE_H

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <type_traits>
#include <utility>

namespace paraloop {
namespace detail {

/// Extent is a stretch of memory, [begin, end).
struct Extent {
  std::uintptr_t begin;
  std::uintptr_t end;
};

inline bool meet(Extent a, Extent b) {
  return a.begin < b.end && b.begin < a.end;
}

template <class T> Extent extent(const T *first, std::size_t count) {
  const auto begin = reinterpret_cast<std::uintptr_t>(first);
  return {begin, begin + count * sizeof(T)};
}

template <class T, class = void> struct IsContiguous : std::false_type {};
template <class T>
struct IsContiguous<T,
                    std::void_t<decltype(std::data(std::declval<const T &>())),
                                decltype(std::size(std::declval<const T &>()))>>
    : std::is_pointer<decltype(std::data(std::declval<const T &>()))> {};

template <class T> Extent object_extent(const T &object) {
  return extent(std::addressof(object), 1);
}
template <class T> Extent element_extent(const T &object) {
  if constexpr (IsContiguous<T>::value)
    return extent(std::data(object), std::size(object));
  else
    return object_extent(object);
}

template <class T, class = void> struct IsIterable : std::false_type {};
template <class T>
struct IsIterable<T,
                  std::void_t<decltype(std::begin(std::declval<const T &>())),
                              decltype(std::end(std::declval<const T &>()))>>
    : std::true_type {};

template <class T> struct IsPair : std::false_type {};
template <class First, class Second>
struct IsPair<std::pair<First, Second>> : std::true_type {};

/// HasReserve is true for a container that keeps memory for elements to come.
template <class T, class = void> struct HasReserve : std::false_type {};
template <class T>
struct HasReserve<T,
                  std::void_t<decltype(std::data(std::declval<const T &>())),
                              decltype(std::declval<const T &>().capacity())>>
    : std::true_type {};

} // namespace detail
} // namespace paraloop

#endif
