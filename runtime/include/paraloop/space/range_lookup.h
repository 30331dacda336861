// space/range_lookup.h: the begin and the end of a range, found as the
// range-for statement finds them.
//
// In: an lvalue. Out: what `for (auto x : range)` would use: an array's bounds,
// else members begin() and end(), else functions begin(range) and end(range)
// found by the argument's namespaces only.

#ifndef PARALOOP_SPACE_RANGE_LOOKUP_H
#define PARALOOP_SPACE_RANGE_LOOKUP_H

#include <cstddef>
#include <type_traits>
#include <utility>

namespace paraloop {
namespace detail {
namespace range_lookup {

// These stop the ordinary lookup, so that only the argument's own namespaces
// are searched.
void begin();
void end();

template <class Range, class = void> struct HasMembers : std::false_type {};
template <class Range>
struct HasMembers<Range, std::void_t<decltype(std::declval<Range &>().begin()),
                                     decltype(std::declval<Range &>().end())>>
    : std::true_type {};

template <class Range> auto first(Range &range) {
  if constexpr (HasMembers<Range>::value)
    return range.begin();
  else
    return begin(range);
}
template <class Range> auto last(Range &range) {
  if constexpr (HasMembers<Range>::value)
    return range.end();
  else
    return end(range);
}
template <class T, std::size_t N> T *first(T (&range)[N]) { return range; }
template <class T, std::size_t N> T *last(T (&range)[N]) { return range + N; }

} // namespace range_lookup

using range_lookup::first;
using range_lookup::last;

template <class Range>
using IteratorOf = decltype(range_lookup::first(std::declval<Range &>()));
template <class Range>
using SentinelOf = decltype(range_lookup::last(std::declval<Range &>()));

} // namespace detail
} // namespace paraloop

#endif
