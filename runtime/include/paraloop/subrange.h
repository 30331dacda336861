// subrange.h: a part of a range, and a range cut into parts of almost equal
// size.

#ifndef PARALOOP_SUBRANGE_H
#define PARALOOP_SUBRANGE_H

#include "paraloop/space/elements.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

namespace paraloop {

/// Subrange is a run of consecutive items. It doesn't own them.
template <class Iterator> class Subrange {
public:
  Subrange(Iterator begin, Iterator end, std::size_t size)
      : begin_(begin), end_(end), size_(size) {}

  Iterator begin() const { return begin_; }
  Iterator end() const { return end_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

private:
  Iterator begin_;
  Iterator end_;
  std::size_t size_;
};

namespace detail {

/// size_of() counts the items where nothing knows their number.
template <class Range> std::uint64_t size_of(Range &range) {
  const auto items = elements(range);
  if constexpr (!decltype(items)::open_ended) {
    return *items.iterations();
  } else {
    std::uint64_t count = 0;
    for ([[maybe_unused]] auto &&item : items.from(0))
      ++count;
    return count;
  }
}

/// cut() returns `count` parts of the range in their order, or one for each
/// item if there are fewer.
template <class Range>
std::vector<Subrange<IteratorOf<Range>>> cut(Range &range,
                                             std::uint64_t count) {
  using Iterator = IteratorOf<Range>;
  static_assert(
      is_forward<Iterator>,
      "paraloop: a range that can be walked only once can't be cut into "
      "parts; copy it into a vector first");
  const std::uint64_t items = size_of(range);
  const std::uint64_t parts = std::min(items, count);
  std::vector<Subrange<Iterator>> cuts;
  Iterator begin = first(range);
  for (std::uint64_t part = 0; part < parts; ++part) {
    // The first `items % parts` parts have one item more.
    const std::uint64_t size = items / parts + (part < items % parts ? 1 : 0);
    const Iterator end = std::next(
        begin,
        static_cast<typename std::iterator_traits<Iterator>::difference_type>(
            size));
    cuts.emplace_back(begin, end, static_cast<std::size_t>(size));
    begin = end;
  }
  return cuts;
}

} // namespace detail
} // namespace paraloop

#endif
