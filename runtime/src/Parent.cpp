// Parent.cpp: in: records of workers. Out: the same records, in order. Waiting
// and trouble are in ParentWait.cpp.

#include "Parent.h"

#include "CpuCount.h"
#include "ProcFs.h"

#include <algorithm>

namespace paraloop {

namespace {

/// A chunk costs a worker and the parent some 10 us; it should take much
/// longer. Of a loop that is new to workers nobody knows how long they take.
constexpr double chunk_time = 250000, first_chunk_time = 150000; // ns

/// What a parallel run that was too slow has lost at least, in ns: some time,
/// and for each page that the program comes to write after the fork a fault.
constexpr double least_loss = 1000000;
constexpr double loss_per_byte = 700.0 / 4096;

/// Chunks for each worker, so that none is idle at the end while another one
/// has much to do.
constexpr std::uint64_t chunks_for_each = 16;

/// Returns the length of a chunk; of the first ones, if their number is open; 0
/// if nothing is known.
std::uint64_t chunk_length(const Site &site, TripCount trips,
                           unsigned workers) {
  const Site::Experience &known = site.experience;
  if (!trips.judged || known.native == 0)
    return 0;
  const auto timely = static_cast<std::uint64_t>(
                          known.worker == 0 ? first_chunk_time / known.native
                                            : chunk_time / known.worker) +
                      1;
  return trips.open
             ? timely
             : std::min(timely,
                        trips.iterations / (workers * chunks_for_each) + 1);
}

/// A skipped iteration makes the others of its chunk run again.
std::uint64_t chunk_asked_for(const Options &options) {
  const bool skips = options.on_timeout() == OnTimeout::skip;
  return options.chunk() == 0 && skips ? 1 : options.chunk();
}

} // namespace

Parent::Setup Parent::plan(const Site &site, TripCount trips) {
  const unsigned wanted = wanted_workers(site, configuration());
  const unsigned cpus = wanted == 0 ? usable_cpus() : 0;
  const unsigned start = std::min(wanted + cpus, max_processes);
  const Chunks chunks(trips, chunk_asked_for(site.options()),
                      chunk_length(site, trips, start));
  const auto at_most_chunks = [&](unsigned count) {
    return static_cast<unsigned>(
        std::min<std::uint64_t>(count, chunks.count()));
  };
  const unsigned most =
      at_most_chunks(wanted != 0 ? wanted : std::max(Growth::most, cpus));
  const unsigned workers = at_most_chunks(start);
  const bool unknown = trips.judged && site.experience.native == 0 &&
                       site.time_per_iteration.count() == 0;
  const unsigned held_back = unknown && wanted == 0 ? workers - 1 : 0;
  // Spare slots: a dead worker's segment stays until its last record is
  // applied.
  return {chunks, workers - held_back, held_back, cpus, most + most / 2 + 4};
}

Parent::Parent(Site &site, const Setup &setup, const SharedMemory &memory,
               std::uint64_t before, bool judged)
    : site_(site), chunks_(setup.chunks), workers_(setup.workers),
      held_back_(setup.held_back), judged_(judged),
      board_(memory, chunks_.count(), setup.slots),
      crew_(board_, chunks_, site.options(), {Output::print_between, &output_}),
      output_(crew_.plan()), growth_(setup.cpus), pace_(site.experience.native),
      progress_(site, chunks_.open() ? 0 : before + chunks_.iterations()),
      before_(before), began_(monotonic_now()), seen_stopped_(setup.slots) {
  report_.iterations = before_ + chunks_.iterations();
}

Parent::~Parent() = default;

Step Parent::next() {
  crew_.signals().hold();
  if (!started_ && start() == Turn::child)
    return Step::work;
  retire(true);
  for (;;) {
    show_progress();
    if (const std::optional<Step> step = look_at_next()) {
      if (*step == Step::apply)
        crew_.signals().let_in();
      return *step;
    }
    if (wait_a_moment() == Turn::child)
      return Step::work;
  }
}

void Parent::break_off() {
  retire(false);
  finish(resume_at_, left);
}

Reader Parent::record() const {
  return {board_.segment(owner_) + record_.offset, record_.size};
}

Parent::Turn Parent::start() {
  started_ = true;
  bool all_forked = true;
  if (!crew_.plan().possible)
    give_up_ = output_order;
  else if (fork_workers(workers_, all_forked) == Turn::child)
    return Turn::child;
  else if (crew_.forked() == 0)
    give_up_ = no_fork;
  const Chunk first = chunks_.at(0);
  pace_.started(first.last - first.first, workers_);
  return Turn::waited;
}

/// The first workers may have taken all chunks before the last is forked; then
/// it isn't needed.
Parent::Turn Parent::fork_workers(unsigned count, bool &all_forked) {
  all_forked = true;
  for (unsigned i = 0; i < count && unclaimed() != 0; ++i) {
    const Crew::Forked forked = crew_.fork_worker(next_);
    if (forked == Crew::Forked::child)
      return Turn::child;
    if (forked == Crew::Forked::failed) {
      all_forked = false;
      break;
    }
  }
  return Turn::waited;
}

std::uint64_t Parent::unclaimed() {
  const std::uint64_t limit =
      std::min(board_.control().limit.load(), board_.chunks());
  unclaimed_from_ = std::max(unclaimed_from_, next_);
  while (unclaimed_from_ < limit &&
         state_of(board_.chunk(unclaimed_from_).word.load()) !=
             ChunkState::free)
    ++unclaimed_from_;
  return limit > unclaimed_from_ ? limit - unclaimed_from_ : 0;
}

/// The caller has applied the record that it got last, or a part of it.
void Parent::retire(bool whole) {
  if (!applying_)
    return;
  applying_ = false;
  if (whole)
    output_.print_behind(record_.last);
  if (output_.failed())
    give_up_ = output_error;
  replacements_ = 0;
  const Chunk chunk = chunks_.at(next_);
  pace_.applied(record_.stop - chunk.first);
  ++report_.chunks;
  report_.iterations_in_workers += record_.stop - chunk.first;
  crew_.applied(owner_);
  if (record_.stop != chunk.last) {
    resume_at_ = record_.stop;
    ended_ = record_.ended != 0;
    give_up_ = ended_ ? NativeReason{} : left;
    return;
  }
  ++next_;
  resume_at_ = chunk.last;
  board_.control().skips.store(0);
}

/// Returns what the caller has to do now, or nothing if the parent has to wait.
std::optional<Step> Parent::look_at_next() {
  if (next_ == chunks_.count())
    return finish(chunks_.iterations(),
                  chunks_.open() ? too_long : NativeReason{});
  if (ended_)
    return finish(resume_at_, {});
  if (!give_up_ && crew_.signals().handler_is_due())
    give_up_ = signalled;
  if (!give_up_ && judged_)
    judge_pace();
  const std::uint64_t word = board_.chunk(next_).word.load();
  if (!give_up_ && state_of(word) == ChunkState::done)
    return take(owner_of(word));
  if (crashed_too_often(next_))
    give_up_ = crashed;
  if (drains_)
    give_up_ = slower;
  if (give_up_)
    return finish(resume_at_, give_up_);
  return std::nullopt;
}

void Parent::judge_pace() {
  switch (pace_.judge(board_)) {
  case Pace::Verdict::pays:
    return;
  case Pace::Verdict::stop:
    drains_ = true;
    unclaimed();
    board_.lower_limit(unclaimed_from_);
    return;
  case Pace::Verdict::drop:
    give_up_ = slower;
  }
}

std::optional<Step> Parent::take(std::uint32_t owner) {
  const Chunk chunk = chunks_.at(next_);
  Record record;
  if (!read_record(owner, chunk, record)) {
    // A body that writes where it must not: what else it hit isn't known.
    notice(site_, "the record of iterations " +
                      std::to_string(before_ + chunk.first) + " to " +
                      std::to_string(before_ + chunk.last - 1) +
                      " is damaged; the rest runs natively");
    return finish(chunk.first, crashed);
  }
  if (record.finding != 0)
    report_finding(owner, chunk, record);
  if (record.stop == chunk.first) {
    ended_ = record.ended != 0;
    return finish(chunk.first, ended_ ? NativeReason{} : left);
  }
  if (!output_.order_is_known(record, crew_.files(owner)))
    return finish(chunk.first, output_order);
  if (record.stop != chunk.last)
    crew_.end_all(); // nothing of later iterations may show
  if (!output_.print(record.first, crew_.files(owner)))
    return finish(chunk.first, output_error);
  if (site_.options().replays_output())
    progress_.hide();
  record_ = record;
  owner_ = owner;
  applying_ = true;
  pace_.applying();
  waiting_since_ = 0;
  return Step::apply;
}

/// Returns false if the record can't have been written by a worker that is in
/// order.
bool Parent::read_record(std::uint32_t owner, const Chunk &chunk,
                         Record &record) const {
  const ChunkSlot &slot = board_.chunk(next_);
  record = slot.record;
  const std::size_t size = board_.segment_size();
  return owner < board_.slots() && record.offset <= size &&
         record.size <= size - record.offset && record.stop >= chunk.first &&
         record.stop <= chunk.last &&
         Board::checksum(record, board_.segment(owner) + record.offset) ==
             slot.checksum;
}

Step Parent::finish(std::uint64_t resume_at, const NativeReason &reason) {
  if (!reason)
    crew_.let_finish();
  crew_.end_all();
  progress_.hide();
  resume_at_ = resume_at;
  reason_ = reason;
  refuse_to_go_on();
  note_experience();
  complete_report();
  return Step::finished;
}

void Parent::complete_report() {
  if (chunks_.open())
    report_.iterations = before_ + resume_at_;
  report_.workers = crew_.forked();
  report_.native = reason_.word;
  report_.seconds = static_cast<double>(monotonic_now() - began_) * 1e-9;
  report_.waiting = static_cast<double>(waited_) * 1e-9;
  report_.working = work_done(board_).busy * 1e-9;
  report_.applying = static_cast<double>(pace_.applied_time()) * 1e-9;
  for (std::uint32_t slot = 0; slot < board_.slots(); ++slot) {
    report_.record_bytes += board_.worker(slot).peak_bytes.load();
    for (Report::Slow slow : board_.worker(slot).slowest) {
      slow.iteration += before_;
      insert(report_.slowest, slow);
    }
  }
}

void Parent::note_experience() {
  const Work work = work_done(board_);
  if (chunks_.open())
    site_.expected_iterations =
        std::max<std::uint64_t>(1, before_ + resume_at_);
  if (work.iterations != 0 || chunks_.open())
    site_.time_per_iteration = std::chrono::nanoseconds(std::max<std::int64_t>(
        1, static_cast<std::int64_t>(
               work.busy / static_cast<double>(
                               std::max<std::uint64_t>(1, work.iterations)))));
  if (!judged_ || work.iterations == 0)
    return;
  Site::Experience &known = site_.experience;
  const double worker = work.busy / static_cast<double>(work.iterations);
  known.parallel = pace_.time_per_iteration(board_);
  known.worker = worker;
  const double lost =
      static_cast<double>(monotonic_now() - began_) - pace_.native_time(board_);
  const double least =
      least_loss + loss_per_byte * static_cast<double>(resident_bytes());
  known.lost = lost > 0 || reason_.is(slower) ? std::max(lost, least) : 0;
  known.since = 0;
}

} // namespace paraloop
