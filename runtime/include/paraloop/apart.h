// apart.h: checks that a loop makes when it starts, to know that it may run in
// workers.
//
// In: two objects that the loop uses, of which one is changed. Out: true if
// they can't be the same memory.

#ifndef PARALOOP_APART_H
#define PARALOOP_APART_H

#include "paraloop/holdings.h"
#include "paraloop/place.h"

#include <cstdint>
#include <memory>
#include <type_traits>
#include <utility>

namespace paraloop {

/// exact_floating_point is false where the compiler may compute with other
/// roundings than the ones that the source asks for, so that a sum whose
/// operands travel could differ in its last bit: where it fuses `a * b + c`
/// over the border of a statement (GCC, unless -ffp-contract says otherwise,
/// and Clang with -ffp-contract=fast; paraloop-c++ passes both on as
/// PARALOOP_NO_FP_CONTRACT and PARALOOP_FP_CONTRACT_FAST), where it may
/// reorder (-ffast-math), and where it keeps values in wider registers (x87).
inline constexpr bool exact_floating_point =
#if defined(__FAST_MATH__) || defined(PARALOOP_FP_CONTRACT_FAST)
    false;
#elif defined(__FLT_EVAL_METHOD__) && __FLT_EVAL_METHOD__ != 0
    false;
#elif defined(__GNUC__) && !defined(__clang__) &&                              \
    (defined(__FP_FAST_FMA) || defined(__FP_FAST_FMAF)) &&                     \
    !defined(PARALOOP_NO_FP_CONTRACT)
    false;
#else
    true;
#endif

namespace detail {

template <class T>
inline constexpr bool is_flat =
    IsContiguous<T>::value || !(IsIterable<T>::value || IsPair<T>::value);

/// parts_apart() looks at each element of a container whose elements don't lie
/// in one piece (nodes, vectors of vectors); it takes as long as that has
/// elements.
template <class T> bool parts_apart(const Extent &other, const T &object) {
  if (meet(other, object_extent(object)) || meet(other, element_extent(object)))
    return false;
  if constexpr (IsPair<T>::value) {
    return parts_apart(other, object.first) &&
           parts_apart(other, object.second);
  } else if constexpr (IsIterable<T>::value) {
    using Element = std::decay_t<decltype(*std::begin(object))>;
    if constexpr (!IsContiguous<T>::value || !is_flat<Element> ||
                  IsContiguous<Element>::value)
      for (const auto &element : object)
        if (!parts_apart(other, element))
          return false;
  }
  return true;
}

template <class A, class B> bool objects_apart(const A &a, const B &b) {
  if (!parts_apart(object_extent(a), b) || !parts_apart(object_extent(b), a))
    return false;
  return !meet(object_extent(a), object_extent(b)) &&
         !meet(object_extent(a), element_extent(b)) &&
         !meet(element_extent(a), object_extent(b)) &&
         !meet(element_extent(a), element_extent(b));
}

/// in_reserve() is true for an address in the memory that a container keeps for
/// elements to come.
template <class A> bool in_reserve(const A &a, const Extent &target) {
  if constexpr (HasReserve<A>::value)
    return meet(target, extent(std::data(a), a.capacity()));
  else
    return false;
}

/// points_outside() is true if the pointer's value is neither inside the object
/// nor inside its elements, or theirs, nor just behind them: from there one can
/// step back.
template <class A, class T> bool points_outside(const A &a, T *pointer) {
  const auto address = reinterpret_cast<std::uintptr_t>(pointer);
  const Extent target{address == 0 ? 0 : address - 1, address + 1};
  return parts_apart(target, a) && !in_reserve(a, target);
}

} // namespace detail

/// apart() returns true if the storage of `a` and of `b` can't meet: neither
/// the objects themselves, nor, of containers with data() and size(), their
/// elements. A raw pointer stands for what it points to; how far that reaches
/// isn't known, so that the answer holds only if the other argument is an
/// object of its own, not a part of a bigger one; and of two pointers it is
/// false unless one of them is null.
template <class A, class B> bool apart(const A &a, const B &b) {
  constexpr bool from_a = std::is_pointer_v<A>;
  constexpr bool from_b = std::is_pointer_v<B>;
  bool targets_apart = true;
  if constexpr (from_a && from_b)
    targets_apart = a == nullptr || b == nullptr;
  else if constexpr (from_a)
    targets_apart = detail::points_outside(b, a);
  else if constexpr (from_b)
    targets_apart = detail::points_outside(a, b);
  return targets_apart && detail::objects_apart(a, b);
}

namespace detail {

/// is_owned_by_nobody() returns true for an address in static storage or on the
/// stack.
bool is_owned_by_nobody(const void *address);

} // namespace detail

/// owned_by_nobody() returns true if `object`, or what a raw pointer points to,
/// can't be a part of what another object has allocated.
template <class T> bool owned_by_nobody(const T &object) {
  if constexpr (std::is_pointer_v<T>)
    return detail::is_owned_by_nobody(object);
  else
    return detail::is_owned_by_nobody(std::addressof(object));
}

/// apart() of more than two arguments returns true if the first one is apart
/// from each of the others.
template <class A, class B, class... More>
bool apart(const A &a, const B &b, const More &...more) {
  return apart(a, b) && (apart(a, more) && ...);
}

} // namespace paraloop

#endif
