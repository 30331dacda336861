// space/elements.h: the iterations of a range-for loop.
//
// In: a range. Out: how many elements it has, a position for each one in a
// worker, and in the parent the part of the range that is left to the native
// loop. begin() and end() are called once each, as in the sequential program; a
// range that can be walked only once is not walked here at all.

#ifndef PARALOOP_SPACE_ELEMENTS_H
#define PARALOOP_SPACE_ELEMENTS_H

#include "paraloop/space/range_lookup.h"

#include <cstdint>
#include <iterator>
#include <optional>
#include <type_traits>

namespace paraloop {
namespace detail {

template <class Iterator, class Tag, class = void>
struct HasCategory : std::false_type {};
template <class Iterator, class Tag>
struct HasCategory<
    Iterator, Tag,
    std::void_t<typename std::iterator_traits<Iterator>::iterator_category>>
    : std::is_convertible<
          typename std::iterator_traits<Iterator>::iterator_category, Tag> {};

#if defined(__cpp_lib_ranges)
template <class Iterator>
inline constexpr bool is_forward =
    HasCategory<Iterator, std::forward_iterator_tag>::value ||
    std::forward_iterator<Iterator>;
template <class Iterator>
inline constexpr bool is_random =
    HasCategory<Iterator, std::random_access_iterator_tag>::value ||
    std::random_access_iterator<Iterator>;
#else
template <class Iterator>
inline constexpr bool is_forward =
    HasCategory<Iterator, std::forward_iterator_tag>::value;
template <class Iterator>
inline constexpr bool is_random =
    HasCategory<Iterator, std::random_access_iterator_tag>::value;
#endif

template <class Iterator, class Sentinel, class = void>
struct HasDifference : std::false_type {};
template <class Iterator, class Sentinel>
struct HasDifference<Iterator, Sentinel,
                     std::void_t<decltype(std::declval<const Sentinel &>() -
                                          std::declval<const Iterator &>())>>
    : std::true_type {};

/// HasContainerSize is true for classes that look like a container of the
/// standard library, whose size() is the number of elements. Any other class's
/// size() could mean anything (bytes, rows, a pair of numbers).
template <class Range, class = void>
struct HasContainerSize : std::false_type {};
template <class Range>
struct HasContainerSize<
    Range,
    std::void_t<typename Range::value_type, typename Range::allocator_type,
                decltype(std::declval<Range &>().max_size()),
                decltype(std::declval<Range &>().size())>>
    : std::is_same<decltype(std::declval<Range &>().size()),
                   typename Range::size_type> {};

/// Rest is what run() gives to the user's own loop: the elements that no worker
/// has done.
template <class Iterator, class Sentinel> class Rest {
public:
  Rest(Iterator begin, Sentinel end) : begin_(begin), end_(end) {}
  Iterator begin() const { return begin_; }
  Sentinel end() const { return end_; }

  /// place() returns the position of element k. EXPECTS: can_jump.
  Iterator place(std::uint64_t k) const {
    using Difference = decltype(begin_ - begin_);
    return begin_ + static_cast<Difference>(k);
  }

private:
  Iterator begin_;
  Sentinel end_;
};

/// ElementCursor gives a worker the position of any element. It steps where it
/// can't jump, and starts again where it would have to step back.
template <class Iterator, class Sentinel> class ElementCursor {
public:
  ElementCursor(Iterator begin, Sentinel end)
      : begin_(begin), end_(end), current_(begin) {}

  /// reach() steps to element k. Returns false if there is none.
  bool reach(std::uint64_t k) {
    if (k < at_)
      step_to(0);
    for (; at_ != k && current_ != end_; ++at_)
      ++current_;
    return current_ != end_;
  }

  Iterator &position(std::uint64_t k) {
    if constexpr (is_random<Iterator> &&
                  HasDifference<Iterator, Sentinel>::value) {
      using Difference = decltype(current_ - begin_);
      current_ = begin_ + static_cast<Difference>(k);
      return current_;
    } else {
      step_to(k);
      return current_;
    }
  }

private:
  void step_to(std::uint64_t k) {
    if (k < at_) {
      current_ = begin_;
      at_ = 0;
    }
    for (; at_ < k; ++at_)
      ++current_;
  }

  Iterator begin_;
  Sentinel end_;
  Iterator current_;
  std::uint64_t at_ = 0;
};

/// WalkedRange is a range that can be walked as often as one likes.
template <class Range> class WalkedRange {
public:
  using Iterator = IteratorOf<Range>;
  using Sentinel = SentinelOf<Range>;

  static constexpr bool can_stop = true;
  static constexpr bool can_jump =
      is_random<Iterator> && HasDifference<Iterator, Sentinel>::value;

  /// A range that doesn't know its size may be endless, and the walk may cost
  /// as much as the loop: each worker finds the end for itself.
  static constexpr bool open_ended =
      !(is_random<Iterator> && HasDifference<Iterator, Sentinel>::value) &&
      !HasContainerSize<Range>::value;

  explicit WalkedRange(Range &range)
      : range_(&range), begin_(first(range)), end_(last(range)) {}

  /// iterations() returns the number of elements. EXPECTS: !open_ended.
  std::optional<std::uint64_t> iterations() const {
    if constexpr (HasDifference<Iterator, Sentinel>::value &&
                  is_random<Iterator>) {
      const auto difference = end_ - begin_;
      return difference < 0 ? 0 : static_cast<std::uint64_t>(difference);
    } else {
      return static_cast<std::uint64_t>(range_->size()) - done_;
    }
  }

  /// advance() makes element k the first one.
  void advance(std::uint64_t k) {
    begin_ = from(k).begin();
    done_ += k;
  }

  /// stop_at() notes where the native loop stopped, stopped_after() how many
  /// elements that were.
  void stop_at(const Iterator &place) { begin_ = place; }
  void stopped_after(std::uint64_t k) { done_ += k; }

  /// left_in() has nothing to do: an element's variable ends with the loop.
  void left_in(std::uint64_t) const {}

  Iterator begin() const { return begin_; }
  Sentinel end() const { return end_; }

  /// place() returns the position of element k. EXPECTS: can_jump.
  Iterator place(std::uint64_t k) const {
    using Difference = decltype(begin_ - begin_);
    return begin_ + static_cast<Difference>(k);
  }

  ElementCursor<Iterator, Sentinel> cursor() const { return {begin_, end_}; }

  /// from() returns the elements from number k on. EXPECTS: there are at least
  /// k.
  Rest<Iterator, Sentinel> from(std::uint64_t k) const {
    if constexpr (std::is_same_v<Iterator, Sentinel> && !is_random<Iterator> &&
                  !open_ended)
      if (k != 0 && k == *iterations())
        return {end_, end_};
    ElementCursor<Iterator, Sentinel> walker(begin_, end_);
    return {k == 0 ? begin_ : walker.position(k), end_};
  }

private:
  Range *range_;
  Iterator begin_;
  Sentinel end_;
  std::uint64_t done_ = 0; // elements before begin_
};

/// OnePassRange is a range that is used up by walking it
/// (std::istream_iterator, say): it is left to the native loop, untouched.
template <class Range> class OnePassRange {
public:
  static constexpr bool can_stop = false;
  static constexpr bool open_ended = false;

  explicit OnePassRange(Range &range) : range_(&range) {}

  std::optional<std::uint64_t> iterations() const { return std::nullopt; }
  void advance(std::uint64_t) const {}
  void stopped_after(std::uint64_t) const {}
  void left_in(std::uint64_t) const {}
  OnePassRange cursor() const { return *this; }
  const OnePassRange &from(std::uint64_t) const { return *this; }

  // A body for workers is compiled, but never called.
  IteratorOf<Range> &position(std::uint64_t) { __builtin_unreachable(); }
  auto begin() const { return first(*range_); }
  auto end() const { return last(*range_); }

private:
  Range *range_;
};

} // namespace detail

/// elements() returns the iterations of `for (... : range)`. `range` must
/// outlive the result.
template <class Range> auto elements(Range &range) {
  if constexpr (detail::is_forward<detail::IteratorOf<Range>>)
    return detail::WalkedRange<Range>(range);
  else
    return detail::OnePassRange<Range>(range);
}

/// multi_pass_elements() is elements() for a range whose iterators are known to
/// be independent of each other, though they don't say so.
template <class Range> auto multi_pass_elements(Range &range) {
  if constexpr (std::is_copy_constructible_v<detail::IteratorOf<Range>>)
    return detail::WalkedRange<Range>(range);
  else
    return elements(range);
}

} // namespace paraloop

#endif
