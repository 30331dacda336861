// loop.h: the typed half of a loop's run.
//
// In: a loop's site, its iterations (spaces.h) and its body. Out: the loop has
// run in workers as far as that pays, its updates have been applied in
// iteration order, and the result is what is left to run natively.

#ifndef PARALOOP_LOOP_H
#define PARALOOP_LOOP_H

#include "paraloop/element_folds.h"
#include "paraloop/iteration.h"
#include "paraloop/region.h"
#include "paraloop/site.h"
#include "paraloop/spaces.h"
#include "paraloop/tape.h"

#include <cstddef>
#include <cstdint>
#include <cxxabi.h>
#include <memory>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

// The native loop after run() must stay as fast as if no worker had ever known
// of its variables. So nothing that is not inlined may get to know where the
// body is.
#define PARALOOP_INLINE [[gnu::always_inline]] inline

namespace paraloop {
namespace detail {

template <class Cursor, class = void>
inline constexpr bool has_position = false;
template <class Cursor>
inline constexpr bool has_position<
    Cursor, std::void_t<decltype(std::declval<Cursor &>().position(0))>> = true;

/// call() calls the body for iteration k.
template <class Cursor, class Body, class... Arguments>
PARALOOP_INLINE void call(Cursor &cursor, const Body &body,
                          [[maybe_unused]] std::uint64_t k,
                          Arguments &...arguments) {
  if constexpr (has_position<Cursor>)
    body(cursor.position(k), arguments...);
  else
    body(arguments...); // It reads the loop's variables where they are.
}

/// takes_iteration() returns false for a body that does nothing but write to
/// tapes.
template <class Cursor, class Body, class... Tapes>
constexpr bool takes_iteration() {
  if constexpr (has_position<Cursor>)
    return std::is_invocable_v<
        const Body &, decltype(std::declval<Cursor &>().position(0)),
        Iteration &, Tapes &...>;
  else
    return std::is_invocable_v<const Body &, Iteration &, Tapes &...>;
}

/// run_iteration() runs the body once. Returns false if the iteration has to
/// run natively instead.
template <class Cursor, class Body, class... Arguments>
PARALOOP_INLINE bool run_iteration(Cursor &cursor, const Body &body,
                                   std::uint64_t k, Arguments &...arguments) {
  try {
    call(cursor, body, k, arguments...);
  } catch (abi::__forced_unwind &) {
    // A thread that is being ended must not be kept alive. The region's
    // destructor is the next thing that is unwound; it ends the worker.
    throw;
  } catch (...) {
    return false;
  }
  return true;
}

/// run_recorded() is run_iteration() for a body that gets an Iteration, or that
/// needs none because it does nothing but write to tapes.
template <class Cursor, class Body, class... Tapes, std::size_t... I>
PARALOOP_INLINE bool
run_recorded([[maybe_unused]] Region &region, Cursor &cursor, const Body &body,
             std::uint64_t k, [[maybe_unused]] UpdateWriter &updates,
             [[maybe_unused]] Owned &owned,
             [[maybe_unused]] ElementFolds &folds,
             std::tuple<Tapes...> &tapes, std::index_sequence<I...>) {
  if constexpr (takes_iteration<Cursor, Body, Tapes...>()) {
    Iteration iteration(updates, owned, &region, &folds);
    return run_iteration(cursor, body, k, iteration, std::get<I>(tapes)...) &&
           iteration.is_recorded();
  } else {
    return run_iteration(cursor, body, k, std::get<I>(tapes)...);
  }
}

/// write_partials() ends a chunk. Returns false if it is to be forgotten.
template <class InTurns, class Tapes, class... Partials>
bool write_partials(const InTurns &in_turn, const Tapes &tapes,
                    UpdateWriter &updates, const Partials &...partials) {
  if (!finish_all(in_turn, tapes,
                  std::make_index_sequence<std::tuple_size_v<Tapes>>()))
    return false;
  (partials.write(updates), ...);
  return !updates.writer().overflowed();
}

/// Reached is whether there is an iteration k.
enum class Reached { yes, end, thrown };

/// reach() makes the cursor ready for iteration k.
template <bool OpenEnded, class Cursor>
PARALOOP_INLINE Reached reach(Cursor &cursor, std::uint64_t k) {
  if constexpr (OpenEnded) {
    try {
      return cursor.reach(k) ? Reached::yes : Reached::end;
    } catch (abi::__forced_unwind &) {
      throw;
    } catch (...) {
      return Reached::thrown;
    }
  }
  return Reached::yes;
}

/// tell_changes() says what the chunk changes that is not lost.
template <class... Partials>
PARALOOP_INLINE void tell_changes(Region &region, const Owned &owned,
                                  const Partials &...partials) {
  const auto tell = [&](const void *object, std::size_t size) {
    region.knows(object, size);
  };
  owned.for_each(tell);
  (partials.for_each_object(tell), ...);
}

/// run_chunk() runs a claimed chunk. Returns false if the loop ends in it:
/// later iterations don't matter.
template <bool OpenEnded, class Cursor, class Body, class... Partials>
PARALOOP_INLINE bool run_chunk(Region &region, const Chunk &chunk,
                               Cursor &cursor, const Body &body, Owned &owned,
                               ElementFolds &folds, Partials &...partials) {
  Writer &writer = region.writer();
  UpdateWriter updates(writer);
  owned.clear();
  folds.clear();
  (partials.reset(), ...);
  const auto in_turn = those_in_turn(partials...);
  auto tapes = tapes_for(region, in_turn);
  using Tapes = decltype(tapes);
  constexpr std::make_index_sequence<std::tuple_size_v<Tapes>> each_tape;
  Reached reached = Reached::yes;
  std::uint64_t k = chunk.first;
  for (; k != chunk.last; ++k) {
    const UpdateWriter::Mark before = updates.mark();
    const bool fresh = owned.empty() && folds.empty();
    const auto tapes_before = marks_of(tapes);
    (partials.mark(), ...);
    reached = reach<OpenEnded>(cursor, k);
    if (reached == Reached::end)
      break;
    if (reached == Reached::yes &&
        (!region.begin(k) || run_recorded(region, cursor, body, k, updates,
                                          owned, folds, tapes, each_tape)))
      continue;
    // What can't be taken back to what it was before this iteration is dropped.
    bool kept = fresh && (Partials::can_go_back && ...) &&
                !any_is_begun(in_turn);
    if (kept) {
      updates.rewind(before);
      rewind_all(tapes, tapes_before, each_tape);
      (partials.go_back(), ...);
      kept = write_partials(in_turn, tapes, updates, partials...);
    }
    if (!kept)
      updates.clear();
    updates.finish();
    if (region.checks())
      tell_changes(region, owned, partials...);
    region.leave(kept ? k : chunk.first);
    return false;
  }
  const bool complete = write_partials(in_turn, tapes, updates, partials...);
  folds.write(updates);
  updates.finish();
  if (complete && !owned.empty())
    owned.write(writer);
  if (!complete || writer.overflowed() || owned.failed()) {
    writer.rewind(0);
    region.leave(chunk.first);
    return false;
  }
  if (region.checks())
    tell_changes(region, owned, partials...);
  if (reached == Reached::end)
    region.end(k);
  else
    region.commit();
  return reached == Reached::yes;
}

/// work() is the life of a worker.
template <bool OpenEnded, class Cursor, class Body, class... Partials>
[[noreturn]] PARALOOP_INLINE void
work(Region &region, Cursor cursor, const Body &body, Partials &...partials) {
  Chunk chunk;
  Owned owned;
  ElementFolds folds;
  while (region.claim(chunk) &&
         run_chunk<OpenEnded>(region, chunk, cursor, body, owned, folds,
                              partials...)) {
  }
  region.exit_worker();
}

/// trip_count_of() returns what is known of how often the loop runs; nothing
/// where it has to run natively.
template <class Space>
std::optional<TripCount> trip_count_of(const Space &space) {
  if constexpr (Space::open_ended)
    return TripCount::open_ended();
  else if (const std::optional<std::uint64_t> known = space.iterations())
    return TripCount(*known);
  return std::nullopt;
}

} // namespace detail

namespace detail {

/// apply_chunk() applies the record that next() announced. What an update
/// throws goes through; the loop's variables then are what they are in its
/// iteration.
template <class Space>
PARALOOP_INLINE void apply_chunk(const Region &region, const Space &space) {
  try {
    apply(region.record());
  } catch (...) {
    // A chunk has one iteration where an update may throw.
    space.left_in(region.resume_at());
    throw;
  }
}

/// run_region() runs a region to its end. Returns how many iterations workers
/// have done.
template <class Space, class Body, class... Partials>
PARALOOP_INLINE std::uint64_t run_region(Region &region, const Space &space,
                                         const Body &body,
                                         Partials &...partials) {
  offer(region, those_in_turn(partials...));
  for (;;)
    switch (region.next()) {
    case Step::work:
      work<Space::open_ended>(region, space.cursor(), body, partials...);
    case Step::apply:
      apply_chunk(region, space);
      break;
    case Step::finished:
      return region.resume_at();
    }
}

} // namespace detail

/// run() runs the loop `site` over `space` in workers. `body(position,
/// iteration)` is called in workers only. `permitted` is false where a check at
/// the loop's start forbids workers. `partials` come from partial(). Returns
/// the part of the space that has to run natively, in this process. What an
/// update throws in the parent goes through.
template <class Space, class Body, class... Partials>
PARALOOP_INLINE auto run(Site &site, Space space, const Body &body,
                         bool permitted = true, Partials... partials) {
  const std::optional<TripCount> trips = detail::trip_count_of(space);
  Region region(site, trips.value_or(0), permitted && trips);
  return space.from(detail::run_region(region, space, body, partials...));
}

} // namespace paraloop

#undef PARALOOP_INLINE

#endif
