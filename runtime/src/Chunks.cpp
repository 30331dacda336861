// Chunks.cpp: in: a trip count. Out: chunks.

#include "Chunks.h"

#include <algorithm>

namespace paraloop {
namespace {

/// Between 64 and 4096 chunks all are equally good, measured; fewer leave
/// workers idle at the end.
constexpr std::uint64_t usual_chunks = 1024;

/// Where the trip count isn't known, this many chunks have one iteration each
/// (or what takes long enough), as many have two, then four, and so on: few
/// long loops and many short ones get enough of them.
constexpr std::uint64_t chunks_a_length = 256;
constexpr std::uint64_t lengths = 44;

/// So that all iterations can be counted: 2^8 chunks of 2^10 * 2^43, and as
/// many as that before.
constexpr std::uint64_t most_at_first = std::uint64_t{1} << 10;

/// Without the sum a + b - 1, which could overflow.
std::uint64_t divide_rounding_up(std::uint64_t a, std::uint64_t b) {
  return a / b + (a % b != 0);
}

} // namespace

Chunks::Chunks(TripCount trips, std::uint64_t length, std::uint64_t timely)
    : open_(trips.open), iterations_(trips.iterations), length_(length),
      first_(std::clamp<std::uint64_t>(timely, 1, most_at_first)) {
  if (open_) {
    lay_out_open_ended();
    return;
  }
  const std::uint64_t iterations = trips.iterations;
  const std::uint64_t shortest = divide_rounding_up(iterations, max_chunks);
  const std::uint64_t wanted = length != 0   ? length
                               : timely != 0 ? timely
                                             : iterations / usual_chunks;
  length_ = std::max({std::uint64_t{1}, wanted, shortest});
  count_ = divide_rounding_up(iterations, length_);
}

void Chunks::lay_out_open_ended() {
  constexpr std::uint64_t most = std::uint64_t{1} << 62;
  if (length_ != 0) {
    length_ = std::min(length_, most / max_chunks);
    count_ = max_chunks;
    iterations_ = length_ * count_;
  } else {
    count_ = chunks_a_length * lengths;
    iterations_ = at(count_ - 1).last;
  }
}

Chunk Chunks::at(std::uint64_t index) const {
  if (length_ == 0) {
    const std::uint64_t times = std::uint64_t{1} << index / chunks_a_length;
    const std::uint64_t length = first_ * times;
    const std::uint64_t first = chunks_a_length * (times - 1) * first_ +
                                index % chunks_a_length * length;
    return {index, first, first + length};
  }
  const std::uint64_t first = index * length_;
  return {index, first, first + std::min(length_, iterations_ - first)};
}

} // namespace paraloop
