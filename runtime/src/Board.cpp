// Board.cpp: in: a mapping. Out: the tables in it.

#include "Board.h"

#include "Crc32c.h"

#include <climits>
#include <ctime>
#include <linux/futex.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace paraloop {
namespace {

/// Protection works on whole pages; 64 KiB is a multiple of every page size
/// that Linux uses.
constexpr std::size_t page = 65536;

std::size_t whole_pages(std::size_t bytes) {
  return (bytes + page - 1) / page * page;
}

std::size_t chunk_offset() { return 4096; }
std::size_t worker_offset(std::uint64_t chunks) {
  return chunk_offset() + chunks * sizeof(ChunkSlot);
}

} // namespace

static_assert(sizeof(Control) <= 4096);
static_assert(std::atomic<std::uint64_t>::is_always_lock_free &&
              std::atomic<std::uint32_t>::is_always_lock_free);
static_assert(sizeof(std::atomic<std::uint32_t>) == 4, "futex words");

std::size_t Board::bytes_needed(std::uint64_t chunks, std::uint32_t slots) {
  return whole_pages(worker_offset(chunks) + slots * sizeof(WorkerSlot));
}

Board::Board(const SharedMemory &memory, std::uint64_t chunks,
             std::uint32_t slots)
    : chunks_(chunks), slots_(slots),
      control_(reinterpret_cast<Control *>(memory.begin())),
      chunk_slots_(
          reinterpret_cast<ChunkSlot *>(memory.begin() + chunk_offset())),
      worker_slots_(reinterpret_cast<WorkerSlot *>(memory.begin() +
                                                   worker_offset(chunks))),
      segments_(memory.begin() + bytes_needed(chunks, slots)),
      segment_size_((memory.size() - bytes_needed(chunks, slots)) / slots /
                    page * page) {
  control_->limit.store(chunks);
}

void Board::protect_others(std::uint32_t slot) const {
  // A failure only means less protection.
  if (slot != 0)
    mprotect(segments_, slot * segment_size_, PROT_NONE);
  if (slot + 1 != slots_)
    mprotect(segment(slot + 1), (slots_ - slot - 1) * segment_size_, PROT_NONE);
}

void Board::lower_limit(std::uint64_t index) const {
  std::uint64_t limit = control_->limit.load();
  while (index < limit &&
         !control_->limit.compare_exchange_weak(limit, index)) {
  }
}

void Board::raise_limit(std::uint64_t index) const {
  control_->limit.compare_exchange_strong(index, chunks_);
}

std::uint32_t Board::checksum(const Record &record, const std::byte *updates) {
  return crc32c(paraloop::checksum(updates, record.size), &record,
                sizeof record);
}

std::int64_t monotonic_now() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * std::int64_t{1000000000} + now.tv_nsec;
}

void sleep_on(std::atomic<std::uint32_t> &word, std::uint32_t value,
              std::int64_t time) {
  const timespec limit{time / 1000000000, time % 1000000000};
  // Interrupted, woken, changed or late: all callers look at the state again
  // themselves.
  syscall(SYS_futex, &word, FUTEX_WAIT, value, &limit, nullptr, 0);
}

void wake(std::atomic<std::uint32_t> &word) {
  syscall(SYS_futex, &word, FUTEX_WAKE, INT_MAX, nullptr, nullptr, 0);
}

} // namespace paraloop
