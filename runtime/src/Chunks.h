// Chunks.h: how the iterations of a loop are cut into chunks. Arithmetic only.
//
// In: a trip count and the `chunk` option. Out: equal chunks, all but the last
// of the same length.

#ifndef PARALOOP_CHUNKS_H
#define PARALOOP_CHUNKS_H

#include "paraloop/region.h"

#include <cstdint>

namespace paraloop {

/// The table of chunks is shared memory that is laid out before the loop, so it
/// has an end.
constexpr std::uint64_t max_chunks = 65536;

class Chunks {
public:
  /// `length` is the number of iterations that the user wants in a chunk; 0:
  /// let paraloop choose. A length that would give more than max_chunks chunks
  /// is enlarged.
  Chunks(std::uint64_t iterations, std::uint64_t length);

  std::uint64_t count() const { return count_; }
  std::uint64_t iterations() const { return iterations_; }

  /// at() returns chunk `index`. EXPECTS: index < count().
  Chunk at(std::uint64_t index) const;

private:
  std::uint64_t iterations_;
  std::uint64_t length_;
  std::uint64_t count_;
};

} // namespace paraloop

#endif
