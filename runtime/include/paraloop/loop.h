// loop.h: the typed half of a loop's run.
//
// In: a loop's site, its iterations (spaces.h) and its body. Out: the loop has
// run in workers as far as that pays, its updates have been applied in
// iteration order, and the result is what is left to run natively.

#ifndef PARALOOP_LOOP_H
#define PARALOOP_LOOP_H

#include "paraloop/iteration.h"
#include "paraloop/region.h"
#include "paraloop/site.h"
#include "paraloop/spaces.h"

#include <cstddef>
#include <cstdint>
#include <cxxabi.h>
#include <optional>

// The native loop after run() must stay as fast as if no worker had ever known
// of its variables. So nothing that is not inlined may get to know where the
// body is.
#define PARALOOP_INLINE [[gnu::always_inline]] inline

namespace paraloop {
namespace detail {

/// run_iteration() runs the body once. Returns false if the iteration has to
/// run natively instead.
template <class Cursor, class Body>
PARALOOP_INLINE bool run_iteration(Region &region, Cursor &cursor,
                                   const Body &body, std::uint64_t k,
                                   Owned &owned) {
  Writer &writer = region.writer();
  Iteration iteration(writer, owned);
  try {
    body(cursor.position(k), iteration);
  } catch (abi::__forced_unwind &) {
    // A thread that is being ended must not be kept alive. The region's
    // destructor is the next thing that is unwound; it ends the worker.
    throw;
  } catch (...) {
    return false;
  }
  return !iteration.left() && !writer.overflowed() && !owned.failed();
}

/// run_chunk() runs a claimed chunk. Returns false if an iteration left the
/// loop: later ones don't matter.
template <class Cursor, class Body, class... Partials>
PARALOOP_INLINE bool run_chunk(Region &region, const Chunk &chunk,
                               Cursor &cursor, const Body &body, Owned &owned,
                               Partials &...partials) {
  Writer &writer = region.writer();
  begin_record(writer);
  owned.clear();
  (partials.reset(), ...);
  for (std::uint64_t k = chunk.first; k != chunk.last; ++k) {
    const std::size_t before = writer.size();
    const bool owned_before = !owned.empty();
    region.begin(k);
    if (run_iteration(region, cursor, body, k, owned))
      continue;
    // A partial value, or an owned object, can't be taken back to what it was
    // before this iteration.
    const bool whole = sizeof...(Partials) != 0 || owned_before;
    writer.rewind(whole ? 0 : before);
    end_updates(writer);
    region.leave(whole ? chunk.first : k);
    return false;
  }
  (partials.write(writer), ...);
  end_updates(writer);
  if (!owned.empty())
    owned.write(writer);
  if (writer.overflowed() || owned.failed()) {
    writer.rewind(0);
    region.leave(chunk.first);
    return false;
  }
  region.commit();
  return true;
}

/// work() is the life of a worker.
template <class Cursor, class Body, class... Partials>
[[noreturn]] PARALOOP_INLINE void
work(Region &region, Cursor cursor, const Body &body, Partials &...partials) {
  Chunk chunk;
  Owned owned;
  while (region.claim(chunk) &&
         run_chunk(region, chunk, cursor, body, owned, partials...)) {
  }
  region.exit_worker();
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
  const std::optional<std::uint64_t> iterations = space.iterations();
  Region region(site, iterations.value_or(0), permitted && iterations);
  for (;;)
    switch (region.next()) {
    case Step::work:
      detail::work(region, space.cursor(), body, partials...);
    case Step::apply:
      detail::apply(region.record());
      break;
    case Step::finished:
      return space.from(region.resume_at());
    }
}

} // namespace paraloop

#undef PARALOOP_INLINE

#endif
