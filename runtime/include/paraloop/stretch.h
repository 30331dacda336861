// stretch.h: the memory that a loop uses behind a pointer.
//
// In: the pointer, and intervals of the subscripts that the loop uses on it.
// Out: the stretch of memory from the lowest to the highest, to be compared
// with other memory before the loop starts.

#ifndef PARALOOP_STRETCH_H
#define PARALOOP_STRETCH_H

#include "paraloop/apart.h"
#include "paraloop/interval.h"

#include <algorithm>
#include <cstdint>

namespace paraloop {

/// Stretch begins as nothing; at() makes it reach over more elements. It counts
/// bytes from its pointer.
class Stretch {
public:
  Stretch(std::uintptr_t base, std::size_t size) : base_(base), size_(size) {}

  Stretch &at(Interval subscripts) {
    const Interval first = subscripts * Interval(size_);
    const Interval last = first + Interval(size_);
    known_ = known_ && first.known() && last.known();
    low_ = is_empty_ ? first.low() : std::min(low_, first.low());
    high_ = is_empty_ ? last.high() : std::max(high_, last.high());
    is_empty_ = false;
    return *this;
  }

  /// known() returns true if extent() is right: nothing overflowed.
  bool known() const {
    const std::uintptr_t begin = base_ + static_cast<std::uintptr_t>(low_);
    const std::uintptr_t end = base_ + static_cast<std::uintptr_t>(high_);
    return known_ && (low_ < 0 ? begin < base_ : begin >= base_) &&
           (high_ < 0 ? end < base_ : end >= base_);
  }

  detail::Extent extent() const {
    return {base_ + static_cast<std::uintptr_t>(low_),
            base_ + static_cast<std::uintptr_t>(high_)};
  }

private:
  std::uintptr_t base_;
  std::size_t size_;
  std::int64_t low_ = 0;
  std::int64_t high_ = 0;
  bool is_empty_ = true;
  bool known_ = true;
};

template <class T> Stretch stretch(T *pointer) {
  return Stretch(reinterpret_cast<std::uintptr_t>(pointer), sizeof(T));
}

inline bool apart(const Stretch &a, const Stretch &b) {
  return a.known() && b.known() && !detail::meet(a.extent(), b.extent());
}

template <class T> bool apart(const Stretch &a, const T &object) {
  return a.known() && detail::parts_apart(a.extent(), object);
}

template <class T> bool apart(const T &object, const Stretch &a) {
  return apart(a, object);
}

} // namespace paraloop

#endif
