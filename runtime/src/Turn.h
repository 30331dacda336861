// Turn.h: when may a worker fold what its chunk has for the running values of
// the loop, and where are they?
//
// In: the board, a claimed chunk. Out: its turn, when the chunk before it is
// complete. The values of a chunk are kept until the next but one is complete:
// so a chunk whose worker dies can be run again.

#ifndef PARALOOP_TURN_H
#define PARALOOP_TURN_H

#include "Board.h"

#include <cstddef>
#include <cstdint>
#include <sys/types.h>

namespace paraloop {

class Turn {
public:
  /// `board` must outlive this object.
  Turn(const Board &board, std::uint32_t slot) : board_(board), slot_(slot) {}

  /// await() returns the values that the chunks before `index` have left, as
  /// soon as these are complete; null if nobody wants the chunk any more. Ends
  /// the process if `parent` is gone.
  const std::byte *await(std::uint64_t index, pid_t parent) const;

  /// pass_on() wakes whom the completion of a chunk lets go on.
  void pass_on() const;

private:
  bool has_come(std::uint64_t index) const;
  bool sees_it_soon(std::uint64_t index) const;

  const Board &board_;
  const std::uint32_t slot_;
};

/// running_values() returns where chunk `index` leaves the loop's running
/// values; `index` is -1 for what the loop begins with.
std::byte *running_values(const Board &board, std::uint64_t index);

} // namespace paraloop

#endif
