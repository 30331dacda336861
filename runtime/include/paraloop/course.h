// course.h: a run of a loop that is native in parts.
//
// In: a loop's site, its iterations and its body for workers, as for run().
// Out: for the user's own loop, where to begin and when to stop, again and
// again, as often as workers come in between:
//
//     for (paraloop::Course course(site, counted<int>(0, n, 1, less), body);
//          auto leg = course.next();)
//       for (int i = leg.first(); leg.inside(i) || leg.stops(i < n); ++i) {...}
//
// or with `leg.go() && leg.more((condition))`, for other conditions.
//
// The inner loop is the user's. Where it ends by itself, or by a `break`, the
// outer one ends, too; where go() stopped it, next() brings in workers, or lets
// it go on. Every function here is inlined, so that the native loop is as fast
// as the user wrote it.

#ifndef PARALOOP_COURSE_H
#define PARALOOP_COURSE_H

#include "paraloop/leg.h"
#include "paraloop/loop.h"
#include "paraloop/region.h"
#include "paraloop/site.h"

#include <cstdint>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

#define PARALOOP_INLINE [[gnu::always_inline]] inline

namespace paraloop {
namespace detail {

/// LegLimit is what a leg of a counting loop compares its variable with.
template <class Space, class = void> struct LegLimit {
  PARALOOP_INLINE void begin(const Space &, std::uint64_t) {}
  PARALOOP_INLINE std::uint64_t begun(const Space &) const { return 0; }
};
template <class Space>
struct LegLimit<Space, std::void_t<typename Space::Limit>> {
  typename Space::Variable last{}; ///< The value that was compared last.
  typename Space::Limit limit{};
  bool asked = false;
  bool ended = false;

