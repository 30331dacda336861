// Chunks.h: how the iterations of a loop are cut into chunks. Arithmetic only.
//
// In: a trip count and the `chunk` option. Out: equal chunks, all but the last
// of the same length; where the trip count isn't known, chunks that grow with
// their number.

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
  /// is enlarged. `timely` is the length that paraloop would choose by what an
  /// iteration takes, for the first chunks if the trip count isn't known; 0:
  /// that isn't known.
  Chunks(TripCount trips, std::uint64_t length, std::uint64_t timely = 0);

  std::uint64_t count() const { return count_; }

  /// iterations() returns the trip count; of an open one, what the chunks have
  /// room for.
  std::uint64_t iterations() const { return iterations_; }
  bool open() const { return open_; }

  /// at() returns chunk `index`. EXPECTS: index < count().
  Chunk at(std::uint64_t index) const;

private:
  void lay_out_open_ended();

  bool open_;
  std::uint64_t iterations_;
  std::uint64_t length_; ///< 0: the chunks grow.
  std::uint64_t first_;  ///< The length of the first ones that grow.
  std::uint64_t count_;
};

} // namespace paraloop

#endif
