// extents.h: which stretches of its memory a worker has changed.
//
// In: the address and size of each object, as the body is about to change it.
// Out: at the end of the chunk, the bytes of exactly these objects in a record;
// in the parent, the same bytes at the same addresses (fork keeps them equal).

#ifndef PARALOOP_EXTENTS_H
#define PARALOOP_EXTENTS_H

#include "paraloop/bytes.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace paraloop {
namespace detail {

/// Extents is a log of address ranges. Bodies walk through a few arrays at a
/// time, so that most calls of add() meet a stretch that is still open.
class Extents {
public:
  /// add() notes that [begin, begin + size) is changed in this chunk. It
  /// doesn't throw, because the body would see that; see failed().
  void add(const void *begin, std::size_t size) {
    const auto first = reinterpret_cast<std::uintptr_t>(begin);
    for (Extent &one : open_) // Bodies often fill two or three arrays in turns.
      if (first - one.begin <= one.end - one.begin) {
        if (first + size > one.end)
          one.end = first + size;
        return;
      }
    add_elsewhere(first, first + size);
  }

  bool empty() const { return open_[0].end == 0; }

  /// failed() returns true if there was no memory for the log.
  bool failed() const { return failed_; }

  /// for_each() calls use(address, size) for stretches that cover what was
  /// noted.
  template <class Use> void for_each(const Use &use) const {
    for (const Extent &one : open_)
      use(reinterpret_cast<const void *>(one.begin), one.end - one.begin);
    for (const Extent &one : closed_)
      use(reinterpret_cast<const void *>(one.begin), one.end - one.begin);
  }

  /// write() appends the bytes of all that was noted, as they are now.
  void write(Writer &writer);

  void clear();

private:
  struct Extent {
    std::uintptr_t begin = 0;
    std::uintptr_t end = 0;
  };
  static constexpr std::size_t most_open = 4;

  [[gnu::cold]] void add_elsewhere(std::uintptr_t begin,
                                   std::uintptr_t end) noexcept;
  void push(const Extent &extent);
  void merge();

  Extent open_[most_open];
  std::size_t oldest_ = 0; ///< The one that has to make room for another.
  std::vector<Extent> closed_;
  std::size_t merge_at_ = 0; ///< When so many are closed, they are merged.
  bool failed_ = false;
};

/// apply_extents() puts what Extents::write() appended back to where it came
/// from.
void apply_extents(Reader &reader);

} // namespace detail
} // namespace paraloop

#endif
