// parts.h: parts of a container's elements that lie elsewhere.
//
// In: a container, and what picks a part of each element, such as a vector that
// is a field of it. Out: whether one of these parts meets other memory.

#ifndef PARALOOP_PARTS_H
#define PARALOOP_PARTS_H

#include "paraloop/apart.h"
#include "paraloop/rows.h"
#include "paraloop/stretch.h"

namespace paraloop {

/// Parts is one part of each element.
template <class Container, class Part> struct Parts {
  const Container &container;
  Part part;
};

template <class Container, class Part>
Parts<Container, Part> parts(const Container &container, Part part) {
  return {container, part};
}

namespace detail {

/// each_apart() takes as long as there are elements.
template <class Container, class Part, class Memory>
bool each_apart(const Parts<Container, Part> &parts, const Memory &memory) {
  for (const auto &one : parts.container)
    if (!apart(parts.part(one), memory))
      return false;
  return true;
}

} // namespace detail

template <class Container, class Part, class T>
bool apart(const Parts<Container, Part> &parts, const T &object) {
  return detail::each_apart(parts, object);
}

template <class Container, class Part>
bool apart(const Parts<Container, Part> &parts, const Stretch &stretch) {
  return detail::each_apart(parts, stretch);
}

template <class Container, class Part, class Array>
bool apart(const Parts<Container, Part> &parts, const Rows<Array> &rows) {
  return detail::each_apart(parts, rows);
}

} // namespace paraloop

#endif
