// Turn.cpp: in: the state of the chunk before. Out: a worker goes on. It looks
// for a short while, because to be woken takes longer than most waits, and then
// sleeps.

#include "Turn.h"

#include <unistd.h>

namespace paraloop {
namespace {

/// To wake a process that sleeps on another core takes some 25 to 45 us.
constexpr std::int64_t patience = 30000; // ns

/// A wake-up can't get lost, but its sender can die before it sends it.
constexpr std::int64_t longest_sleep = 2000000; // ns

void pause_briefly() {
#if defined(__x86_64__)
  __builtin_ia32_pause();
#endif
}

} // namespace

std::byte *running_values(const Board &board, std::uint64_t index) {
  return board.control().running[index % 2];
}

bool Turn::has_come(std::uint64_t index) const {
  return index == 0 ||
         state_of(board_.chunk(index - 1).word.load()) == ChunkState::done;
}

bool Turn::sees_it_soon(std::uint64_t index) const {
  if (has_come(index))
    return true;
  const std::int64_t until = monotonic_now() + patience;
  while (!has_come(index)) {
    for (int i = 0; i < 16; ++i)
      pause_briefly();
    if (monotonic_now() > until)
      return false;
  }
  return true;
}

const std::byte *Turn::await(std::uint64_t index, pid_t parent) const {
  Control &control = board_.control();
  if (!sees_it_soon(index)) {
    board_.worker(slot_).asleep.store(1); // Others would have to wait, too.
    while (!has_come(index)) {
      if (index >= control.limit.load())
        break;
      if (getppid() != parent)
        _exit(1);
      const std::uint32_t passed = control.turns.load();
      control.turn_is_awaited.store(1);
      // Sequentially consistent, like the stores in publish() and pass_on().
      if (!has_come(index))
        sleep_on(control.turns, passed, longest_sleep);
    }
    board_.worker(slot_).asleep.store(0);
  }
  // The limit is lowered before the chunk that ends the loop is complete.
  return index < control.limit.load() ? running_values(board_, index - 1)
                                      : nullptr;
}

void Turn::pass_on() const {
  Control &control = board_.control();
  if (control.turn_is_awaited.load() == 0)
    return;
  control.turn_is_awaited.store(0);
  control.turns.fetch_add(1);
  wake(control.turns);
}

} // namespace paraloop
