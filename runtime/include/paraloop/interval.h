// interval.h: where the subscripts of a loop lie, computed when it starts.
//
// In: the integers that a loop's subscripts are made of, and the ranges that
// its variables run through. Out: bounds of what they come to, and the answer
// whether two iterations may meet at one element. Every answer is on the safe
// side: an overflow leads to "not known", and that to "may meet".

#ifndef PARALOOP_INTERVAL_H
#define PARALOOP_INTERVAL_H

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <type_traits>
#include <vector>

namespace paraloop {

/// Interval is the integers from low() to high(), both included, if it is
/// known.
class Interval {
public:
  template <class T, std::enable_if_t<
                         std::is_integral_v<T> || std::is_enum_v<T>, int> = 0>
  Interval(T value)
      : low_(static_cast<std::int64_t>(value)), high_(low_),
        known_(sizeof(T) < sizeof(std::int64_t) ||
               (sizeof(T) == sizeof(std::int64_t) &&
                (value <= static_cast<T>(0) || low_ > 0))) {}

  std::int64_t low() const { return low_; }
  std::int64_t high() const { return high_; }
  bool known() const { return known_; }

  friend Interval between(Interval low, Interval high);
  friend Interval operator+(Interval a, Interval b) {
    Interval sum = 0;
    sum.known_ = a.known_ && b.known_ &&
                 !__builtin_add_overflow(a.low_, b.low_, &sum.low_) &&
                 !__builtin_add_overflow(a.high_, b.high_, &sum.high_);
    return sum;
  }
  friend Interval operator-(Interval a, Interval b) {
    Interval difference = 0;
    difference.known_ =
        a.known_ && b.known_ &&
        !__builtin_sub_overflow(a.low_, b.high_, &difference.low_) &&
        !__builtin_sub_overflow(a.high_, b.low_, &difference.high_);
    return difference;
  }
  friend Interval operator*(Interval a, Interval b) {
    std::int64_t corners[4] = {0, 0, 0, 0};
    Interval product = 0;
    product.known_ = a.known_ && b.known_ &&
                     !__builtin_mul_overflow(a.low_, b.low_, &corners[0]) &&
                     !__builtin_mul_overflow(a.low_, b.high_, &corners[1]) &&
                     !__builtin_mul_overflow(a.high_, b.low_, &corners[2]) &&
                     !__builtin_mul_overflow(a.high_, b.high_, &corners[3]);
    product.low_ = *std::min_element(corners, corners + 4);
    product.high_ = *std::max_element(corners, corners + 4);
    return product;
  }

private:
  std::int64_t low_;
  std::int64_t high_;
  bool known_;
};

/// between() returns what lies between two values that are themselves only
/// known to lie in intervals. Where nothing does (a loop that doesn't run), the
/// answer is more than that.
inline Interval between(Interval low, Interval high) {
  low.high_ = std::max(low.high_, high.high_);
  low.known_ = low.known_ && high.known_;
  return low;
}

/// fits() returns true if a value of type T can be any value of the interval.
/// Of 64-bit types it has to leave one bit free.
template <class T> bool fits(Interval interval) {
  using Limits = std::numeric_limits<T>;
  if (!interval.known() || (!Limits::is_signed && interval.low() < 0))
    return false;
  if constexpr (sizeof(T) < sizeof(std::int64_t))
    return interval.low() >= static_cast<std::int64_t>(Limits::min()) &&
           interval.high() <= static_cast<std::int64_t>(Limits::max());
  else
    return true;
}

/// Term is a part of a subscript: a factor that stays, times a variable that
/// runs through a range.
struct Term {
  Interval factor;
  Interval range;
};

/// Subscripts tells whether two iterations of a loop may meet at one subscript.
/// All the subscripts are `stride * iteration + start + terms`.
///
///     for (int i = 0; i < n; ++i)
///       for (int j = 0; j < w; ++j) a[i * m + j] += a[i * m];
///
///     Subscripts(m, Interval(m) * between(0, Interval(n) - 1))
///         .changes(0, {{1, between(0, Interval(w) - 1)}}).reads(0).differ()
class Subscripts {
public:
  /// `stride` is the distance from an iteration to the next, `places` the
  /// interval of what the iteration adds, over the whole loop.
  Subscripts(Interval stride, Interval places)
      : stride_(stride), places_(places) {}
  explicit Subscripts(Interval stride) : Subscripts(stride, unknown()) {}

