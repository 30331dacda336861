// RecordSpace.h: where in its segment a worker puts the next record.
//
// In: the sizes of the records, how many of them the parent has applied. Out:
// an offset. Memory that was used already is used again as soon as it can be:
// the first touch of a page costs as much as filling it ten times.
//
//     after a while:   |  free  | oldest ... newest |  free, never touched |
//     then:            | newest |  free  | oldest ...  |
//
// Where the space before the oldest one gets short, the next record goes behind
// all others.

#ifndef PARALOOP_RECORD_SPACE_H
#define PARALOOP_RECORD_SPACE_H

#include <cstddef>
#include <cstdint>
#include <deque>

namespace paraloop {

class RecordSpace {
public:
  explicit RecordSpace(std::size_t size) : size_(size) {}

  /// applied() notes that the first `count` records of all are not needed any
  /// more, and chooses a place for the next.
  void applied(std::uint32_t count);

  /// offset() returns where the next record begins, capacity() how long it can
  /// be.
  std::size_t offset() const { return next_; }
  std::size_t capacity() const { return end_of_gap() - next_; }

  /// add() notes that a record of `size` bytes was put there.
  void add(std::size_t size);

  /// outstanding() returns the bytes of the records that are still needed.
  std::size_t outstanding() const { return outstanding_; }
  bool empty() const { return records_.empty(); }

  /// is_crowded() returns true if the next record might find too little space
  /// because others have to be kept.
  bool is_crowded() const { return !records_.empty() && next_ > size_ / 2; }

private:
  struct Kept {
    std::size_t begin;
    std::size_t size;
  };

  std::size_t end_of_gap() const {
    return below_ ? records_.front().begin : size_;
  }
  std::size_t wanted() const;

  const std::size_t size_;
  std::deque<Kept> records_;      // the oldest first
  std::uint32_t forgotten_ = 0;   // records that were applied
  std::size_t outstanding_ = 0;   // bytes
  std::size_t largest_ = 0;       // of all records so far
  std::size_t next_ = 0;          // where the next record goes
  std::size_t top_ = 0;           // nothing is kept behind this
  bool below_ = false;            // next_ is below the oldest record
  std::uint32_t below_since_ = 0; // records before this one are above
  std::uint32_t fence_ = 0; // records from this one on lie in ascending order
};

} // namespace paraloop

#endif
