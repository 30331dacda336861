// Baseline.h: memory as it was.
//
// In: ranges of this process's memory. Out: which of their bytes have another
// value now.

#ifndef PARALOOP_BASELINE_H
#define PARALOOP_BASELINE_H

#include "MemoryRange.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace paraloop {

class Baseline {
public:
  /// Memory is a range of readable memory.
  struct Memory {
    MemoryRange range;
    bool begins_empty; ///< What was never touched is zero.
  };

  /// Keeps a copy of all this memory.
  explicit Baseline(const std::vector<Memory> &memory);
  ~Baseline();
  Baseline(const Baseline &) = delete;
  Baseline &operator=(const Baseline &) = delete;

  /// failed() returns true if there was no memory for the copy.
  bool failed() const { return failed_; }

  /// differences() returns the runs of bytes that have changed, each within one
  /// aligned word.
  std::vector<MemoryRange> differences() const;

  /// accept() takes what is in the range now for what was there.
  void accept(const MemoryRange &range);

private:
  /// Whole words. The copy of the byte at `a` is at `a + to_copy`.
  struct Part {
    MemoryRange range;
    std::uintptr_t to_copy;
  };

  void copy(const Part &part, const MemoryRange &range);

  std::vector<Part> parts_;
  void *copy_ = nullptr;
  std::size_t size_ = 0;
  bool failed_ = false;
};

} // namespace paraloop

#endif
