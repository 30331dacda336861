// region.h: the part of a loop's run that knows nothing of types.
//
// In: a loop site, its number of iterations. Out: the chunk records of the loop in iteration order, in the
// parent; chunks to run, in a worker. loop.h puts the typed half on top:
//
//     Region region(site, iterations);
//     for (;;)
//       switch (region.next()) {
//       case Step::work:     work(region, ...);      // a forked worker: never comes back
//       case Step::apply:    apply(region.record()); // the parent: the next chunk, in order
//       case Step::finished: return region.resume_at();
//       }
//
// next() forks, so it can return twice: once in the parent, once in a new worker.

#ifndef PARALOOP_REGION_H
#define PARALOOP_REGION_H

#include "paraloop/bytes.h"
#include "paraloop/print_marks.h"
#include "paraloop/site.h"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace paraloop {

/// Chunk is a run of consecutive iterations, [first, last).
struct Chunk {
  std::uint64_t index = 0;
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};

namespace detail {

/// UpdateWriter writes the updates of one chunk (updates.h).
class UpdateWriter;

/// Run gathers what is reported of a run of a loop. It belongs to the Course.
class Run;

} // namespace detail

/// TripCount is how often a loop runs, as far as that is known when it starts.
struct TripCount {
  constexpr TripCount(std::uint64_t count) : iterations(count) {}

  /// open_ended() is the trip count of a loop whose end only its own header knows: the worker that finds the
  /// end says so with Region::end().
  static constexpr TripCount open_ended() {
    TripCount trips(0);
    trips.open = true;
    return trips;
  }

  std::uint64_t iterations;
  bool open = false;

  std::uint64_t before = 0; ///< Iterations of the loop that are done already.
  bool judged = false;      ///< It is known that workers pay.
  bool folds = false;       ///< Workers keep what they compute until the end.

  /// The report of the whole run, of which this region is a part; null: the region is all there is, or nobody wants
  /// a report.
  detail::Run *run = nullptr;
};

/// running_bytes is the room for the running values of a loop (tape.h).
constexpr std::size_t running_bytes = 64;

/// Step says what the caller of Region::next() has to do now.
enum class Step {
  work,     ///< This process is a new worker: claim chunks, then exit_worker().
  apply,    ///< This is the parent: record() holds the next chunk's updates.
  finished, ///< This is the parent: run the loop natively from resume_at() on.
};

/// Rest says why iterations are left to the native loop.
enum class Rest {
  native,    ///< They can't run in workers, or there are none.
  slower,    ///< Workers took longer than the program itself does.
  iteration, ///< The first of them can't run in a worker. It may leave the loop.
};

class Region {
public:
  /// `permitted` is false where a check that the generated code made when
  /// the loop started (two arrays that overlap, say) forbids workers; the loop then runs natively.
  Region(Site &site, TripCount trips, bool permitted = true);

  /// The destructor ends and reaps the workers that still live and gives everything back, also when an
  /// exception leaves an update that the parent applies.
  ~Region();
  Region(const Region &) = delete;
  Region &operator=(const Region &) = delete;

  /// next() forks workers where that pays, waits for the next chunk in order, writes its captured output,
  /// and says what to do. After Step::finished it must not be called again.
  Step next();

  // In the parent.

  /// record() returns the updates of the chunk that next() announced; valid until the next call of next().
  Reader record() const;

  /// resume_at() returns the first iteration that no worker has completed: the trip count if all have, 0 if
  /// the loop was not run in parallel at all. The native loop begins there.
  std::uint64_t resume_at() const;

  /// rest() returns what is to be thought of the rest, after Step::finished.
  Rest rest() const;

  /// running_at_start() returns where the first chunk finds its running values; null where there are no workers.
  std::byte *running_at_start();

  // In a worker.

  /// claim() finds the next chunk that nobody has claimed. Returns false when nothing is left to do.
  bool claim(Chunk &chunk);

  /// writer() is where the updates of the claimed chunk go. It is empty after claim().
  Writer &writer();

  /// begin() notes that iteration `iteration` starts now; a timeout is measured from here. Returns false where the
  /// iteration is to be skipped, because it took too long before.
  bool begin(std::uint64_t iteration) {
    return !watched_ || begin_watched(iteration);
  }

  /// printed() returns true if the body may have printed something since the last update; then note_printed() makes
  /// an update of it, because it is printed before the next update is executed.
  bool printed() const { return marks_.moved(); }
  [[gnu::cold]] void note_printed(detail::UpdateWriter &updates) noexcept;

  /// checks() returns true if it is an error that the body changes something that nobody knows of
  /// (PARALOOP_CHECK=1).
  bool checks() const;

  /// knows() says that the claimed chunk changes this object, and that its value isn't lost.
  /// EXPECTS: checks().
  void knows(const void *object, std::size_t size);

  /// running_before() waits until all chunks before the claimed one are complete, and returns the running values that
  /// they have left (tape.h); null if nobody wants the claimed chunk any more.
  const std::byte *running_before();

  /// running_after() returns where the claimed chunk has to leave its running values before it is published.
  /// EXPECTS: running_before() returned some.
  std::byte *running_after();

  /// commit() publishes the claimed chunk as complete.
  void commit();

  /// leave() publishes the claimed chunk as ending early: the iterations before `iteration` are complete,
  /// and `iteration` has to run natively, because it breaks, returns, throws, or can't be recorded.
  /// EXPECTS: writer() holds nothing of `iteration`.
  void leave(std::uint64_t iteration);

  /// end() publishes the claimed chunk as the last one: the loop has no iteration `iteration`, and those
  /// before it are complete.
  /// EXPECTS: the trip count is open.
  void end(std::uint64_t iteration);

  /// exit_worker() ends this process without running destructors, atexit handlers or stdio's flushing.
  [[noreturn]] void exit_worker();

private:
  bool begin_watched(std::uint64_t iteration);

  struct State;
  std::unique_ptr<State> state_;
  detail::PrintMarks marks_;
  bool watched_ = true; // somebody wants to know when an iteration of the claimed chunk begins
};

/// in_worker() returns true in a process that Region::next() forked.
bool in_worker();

} // namespace paraloop

#endif
