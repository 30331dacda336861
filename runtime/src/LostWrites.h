// LostWrites.h: what a body changes without that the runtime is told, in a
// worker (PARALOOP_CHECK=1).
//
// In: the memory of a worker before its first chunk, and at the end of each;
// what is known to change. Out: the names of variables whose changes would be
// lost. Looked at are global and static variables of the program and of its own
// libraries, and the local variables of functions that called the loop's.

#ifndef PARALOOP_LOST_WRITES_H
#define PARALOOP_LOST_WRITES_H

#include "Baseline.h"
#include "Callers.h"
#include "KnownVariables.h"

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace paraloop {

/// Finding is what a record says instead of updates.
enum class Finding : std::uint64_t {
  nothing = 0,
  lost_writes = 1, ///< The record is a list of variables, as text.
  unchecked = 2,   ///< The record says why the check can't be made.
};

class LostWrites {
public:
  struct Result {
    Finding finding;
    std::string text;
  };

  /// Remembers the memory as it is. `local` is a variable of the function that
  /// holds the loop.
  explicit LostWrites(const void *local);

  /// accept() says that the loop changes this object, and that what it is now
  /// will not be lost.
  void accept(const void *object, std::size_t size);

  /// find() returns what has changed since it was called last.
  Result find();

private:
  std::vector<Baseline::Memory> memory() const;
  std::vector<std::string>
  describe(const std::vector<MemoryRange> &differences);
  std::string describe_unnamed(const MemoryRange &difference,
                               const KnownVariables::Place &place);

  KnownVariables variables_;
  MemoryRange callers_;
  Baseline baseline_;
  std::string problem_;
  std::set<std::uintptr_t> changed_once_; ///< Words that no name stands for.
};

} // namespace paraloop

#endif
