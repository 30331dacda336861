// Crew.cpp: in: slots on the board. Out: processes in them.

#include "Crew.h"

#include "CostModel.h"
#include "FaultPoints.h"
#include "ProcFs.h"

#include <chrono>
#include <sys/resource.h>
#include <unistd.h>

extern "C" {
__attribute__((weak)) void __gcov_exit(void);
__attribute__((weak)) int __llvm_profile_write_file(void);
}

namespace paraloop {

Crew::Crew(const Board &board, const Chunks &chunks, const Options &options,
           const Printer &printer)
    : board_(board), chunks_(chunks), options_(options), printer_(printer),
      plan_(CapturePlan::of_this_process()), members_(board.slots()) {}

std::optional<std::uint32_t> Crew::free_slot() const {
  for (std::uint32_t slot = 0; slot < members_.size(); ++slot)
    if (!members_[slot].process.alive() && members_[slot].unapplied == 0)
      return slot;
  return std::nullopt;
}

/// Half of the descriptors stay for the program: a replayed update may open
/// files too.
bool Crew::has_descriptors(const CaptureFiles &files) const {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
    return true;
  for (int stream : {0, 1})
    if (files.descriptor(stream) >= 0 &&
        static_cast<rlim_t>(files.descriptor(stream)) >= limit.rlim_cur / 2)
      return false;
  return true;
}

Crew::Forked Crew::fork_worker(std::uint64_t first_chunk) {
  const std::optional<std::uint32_t> slot = free_slot();
  // An update may have started a thread; a worker would inherit its locks.
  if (!slot || thread_count() != 1)
    return Forked::failed;
  CaptureFiles files;
  if (!files.create(plan_) || !has_descriptors(files))
    return Forked::failed;
  Member &member = members_[*slot];
  member.files = std::move(files);
  WorkerSlot &shared = board_.worker(*slot);
  shared.cursor.store(first_chunk);
  shared.started.store(0);
  shared.asleep.store(0);
  shared.applied.store(0);
  const auto begin = std::chrono::steady_clock::now();
  const pid_t pid = fork_blocked(*slot, first_chunk);
  if (pid == 0) {
    pthread_sigmask(SIG_SETMASK, &signals_.program_mask(), nullptr);
    fault_point("after_fork", board_.control().faults);
    return Forked::child;
  }
  if (pid < 0) {
    member.files.close();
    return Forked::failed;
  }
  note_fork(std::chrono::steady_clock::now() - begin);
  member.process = ChildProcess(pid);
  signals_.ours(pid);
  ++forked_;
  return Forked::parent;
}

pid_t Crew::fork_blocked(std::uint32_t slot, std::uint64_t first_chunk) {
  const AllBlocked blocked;
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid == 0)
    set_up_worker(slot, first_chunk, parent);
  return pid;
}

void Crew::set_up_worker(std::uint32_t slot, std::uint64_t first_chunk,
                         pid_t parent) {
  fault_point("before_prctl", board_.control().faults);
  become_worker(parent);
  WorkerOutput output;
  if (!output.redirect(plan_, members_[slot].files))
    _exit(1);
  // The body finds as many free descriptors as it would in the sequential
  // program.
  for (Member &member : members_) {
    member.files.close();
    if (member.process.pidfd() >= 0)
      close(member.process.pidfd());
  }
  worker_ = std::make_unique<Worker>(
      Worker::Birth{board_, chunks_, slot, first_chunk, options_, printer_},
      output);
}

std::vector<Crew::Death> Crew::reap() {
  std::vector<Death> deaths;
  for (std::uint32_t slot = 0; slot < members_.size(); ++slot) {
    ChildProcess &process = members_[slot].process;
    const pid_t pid = process.pid();
    if (process.reap_if_ended())
      deaths.push_back({slot, pid, process.how_it_ended()});
  }
  return deaths;
}

void Crew::end(std::uint32_t slot) { members_[slot].process.end(); }

void Crew::end_all() {
  for (Member &member : members_) // They can die side by side.
    member.process.kill();
  for (Member &member : members_)
    member.process.end();
}

void Crew::let_finish() {
  if (!__gcov_exit && !__llvm_profile_write_file)
    return;
  for (int waited = 0; waited < 1000 && !alive().empty(); ++waited) {
    reap();
    usleep(1000);
  }
}

void Crew::bury(std::uint32_t slot, std::uint32_t unapplied) {
  members_[slot].unapplied = unapplied;
  if (unapplied == 0)
    members_[slot].files.close();
}

void Crew::applied(std::uint32_t slot) {
  Member &member = members_[slot];
  if (!member.process.alive()) {
    if (member.unapplied != 0 && --member.unapplied == 0)
      member.files.close();
    return;
  }
  WorkerSlot &shared = board_.worker(slot);
  shared.applied.fetch_add(1);
  if (shared.asleep.load() != 0)
    wake(shared.applied);
}

std::vector<std::uint32_t> Crew::alive() const {
  std::vector<std::uint32_t> slots;
  for (std::uint32_t slot = 0; slot < members_.size(); ++slot)
    if (members_[slot].process.alive())
      slots.push_back(slot);
  return slots;
}

} // namespace paraloop
