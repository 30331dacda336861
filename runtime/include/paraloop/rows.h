// rows.h: the memory that a loop uses behind an array of pointers.
//
// In: the array of pointers (`double **m`), the subscripts that the loop uses
// on it, and those that it uses on each row; or a whole container of pointers
// (`std::map<int, Node *>`). Out: whether rows meet, and whether they meet
// other memory, before the loop starts. Nobody promises that two pointers of an
// array refer to two rows.

#ifndef PARALOOP_ROWS_H
#define PARALOOP_ROWS_H

#include "paraloop/interval.h"
#include "paraloop/pointers.h"
#include "paraloop/stretch.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <type_traits>
#include <vector>

namespace paraloop {

/// Rows is the stretches behind the pointers at some subscripts of an array, or
/// behind all pointers of a container. A null pointer has no row.
/// EXPECTS: the loop reads the pointers at all these subscripts.
template <class Array> class Rows {
public:
  Rows(const Array &array, Interval first, Interval last)
      : array_(array), first_(first), last_(last) {}
  explicit Rows(const Array &array)
      : array_(array), first_(0), last_(0), takes_all_(true) {}

  Rows &at(Interval columns) {
    low_ = is_empty_ ? columns.low() : std::min(low_, columns.low());
    high_ = is_empty_ ? columns.high() : std::max(high_, columns.high());
    known_ = known_ && columns.known();
    is_empty_ = false;
    return *this;
  }

  /// extents() returns the rows in the order of their addresses. Returns false
  /// if that can't be told.
  bool extents(std::vector<detail::Extent> &rows) const {
    if (!known_ || !first_.known() || !last_.known())
      return false;
    if (last_.high() < first_.low() || low_ > high_)
      return true; // The loop doesn't run.
    if (!(takes_all_ ? add_all(rows) : add_some(rows)))
      return false;
    std::sort(rows.begin(), rows.end(),
              [](const detail::Extent &a, const detail::Extent &b) {
                return a.begin < b.begin;
              });
    return true;
  }

  /// differ() returns true if no two rows meet.
  bool differ() const {
    std::vector<detail::Extent> rows;
    return extents(rows) && std::adjacent_find(rows.begin(), rows.end(),
                                               [](const detail::Extent &a,
                                                  const detail::Extent &b) {
                                                 return b.begin < a.end;
                                               }) == rows.end();
  }

private:
  bool add_all(std::vector<detail::Extent> &rows) const {
    return detail::all_pointers(
        array_, [&](const auto *pointer) { return add(rows, pointer); });
  }

  bool add_some(std::vector<detail::Extent> &rows) const {
    if constexpr (std::is_pointer_v<Array>) {
      if (array_ == nullptr)
        return true; // Then the loop won't read it.
    } else if constexpr (detail::IsContiguous<Array>::value) {
      if (first_.low() < 0 ||
          static_cast<std::uint64_t>(last_.high()) >= std::size(array_))
        return false;
    }
    if constexpr (std::is_pointer_v<Array> ||
                  detail::IsContiguous<Array>::value)
      for (std::int64_t row = first_.low(); row <= last_.high(); ++row)
        if (!add(rows, detail::address_in(array_[row])))
          return false;
    return true;
  }

  template <class T>
  bool add(std::vector<detail::Extent> &rows, const T *pointer) const {
    if (pointer == nullptr)
      return true;
    const Stretch stretch =
        paraloop::stretch(pointer).at(Interval(low_)).at(Interval(high_));
    if (!stretch.known())
      return false;
    rows.push_back(stretch.extent());
    return true;
  }

  const Array &array_;
  Interval first_;
  Interval last_;
  bool takes_all_ = false;
  std::int64_t low_ = 0;
  std::int64_t high_ = -1;
  bool is_empty_ = true;
  bool known_ = true;
};

/// rows() returns those behind the pointers from subscript `first` to `last`,
/// which is included; where `last` is smaller there are none.
template <class Array>
Rows<Array> rows(const Array &array, Interval first, Interval last) {
  return {array, first, last};
}

/// rows() of a whole container returns those behind all of its pointers.
template <class Container> Rows<Container> rows(const Container &container) {
  return Rows<Container>(container);
}

namespace detail {

/// all_apart() compares each row with the rows that begin before its end.
inline bool all_apart(const std::vector<Extent> &a,
                      const std::vector<Extent> &b) {
  std::uintptr_t reach = 0; // How far the rows of `b` reach so far.
  auto next = b.begin();
  for (const Extent &row : a) {
    for (; next != b.end() && next->begin < row.end; ++next)
      reach = std::max(reach, next->end);
    if (reach > row.begin)
      return false;
  }
  return true;
}

} // namespace detail

template <class A, class B> bool apart(const Rows<A> &a, const Rows<B> &b) {
  std::vector<detail::Extent> of_a, of_b;
  return a.extents(of_a) && b.extents(of_b) && detail::all_apart(of_a, of_b);
}

template <class A> bool apart(const Rows<A> &a, const Stretch &b) {
  std::vector<detail::Extent> rows;
  return b.known() && a.extents(rows) && detail::all_apart(rows, {b.extent()});
}

template <class A> bool apart(const Stretch &a, const Rows<A> &b) {
  return apart(b, a);
}

template <class A, class T> bool apart(const Rows<A> &a, const T &object) {
  std::vector<detail::Extent> rows;
  return a.extents(rows) &&
         std::all_of(rows.begin(), rows.end(), [&](const detail::Extent &row) {
           return detail::parts_apart(row, object);
         });
}

template <class A, class T> bool apart(const T &object, const Rows<A> &a) {
  return apart(a, object);
}

} // namespace paraloop

#endif
