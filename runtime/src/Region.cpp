// Region.cpp: the life of one run of a parallel loop.
//
// In: a site, a trip count. Out: for the caller of next(), what to do now. The
// parent's half is in Parent.cpp, the workers' half in Worker.cpp; this file
// decides which of them, if any, there is.

#include "paraloop/region.h"

#include "Board.h"
#include "Config.h"
#include "ExitGuard.h"
#include "FloatingPoint.h"
#include "Native.h"
#include "Parent.h"
#include "Report.h"
#include "SharedMemory.h"
#include "Worker.h"

#include <algorithm>
#include <cerrno>

namespace paraloop {
namespace {

/// Address space, not memory: pages cost nothing before they are touched.
constexpr std::size_t wanted_memory = std::size_t{256} << 30;
constexpr std::size_t least_memory = std::size_t{16} << 20;
constexpr std::size_t least_segment = std::size_t{256} << 10;

/// A loop that runs while another one's records are applied, in an update, runs
/// natively.
bool region_is_open = false;

std::size_t least_memory_for(const Parent::Setup &setup) {
  return std::max(least_memory,
                  Board::bytes_needed(setup.chunks.count(), setup.slots) +
                      setup.slots * least_segment);
}

/// What the engine does must not show in the program's errno.
class ErrnoKeeper {
public:
  ErrnoKeeper() : kept_(errno) {}
  ~ErrnoKeeper() { errno = kept_; }
  ErrnoKeeper(const ErrnoKeeper &) = delete;
  ErrnoKeeper &operator=(const ErrnoKeeper &) = delete;

private:
  int kept_;
};

} // namespace

struct Region::State {
  State(Site &loop, const Parent::Setup &setup, const TripCount &trips)
      : site(loop), run(trips.run),
        memory(wanted_memory, least_memory_for(setup)) {
    if (memory.size() != 0)
      parent.emplace(loop, setup, memory, trips.before,
                     trips.judged && !configuration().force);
    region_is_open = true;
  }
  static void close(void *state) {
    static_cast<State *>(state)->parent.reset();
  }
  ~State() { region_is_open = false; }

  Site &site;
  detail::Run *const run;
  SharedMemory memory;
  std::optional<Parent> parent;
  AtExit at_exit{close, this};
  bool settled = false;
};

Region::Region(Site &site, TripCount trips, bool permitted) {
  const ErrnoKeeper keeper;
  const FlagsKeeper flags;
  if (trips.open)
    ++site.runs;
  NativeReason reason = reason_for_native(
      site, {trips, permitted, region_is_open}, configuration());
  if (!reason) {
    state_ = std::make_unique<State>(site, Parent::plan(site, trips), trips);
    if (state_->parent)
      return;
    state_.reset();
    reason = no_memory;
  }
  Report report;
  report.iterations = trips.before + trips.iterations;
  report.native = reason.word;
  settle(site, report, reason, trips.run);
}

Region::~Region() {
  // A body that ends its thread (pthread_exit) unwinds a worker to here. The
  // parent's other workers are not this process's to end.
  const ErrnoKeeper keeper;
  if (state_ && in_worker())
    state_->parent->worker().abandon();
  else if (state_ && state_->parent && !state_->settled) {
    // An update has thrown.
    state_->parent->break_off();
    settle(state_->site, state_->parent->report(), {}, state_->run);
  }
  state_.reset();
}

Step Region::next() {
  if (!state_)
    return Step::finished;
  const ErrnoKeeper keeper;
  FlagsKeeper flags;
  Parent &parent = *state_->parent;
  const Step step = parent.next();
  if (step == Step::work && configuration().check)
    parent.worker().check(this); // A local variable of the loop's function.
  if (step == Step::apply)
    flags.add(parent.raised_flags());
  state_->settled = step == Step::finished;
  if (state_->settled)
    settle(state_->site, parent.report(), parent.reason(), state_->run);
  return step;
}

Reader Region::record() const { return state_->parent->record(); }

std::uint64_t Region::resume_at() const {
  return state_ ? state_->parent->resume_at() : 0;
}

Rest Region::rest() const {
  const Config &config = configuration();
  if (!state_ || (config.force && config.native_first == 0))
    return Rest::native;
  const NativeReason &reason = state_->parent->reason();
  return reason.is(slower) ? Rest::slower
         : reason.is(left) ? Rest::iteration
                           : Rest::native;
}

std::byte *Region::running_at_start() {
  return state_ ? state_->parent->running_at_start() : nullptr;
}

bool Region::claim(Chunk &chunk) {
  marks_.ask = true;
  Worker &worker = state_->parent->worker();
  const bool claimed = worker.claim(chunk);
  watched_ = worker.watches_iterations();
  return claimed;
}

Writer &Region::writer() { return state_->parent->worker().writer(); }

bool Region::begin_watched(std::uint64_t iteration) {
  return state_->parent->worker().begin(iteration);
}

void Region::note_printed(detail::UpdateWriter &updates) noexcept {
  state_->parent->worker().update_begins(marks_, updates);
}

bool Region::checks() const {
  return state_->parent->worker().lost_writes() != nullptr;
}

void Region::knows(const void *object, std::size_t size) {
  state_->parent->worker().lost_writes()->accept(object, size);
}

const std::byte *Region::running_before() {
  return state_->parent->worker().running_before();
}

std::byte *Region::running_after() {
  return state_->parent->worker().running_after();
}

void Region::commit() { state_->parent->worker().commit(); }

void Region::leave(std::uint64_t iteration) {
  state_->parent->worker().leave(iteration);
}

void Region::end(std::uint64_t iteration) {
  state_->parent->worker().end(iteration);
}

void Region::exit_worker() { state_->parent->worker().exit(); }

} // namespace paraloop
