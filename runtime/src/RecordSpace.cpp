// RecordSpace.cpp: in: sizes. Out: offsets.

#include "RecordSpace.h"

#include <algorithm>

namespace paraloop {
namespace {

/// Records begin at the start of a cache line.
constexpr std::size_t aligned(std::size_t bytes) {
  return (bytes + 63) / 64 * 64;
}

/// It isn't worth going back for less.
constexpr std::size_t least_gap = std::size_t{64} << 10;

} // namespace

/// A record doesn't tell beforehand how long it will be.
std::size_t RecordSpace::wanted() const {
  return std::max(least_gap, 4 * largest_);
}

void RecordSpace::applied(std::uint32_t count) {
  for (; forgotten_ != count && !records_.empty(); ++forgotten_) {
    outstanding_ -= records_.front().size;
    records_.pop_front();
  }
  if (records_.empty()) {
    next_ = top_ = 0;
    below_ = false;
    fence_ = forgotten_;
    return;
  }
  const auto written = forgotten_ + static_cast<std::uint32_t>(records_.size());
  if (below_ && forgotten_ >= below_since_) { // All above are gone.
    below_ = false;
    top_ = next_;
    fence_ = below_since_;
  }
  if (below_ && capacity() < wanted()) {
    below_ = false;
    next_ = top_;
    fence_ = written;
  } else if (!below_ && forgotten_ >= fence_ &&
             records_.front().begin >= wanted()) {
    below_ = true;
    below_since_ = written;
    top_ = next_;
    next_ = 0;
  }
}

void RecordSpace::add(std::size_t size) {
  const std::size_t whole = aligned(size);
  records_.push_back({next_, whole});
  outstanding_ += whole;
  largest_ = std::max(largest_, whole);
  next_ = std::min(next_ + whole, size_);
  if (!below_)
    top_ = next_;
}

} // namespace paraloop
