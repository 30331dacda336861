// ProcessState.h: what one iteration could change in its process for the next,
// by a function that the tool can't see.
//
// In: the working directory, the mask of new files, the environment. Out: a
// value to compare. An iteration that changes any of it has to run in the
// parent.

#ifndef PARALOOP_PROCESS_STATE_H
#define PARALOOP_PROCESS_STATE_H

#include <cstdint>
#include <sys/types.h>

namespace paraloop {

class ProcessState {
public:
  /// Takes the present state.
  ProcessState();

  /// still_holds() returns true if the state is now what it was when this
  /// object was made.
  bool still_holds() const;

private:
  dev_t device_ = 0; // of the working directory
  ino_t inode_ = 0;
  mode_t mask_;
  std::uint64_t environment_;
};

/// environment_mark() returns a number that changes when the environment does:
/// setenv() and its relatives put another pointer into `environ`. Some
/// nanoseconds instead of one search for each variable.
std::uint64_t environment_mark();

} // namespace paraloop

#endif
