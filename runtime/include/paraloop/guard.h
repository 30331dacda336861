// guard.h: the memory that a worker must not touch in some places.
//
// In: stretches and objects, before the loop; in a worker, an object whose
// place nobody knew before. Out: true if that lies in one of them.

#ifndef PARALOOP_GUARD_H
#define PARALOOP_GUARD_H

#include "paraloop/apart.h"
#include "paraloop/stretch.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace paraloop {

/// Guard holds the extents that it is made from; it doesn't follow a container
/// that grows.
template <std::size_t N> class Guard {
public:
  explicit Guard(const std::array<detail::Extent, N> &extents)
      : extents_(extents) {}

  /// meets() returns true if a part of `object` is in the guarded memory.
  template <class T> bool meets(const T &object) const {
    const detail::Extent place = detail::object_extent(object);
    for (const detail::Extent &extent : extents_)
      if (detail::meet(extent, place))
        return true;
    return false;
  }

private:
  std::array<detail::Extent, N> extents_;
};

namespace detail {

constexpr Extent everywhere{0, UINTPTR_MAX};

/// What lies in more than one piece can't be told from anything.
template <class T> Extent guarded(const T &object) {
  return is_flat<T> ? object_extent(object) : everywhere;
}
inline Extent guarded(const Stretch &stretch) {
  return stretch.known() ? stretch.extent() : everywhere;
}

template <class T> Extent guarded_elements(const T &object) {
  return element_extent(object);
}
inline Extent guarded_elements(const Stretch &) { return {0, 0}; }

} // namespace detail

/// guard() makes a guard of stretches, and of objects with their elements.
template <class... T> Guard<2 * sizeof...(T)> guard(const T &...memory) {
  const std::array<detail::Extent, 2 * sizeof...(T)> extents{
      {detail::guarded(memory)..., detail::guarded_elements(memory)...}};
  return Guard<2 * sizeof...(T)>(extents);
}

} // namespace paraloop

#endif
