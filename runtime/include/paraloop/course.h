// course.h: a run of a loop that is native in parts.
//
// In: a loop's site, its iterations and its body for workers, as for run().
// Out: for the user's own loop, where to begin and when to stop, again and
// again, as often as workers come in between:
//
//     for (paraloop::Course course(site, counted<int>(0, n, 1, less), body);
//          course.next();)
//       for (int i = course.first(); course.go() && (i < n); ++i) {...}
//
// The inner loop is the user's. Where it ends by itself, or by a `break`, the
// outer one ends, too; where go() stopped it, next() brings in workers, or lets
// it go on. Every function here is inlined, and nothing else gets to know where
// a Course is, so that the native loop is as fast as the user wrote it.

#ifndef PARALOOP_COURSE_H
#define PARALOOP_COURSE_H

#include "paraloop/leg.h"
#include "paraloop/loop.h"
#include "paraloop/region.h"
#include "paraloop/site.h"

#include <cstdint>
#include <optional>
#include <tuple>
#include <utility>

#define PARALOOP_INLINE [[gnu::always_inline]] inline

namespace paraloop {
namespace detail {

/// LegIterator walks over the elements of one native leg.
template <class Course, class Iterator> class LegIterator {
public:
  PARALOOP_INLINE LegIterator(Course &course, const Iterator &current)
      : course_(&course), current_(current) {}

  template <class Sentinel>
  PARALOOP_INLINE bool operator!=(const Sentinel &end) {
    if (course_->go())
      return current_ != end;
    course_->stop_at(current_);
    return false;
  }
  PARALOOP_INLINE decltype(auto) operator*() { return *current_; }
  PARALOOP_INLINE void operator++() { ++current_; }

private:
  Course *course_;
  Iterator current_;
};

/// LegRange is what the user's own range-for loop runs over in one leg.
template <class Course, class Iterator, class Sentinel> class LegRange {
public:
  PARALOOP_INLINE LegRange(Course &course, const Iterator &begin,
                           const Sentinel &end)
      : course_(&course), begin_(begin), end_(end) {}

  PARALOOP_INLINE LegIterator<Course, Iterator> begin() const {
    return {*course_, begin_};
  }
  PARALOOP_INLINE Sentinel end() const { return end_; }

private:
  Course *course_;
  Iterator begin_;
  Sentinel end_;
};

} // namespace detail

/// Course is one run of a loop. `site`, `body` and what `space` refers to must
/// outlive it.
template <class Space, class Body, class... Partials> class Course {
public:
  PARALOOP_INLINE Course(Site &site, Space space, const Body &body,
                         bool permitted = true, Partials... partials)
      : site_(site), space_(std::move(space)), body_(body),
        permitted_(permitted), partials_(std::move(partials)...) {}

  /// next() begins the next native leg. Returns false when the loop is over.
  PARALOOP_INLINE bool next() {
    if (begun_ && !stopped_) {
      if (leg_.began != 0)
        detail::end_of_run(site_, leg_, leg_.most - left_);
      return false;
    }
    const bool skip = !begun_ && begin_untimed();
    if (!skip)
      begin_leg();
    begun_ = true;
    stopped_ = false;
    left_ = leg_.most;
    counts_ = leg_.most != detail::Leg::unlimited;
    return true;
  }

  /// go() returns false when the native leg has to stop before its next
  /// iteration.
  PARALOOP_INLINE bool go() {
    if (!counts_)
      return true;
    if (left_ != 0) {
      --left_;
      return true;
    }
    stopped_ = true;
    return false;
  }

  /// first() returns the value with which the native loop begins.
  PARALOOP_INLINE auto first() const { return space_.from(0); }

  /// rest() returns the elements that the native loop begins with.
  PARALOOP_INLINE auto rest() {
    if constexpr (Space::can_stop)
      return detail::LegRange<Course, decltype(space_.begin()),
                              decltype(space_.end())>(*this, space_.begin(),
                                                      space_.end());
    else
      return space_.from(0);
  }

  template <class Iterator>
  PARALOOP_INLINE void stop_at(const Iterator &place) {
    space_.stop_at(place);
  }

private:
  /// begin_untimed() begins a run natively if it is known to be short.
  PARALOOP_INLINE bool begin_untimed() {
    const std::optional<TripCount> trips = detail::trip_count_of(space_);
    if (!trips) // Nothing but a native loop can be done.
      return true;
    if (!site_.is_small(trips->iterations))
      return false;
    if (trips->open) // It may be long this time.
      leg_.most = site_.small();
    return true;
  }

  PARALOOP_INLINE void begin_leg() {
    if (begun_)
      space_.stopped_after(leg_.most);
    TripCount trips = detail::trip_count_of(space_).value_or(0);
    leg_ = begun_ ? detail::leg_after(site_, leg_, trips)
                  : detail::first_leg(site_, trips, permitted_);
    if (!leg_.in_workers)
      return;
    trips.before = leg_.done;
    trips.judged = true;
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
  std::uint64_t left_ = 0; // iterations of a native leg that may still begin
  bool counts_ = false;    // whether left_ matters
  bool begun_ = false;
  bool stopped_ = true; // by go(), or never begun
};

} // namespace paraloop

#undef PARALOOP_INLINE

#endif