  PARALOOP_INLINE void begin(const Space &space, std::uint64_t most) {
    last = space.from(0);
    limit = space.limit(most);
  }
  PARALOOP_INLINE bool holds(typename Space::Variable i) {
    asked = true;
    return Space::inside(i, limit);
  }
  PARALOOP_INLINE std::uint64_t done(const Space &space) const {
    return space.steps_to(last);
  }
  /// begun() returns the iterations of a leg that was left before its end.
  PARALOOP_INLINE std::uint64_t begun(const Space &space) const {
    return asked && !ended ? done(space) + 1 : 0;
  }
};

template <class Space, class = void> inline constexpr bool has_limit = false;
template <class Space>
inline constexpr bool has_limit<Space, std::void_t<typename Space::Limit>> =
    true;

template <class Space, class = void> inline constexpr bool can_count = false;
template <class Space>
inline constexpr bool can_count<Space, std::void_t<decltype(&Space::count)>> =
    true;

/// NativeLeg is one leg of the user's own loop. It is a local variable that
/// nothing else gets to know, so that what changes in it stays in registers.
template <class Course> class NativeLeg {
public:
  /// A leg of at most `most` iterations; no leg at all if there is no course.
  PARALOOP_INLINE NativeLeg(Course *course, std::uint64_t most)
      : course_(course), left_(most), counts_(most != Leg::unlimited) {
    if (course)
      limit_.begin(course->space_, most);
  }
  PARALOOP_INLINE ~NativeLeg() {
    if (course_)
      course_->left_ = left_ - limit_.begun(course_->space_);
  }
  NativeLeg(const NativeLeg &) = delete;
  NativeLeg &operator=(const NativeLeg &) = delete;

  PARALOOP_INLINE explicit operator bool() const { return course_ != nullptr; }

  /// go() returns false when the leg has to stop before its next iteration.
  PARALOOP_INLINE bool go() {
    if (!counts_)
      return true;
    if (left_ != 0) {
      --left_;
      return true;
    }
    course_->stopped_ = true;
    return false;
  }

  /// more() returns the loop's own condition: where it fails, the iteration
  /// that go() has counted isn't there.
  template <class T> PARALOOP_INLINE bool more(T &&condition) {
    if (condition)
      return true;
    if (counts_)
      ++left_;
    return false;
  }

  /// inside() is the condition of a loop that counts: a comparison with what
  /// stays for the whole leg. EXPECTS: so does the loop's bound.
  template <class T> PARALOOP_INLINE bool inside(T i) {
    limit_.last = i;
    return limit_.holds(i);
  }

  /// stops() ends the leg where inside() failed: `more` is the loop's own
  /// condition. Returns false.
  PARALOOP_INLINE bool stops(bool more) {
    if (more && !counts_)
      detail::bound_has_changed();
    left_ -= limit_.done(course_->space_);
    limit_.ended = true;
    course_->stopped_ = more;
    return false;
  }

  /// first() returns the value with which the loop begins.
  PARALOOP_INLINE auto first() const { return course_->space_.from(0); }

  /// rest() returns the elements that the loop begins with.
  PARALOOP_INLINE auto rest() { return rest_of(course_->space_, *this); }

  /// stop_at() notes where a walk over elements has stopped.
  template <class Iterator>
  PARALOOP_INLINE void stop_at(const Iterator &place) {
    course_->space_.stop_at(place);
  }

  // For elements that can be counted in advance.
  bool counts() const { return counts_; }
  std::uint64_t left() const { return left_; }
  PARALOOP_INLINE void walked(std::uint64_t count) {
    left_ -= count;
    course_->stopped_ = left_ == 0;
  }

private:
  Course *const course_;
  std::uint64_t left_;
  const bool counts_;
  LegLimit<typename Course::Space> limit_;
};

/// StepIterator walks over the elements of one native leg, and asks the leg
/// before each.
template <class Leg, class Iterator> class StepIterator {
public:
  PARALOOP_INLINE StepIterator(Leg &leg, const Iterator &current)
      : leg_(&leg), current_(current) {}

  template <class Sentinel>
  PARALOOP_INLINE bool operator!=(const Sentinel &end) {
    if (leg_->go())
      return leg_->more(current_ != end);
    leg_->stop_at(current_);
    return false;
  }
  PARALOOP_INLINE decltype(auto) operator*() { return *current_; }
  PARALOOP_INLINE void operator++() { ++current_; }

private:
  Leg *leg_;
  Iterator current_;
};

/// JumpIterator knows in advance where its leg ends, so that the loop has a
/// single condition.
template <class Leg, class Iterator> class JumpIterator {
public:
  PARALOOP_INLINE JumpIterator(Leg &leg, const Iterator &current)
      : leg_(&leg), current_(current) {}

  template <class Stop> PARALOOP_INLINE bool operator!=(const Stop &stop) {
    if (current_ != stop.place)
      return true;
    if (leg_->counts()) {
      leg_->walked(stop.count);
      leg_->stop_at(current_);
    }
    return false;
  }
  PARALOOP_INLINE decltype(auto) operator*() { return *current_; }
  PARALOOP_INLINE void operator++() { ++current_; }

private:
  Leg *leg_;
  Iterator current_;
};

/// LegRange is what the user's own range-for loop runs over in one leg.
template <class Iterator, class Sentinel> class LegRange {
public:
  PARALOOP_INLINE LegRange(const Iterator &begin, const Sentinel &end)
      : begin_(begin), end_(end) {}
  PARALOOP_INLINE Iterator begin() const { return begin_; }
  PARALOOP_INLINE Sentinel end() const { return end_; }

private:
  Iterator begin_;
  Sentinel end_;
};

/// Stop is the end of a leg: `count` elements from its begin.
template <class Iterator> struct Stop {
  Iterator place;
  std::uint64_t count;
};

template <class Space, class Leg>
PARALOOP_INLINE auto rest_of(Space &space, Leg &leg) {
  if constexpr (!Space::can_stop) {
    return space.from(0);
  } else if constexpr (Space::can_jump) {
    using Iterator = typename Space::Iterator;
    const std::uint64_t all = *space.iterations();
    const std::uint64_t count = leg.left() < all ? leg.left() : all;
    return LegRange(JumpIterator<Leg, Iterator>(leg, space.begin()),
                    Stop<Iterator>{space.place(count), count});
  } else {
    using Iterator = typename Space::Iterator;
    return LegRange(StepIterator<Leg, Iterator>(leg, space.begin()),
                    space.end());
  }
}

} // namespace detail

/// Course is one run of a loop. `site`, `body` and what `space` refers to must
/// outlive it.
template <class TheSpace, class Body, class... Partials> class Course {
public:
  using Space = TheSpace;

  PARALOOP_INLINE Course(Site &site, Space space, const Body &body,
                         bool permitted = true, Partials... partials)
      : site_(site), space_(std::move(space)), body_(body),
        permitted_(permitted), partials_(std::move(partials)...) {}

  /// However the loop is left.
  PARALOOP_INLINE ~Course() {
    if (leg_.run)
      detail::end_report(site_, leg_.run,
                         leg_.done + (begun_ ? begun_iterations() : 0));
  }
  Course(const Course &) = delete;
  Course &operator=(const Course &) = delete;

  /// next() begins the next native leg. Returns none when the loop is over.
  PARALOOP_INLINE detail::NativeLeg<Course> next() {
    if (begun_ && !stopped_) {
      if (leg_.started != 0)
        detail::end_of_run(site_, leg_, begun_iterations());
      return {nullptr, 0};
    }
    const bool skip = !begun_ && begin_untimed();
    if (!skip)
      begin_leg();
    begun_ = true;
    stopped_ = false;
    if constexpr (detail::has_limit<Space>)
      if (!space_.can_limit())
        leg_.most = detail::Leg::unlimited;
    return {this, leg_.most};
  }

private:
  friend class detail::NativeLeg<Course>;

  /// begin_untimed() begins a run natively if it is known to be short.
  PARALOOP_INLINE bool begin_untimed() {
    if constexpr (detail::can_count<Space>)
      if (std::uint64_t count = 0; space_.count(count))
        return site_.is_small(count);
    const std::optional<TripCount> trips = detail::trip_count_of(space_);
    if (!trips) // Nothing but a native loop can be done.
      return true;
    if (!site_.is_small(trips->iterations))
      return false;
    if (trips->open) // It may be long this time.
      leg_.most = site_.small();
    return true;
  }

  /// Of the last native leg, as far as it counts.
  PARALOOP_INLINE std::uint64_t begun_iterations() const {
    return leg_.most - left_;
  }

  PARALOOP_INLINE void begin_leg() {
    if (begun_)
      space_.stopped_after(leg_.most);
    TripCount trips = detail::trip_count_of(space_).value_or(0);
    // What is done in turn takes its time, too.
    trips.folds =
        sizeof...(Partials) != 0 && !(detail::is_in_turn<Partials> || ...);
    leg_ = begun_ ? detail::leg_after(site_, leg_, trips)
                  : detail::first_leg(site_, trips, permitted_);
    left_ = leg_.most; // nothing of it has begun
    if (!leg_.in_workers)
      return;
    trips.before = leg_.done;
    trips.run = leg_.run;
    trips.judged = site_.options().timeout().count() == 0;
    Region region(site_, trips, permitted_);
    const std::uint64_t done = std::apply(
        [&](auto &...partials) __attribute__((always_inline)) {
          return detail::run_region(region, space_, body_, partials...);
        },
        partials_);
    space_.advance(done);
    leg_ = detail::leg_after_workers(site_, leg_, done, region.rest());
  }

  Site &site_;
  Space space_;
  const Body &body_;
  const bool permitted_;
  std::tuple<Partials...> partials_;
  detail::Leg leg_;
  std::uint64_t left_ = 0; // iterations that the last native leg had no use for
  bool begun_ = false;
  bool stopped_ = true; // before its end, or never begun
};

} // namespace paraloop

#undef PARALOOP_INLINE

#endif
