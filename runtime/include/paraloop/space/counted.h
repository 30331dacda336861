// space/counted.h: the iterations of a loop with an integer variable.
//
// In: `for (T i = first; i < bound; i += step)`. Out: how often that loop runs
// by the rules of C++: the comparison happens in the common type of T and of
// the bound, so that -1 < 1u is false. Where the loop would not end, or the
// variable would leave its type, the answer is "unknown", and the loop runs
// natively.

#ifndef PARALOOP_SPACE_COUNTED_H
#define PARALOOP_SPACE_COUNTED_H

#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

namespace paraloop {

/// The relations that a loop's condition can have between its variable, on the
/// left, and its bound.
inline constexpr struct Less {
} less;
inline constexpr struct LessEqual {
} less_equal;
inline constexpr struct Greater {
} greater;
inline constexpr struct GreaterEqual {
} greater_equal;
inline constexpr struct NotEqual {
} not_equal;

namespace detail {

/// Wide holds every value, difference and product of a step that 64-bit
/// integers can have.
__extension__ using Wide = __int128;

/// is_small_integer is true for the integers that Wide has room for.
template <class T>
inline constexpr bool is_small_integer = std::is_integral_v<T> &&
                                         sizeof(T) <= sizeof(std::uint64_t);

/// Stretch is a run of values x, x + step, ..., x + steps * step, as the
/// comparison sees them.
struct Stretch {
  Wide x;
  Wide step;
  Wide steps;
};

// first_false() returns the first place in the stretch where the condition
// doesn't hold, or nothing if it holds everywhere in it. A place is between 0
// and stretch.steps.

inline std::optional<Wide> first_false(Less, const Stretch &stretch,
                                       Wide bound) {
  if (stretch.x >= bound)
    return Wide(0);
  if (stretch.step <= 0)
    return std::nullopt;
  const Wide place = (bound - stretch.x + stretch.step - 1) / stretch.step;
  return place <= stretch.steps ? std::optional<Wide>(place) : std::nullopt;
}
inline std::optional<Wide> first_false(LessEqual, const Stretch &stretch,
                                       Wide bound) {
  return first_false(Less(), stretch, bound + 1);
}
inline std::optional<Wide> first_false(Greater, const Stretch &stretch,
                                       Wide bound) {
  return first_false(Less(), {-stretch.x, -stretch.step, stretch.steps},
                     -bound);
}
inline std::optional<Wide> first_false(GreaterEqual, const Stretch &stretch,
                                       Wide bound) {
  return first_false(Greater(), stretch, bound - 1);
}
inline std::optional<Wide> first_false(NotEqual, const Stretch &stretch,
                                       Wide bound) {
  if (stretch.x == bound)
    return Wide(0);
  if (stretch.step == 0 || (bound - stretch.x) % stretch.step != 0)
    return std::nullopt;
  const Wide place = (bound - stretch.x) / stretch.step;
  return place >= 0 && place <= stretch.steps ? std::optional<Wide>(place)
                                              : std::nullopt;
}

/// steps_inside() returns how many steps lead from `x` to the last value in
/// [low, high]. EXPECTS: low <= x <= high, step != 0.
inline Wide steps_inside(Wide x, Wide step, Wide low, Wide high) {
  return step > 0 ? (high - x) / step : (low - x) / step;
}

/// trip_count() returns the number of iterations of `for (T i = first; i
/// RELATION bound; i += step)`, or nothing where the loop doesn't end or i
/// overflows.
template <class T, class Bound, class Relation>
std::optional<std::uint64_t> trip_count(T first, Bound bound, Wide step,
                                        Relation relation) {
  using Common = decltype(first + bound);
  const Wide limit = static_cast<Common>(bound);
  // A negative i looks huge to an unsigned comparison. So there are two
  // stretches: below 0, and from 0 on.
  constexpr bool wraps = std::is_signed_v<T> && !std::is_signed_v<Common>;
  const Wide period = static_cast<Wide>(std::numeric_limits<Common>::max()) + 1;
  Wide done = 0;
  for (Wide i = first;;) {
    const bool below = i < 0;
    const Wide low = below || !wraps ? std::numeric_limits<T>::min() : 0;
    const Wide high = below && wraps ? -1 : std::numeric_limits<T>::max();
    const Wide steps = step == 0 ? 0 : steps_inside(i, step, low, high);
    const Stretch stretch{i + (below && wraps ? period : 0), step, steps};
    if (const auto place = first_false(relation, stretch, limit))
      return static_cast<std::uint64_t>(done + *place);
    i += (steps + 1) * step;
    done += steps + 1;
    const bool inside = std::numeric_limits<T>::min() <= i &&
                        i <= std::numeric_limits<T>::max();
    if (step == 0 || !inside)
      return std::nullopt;
  }
}

/// steps_up() computes the number of iterations of the usual loop, `for (T i =
/// first; i < bound; ++i)`, in one subtraction. Returns false for a loop whose
/// variable can't reach its bound, or may be compared as another value.
template <class T, class Bound>
bool steps_up(T first, Bound bound, std::uint64_t &count) {
  using Common = decltype(first + bound);
  constexpr bool wraps = std::is_signed_v<T> && !std::is_signed_v<Common>;
  const auto from = static_cast<Common>(first);
  const auto to = static_cast<Common>(bound);
  count = from < to ? static_cast<std::uint64_t>(to) -
                          static_cast<std::uint64_t>(from)
                    : 0;
  return !(wraps && first < 0) &&
         to <= static_cast<Common>(std::numeric_limits<T>::max());
}

// holds() is the relation itself.
template <class T> constexpr bool holds(Less, T a, T b) { return a < b; }
template <class T> constexpr bool holds(LessEqual, T a, T b) { return a <= b; }
template <class T> constexpr bool holds(Greater, T a, T b) { return a > b; }
template <class T> constexpr bool holds(GreaterEqual, T a, T b) {
  return a >= b;
}
template <class T> constexpr bool holds(NotEqual, T a, T b) { return a != b; }

template <class Relation>
inline constexpr bool includes_bound = std::is_same_v<Relation, LessEqual> ||
                                       std::is_same_v<Relation, GreaterEqual>;

} // namespace detail

/// Counted is the iterations of a loop with an integer variable of type T.
template <class T, class Bound, class Step, class Relation> class Counted {
public:
  static constexpr bool open_ended = false;

  constexpr Counted(T first, Bound bound, Step step)
      : first_(first), bound_(bound), step_(step) {}

  /// count() computes how often the loop runs where that is easy, so that short
  /// loops don't notice. Returns false where iterations() has to be asked.
  bool count(std::uint64_t &iterations) const {
    if constexpr (known && std::is_same_v<Relation, Less>)
      return step_ == 1 && detail::steps_up(first_, bound_, iterations);
    else
      return false;
  }

  /// iterations() returns how often the loop runs, or nothing where that isn't
  /// known.
  std::optional<std::uint64_t> iterations() const {
    if constexpr (known)
      return detail::trip_count(first_, bound_, step_, Relation());
    else
      return std::nullopt;
  }

  /// position() returns the loop variable's value in iteration k.
  T position(std::uint64_t k) const {
    if constexpr (known)
      return static_cast<T>(first_ + static_cast<detail::Wide>(k) * step_);
    else
      return first_;
  }
  Counted cursor() const { return *this; }

  /// advance() makes iteration k the first one; stopped_after() does the same
  /// when the native loop has stopped there.
  void advance(std::uint64_t k) { first_ = position(k); }
  void stopped_after(std::uint64_t k) { advance(k); }

  /// from() returns where the native loop begins if k iterations are done.
  T from(std::uint64_t k) const { return k == 0 ? first_ : position(k); }

  /// left_in() has nothing to do for a variable that ends with the loop.
  void left_in(std::uint64_t) const {}

  // For a native leg with a single condition, `i RELATION limit`.

  using Variable = T;
  using Limit = decltype(T() + Bound());

  /// can_limit() returns true where the variable goes straight to the bound.
  bool can_limit() const {
    constexpr bool wraps = std::is_signed_v<T> && !std::is_signed_v<Limit>;
    if constexpr (!known) {
      return false;
    } else if constexpr (wraps) {
      constexpr bool down = std::is_same_v<Relation, Greater> ||
                            std::is_same_v<Relation, GreaterEqual>;
      return !down && first_ >= 0 && step_ > 0;
    } else if constexpr (std::is_same_v<Relation, NotEqual>) {
      return true;
    } else {
      constexpr bool up =
          std::is_same_v<Relation, Less> || std::is_same_v<Relation, LessEqual>;
      return up ? step_ > 0 : step_ < 0;
    }
  }

  /// limit() is what the variable must not pass in the next `most` iterations.
  Limit limit(std::uint64_t most) const {
    if constexpr (known) {
      if (most == 0 || most == std::numeric_limits<std::uint64_t>::max())
        return bound_;
      const std::optional<std::uint64_t> all = iterations();
      if (all && most < *all)
        return position(detail::includes_bound<Relation> ? most - 1 : most);
    }
    return bound_;
  }
  static bool inside(T i, Limit limit) {
    return detail::holds<Limit>(Relation(), i, limit);
  }

  /// steps_to() returns how many steps lead to the value `i`.
  std::uint64_t steps_to(T i) const {
    if constexpr (known)
      return step_ == 0 ? 0
                        : static_cast<std::uint64_t>(
                              (static_cast<detail::Wide>(i) - first_) / step_);
    else
      return 0;
  }

private:
  static constexpr bool known = detail::is_small_integer<T> &&
                                detail::is_small_integer<Bound> &&
                                detail::is_small_integer<Step>;

  T first_;
  Bound bound_;
  Step step_;
};

/// counted() returns the iterations of `for (T i = first; i RELATION bound; i
/// += step)`. `bound` and `step` must have the types that they have in the
/// loop, and must not change while it runs.
template <class T, class Bound, class Step, class Relation>
constexpr auto counted(T first, Bound bound, Step step, Relation) {
  return Counted<T, Bound, Step, Relation>(first, bound, step);
}

/// Outliving is the iterations of a loop whose variable is declared outside of
/// it, where an exception's handler can read it.
template <class T, class Space> class Outliving : public Space {
public:
  constexpr Outliving(T &variable, const Space &space)
      : Space(space), variable_(&variable) {}

  /// left_in() assigns what the variable is in iteration k.
  void left_in(std::uint64_t k) const { *variable_ = Space::position(k); }

private:
  T *variable_;
};

/// outliving() returns the iterations of `space`, whose variable outlives them.
template <class T, class Space>
constexpr auto outliving(T &variable, const Space &space) {
  return Outliving<T, Space>(variable, space);
}

} // namespace paraloop

#endif