  Subscripts &changes(Interval start, std::initializer_list<Term> terms = {}) {
    accesses_.push_back({start, terms, true});
    return *this;
  }
  Subscripts &reads(Interval start, std::initializer_list<Term> terms = {}) {
    accesses_.push_back({start, terms, false});
    return *this;
  }

  /// differ() returns true if no iteration changes what another one uses.
  bool differ() const {
    if (!stride_.known() || stride_.low() != stride_.high() ||
        stride_.low() == 0 || stride_.low() == least)
      return false;
    for (const Access &change : accesses_)
      for (const Access &other : accesses_)
        if (change.is_change && !differ(change, other))
          return false;
    return true;
  }

private:
  static constexpr std::int64_t least =
      std::numeric_limits<std::int64_t>::min();

  struct Access {
    Interval start;
    std::vector<Term> terms;
    bool is_change;
  };

  bool differ(const Access &a, const Access &b) const {
    if (differ_modulo(a, b, 0))
      return true;
    for (const Access *access : {&a, &b})
      for (const Term &term : access->terms)
        if (term.factor.low() != 0 && term.factor.low() != least &&
            differ_modulo(a, b, term.factor.low()))
          return true;
    return false;
  }

  /// Terms whose factor is a multiple of `modulus` never bring two subscripts
  /// together, if what remains stays below the modulus (zero: no such terms).
  bool differ_modulo(const Access &a, const Access &b,
                     std::int64_t modulus) const {
    const Interval distance = reduced(a.start - b.start, modulus) +
                              (rest(a.terms, modulus) - rest(b.terms, modulus));
    if (!distance.known())
      return false;
    const Interval size = magnitude(distance);
    const Interval stride = magnitude(stride_);
    const Interval reach = magnitude(places_ - places_);
    const bool closer = size.high() < stride.low();
    const bool between_steps =
        distance.low() == distance.high() && distance.low() % stride.low() != 0;
    const bool farther = reach.known() && size.low() > reach.high();
    if (modulus == 0)
      return closer || between_steps || farther;
    const Interval all = reach + size;
    return (closer || farther) && all.known() &&
           all.high() < magnitude(modulus).low();
  }

  static Interval rest(const std::vector<Term> &terms, std::int64_t modulus) {
    Interval sum = 0;
    for (const Term &term : terms) {
      if (!term.factor.known() || term.factor.low() != term.factor.high())
        return unknown();
      const bool is_multiple =
          modulus != 0 && (modulus == -1 || term.factor.low() % modulus == 0);
      if (!is_multiple)
        sum = sum + term.factor * term.range;
    }
    return sum;
  }

  /// reduced() takes multiples of the modulus away, so that least remains.
  static Interval reduced(Interval start, std::int64_t modulus) {
    if (!start.known() || start.low() != start.high() || modulus == 0)
      return start;
    const std::int64_t size = modulus < 0 ? -modulus : modulus;
    std::int64_t rest = start.low() % size;
    if (rest > size / 2)
      rest -= size;
    if (rest < -(size / 2))
      rest += size;
    return rest;
  }

  /// magnitude() returns the interval of the absolute values.
  static Interval magnitude(Interval interval) {
    const Interval negative = 0 - interval;
    if (!interval.known() || !negative.known())
      return unknown();
    const bool has_zero = interval.low() <= 0 && interval.high() >= 0;
    return between(has_zero ? 0 : std::max(interval.low(), negative.low()),
                   std::max(interval.high(), negative.high()));
  }

  static Interval unknown() {
    return Interval(std::numeric_limits<std::uint64_t>::max());
  }

  Interval stride_;
  Interval places_;
  std::vector<Access> accesses_;
};

} // namespace paraloop

#endif
