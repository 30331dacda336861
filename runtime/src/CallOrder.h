// CallOrder.h: in what order a worker's body wrote to stdout and to stderr
// where both are one file.
//
// In, in a worker: each write to stderr, with how far stdout had got. Out: the
// chunk's output as a list of Calls, which the parent executes with its own
// streams. What stdout holds back in its buffer then reaches the common file
// when it does in the sequential program, because the parent's buffer is the
// sequential program's.
//
// Stdout's own stream keeps the order: at a write to stderr while stdout holds
// something back, a marker is put behind that.

#ifndef PARALOOP_CALL_ORDER_H
#define PARALOOP_CALL_ORDER_H

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <vector>

namespace paraloop {

/// Marker is put among the bytes of a capture file to find a place again. Not
/// to be met in anybody's output by chance.
using Marker = std::array<char, 16>;
Marker random_marker();

/// put_marker() writes the marker to stdout. A stream that wasn't used yet
/// stays so: it may become one of wide characters.
void put_marker(const Marker &marker);

/// find_marker() returns where in [begin, end) of the file `descriptor` the
/// marker is.
std::optional<std::uint64_t> find_marker(const Marker &marker, int descriptor,
                                         std::uint64_t begin,
                                         std::uint64_t end);

/// Call is a write to stderr and the writes to stdout that came after it, as
/// offsets in the two capture files.
struct Call {
  std::uint64_t err_begin = 0;
  std::uint64_t err_end = 0;
  std::uint64_t text_begin = 0;
  std::uint64_t flushed_end = 0; ///< The body flushed [text_begin, flushed_end)
                                 ///< and all before it, if `flush` is 1.
  std::uint64_t text_end = 0;
  std::uint64_t flush = 0;
};

/// CallOrder lives in a worker. There is one in a process.
class CallOrder {
public:
  /// Moment is a write to stderr, or the beginning of a chunk.
  struct Moment {
    std::uint64_t err;      ///< How far stderr's file was filled.
    std::uint64_t position; ///< How far stdout's file was filled.
    std::uint64_t pending;  ///< What waited in stdout's buffer.
    bool marked;            ///< A marker follows what waited.
  };

  /// start() redirects what the program writes to stderr by stdio or by the
  /// synchronised C++ streams so that each write is noted. Returns null if
  /// that isn't possible here: the order isn't known then.
  static std::shared_ptr<CallOrder> start(const Marker &marker);

  /// begin_chunk() forgets all moments but the present one. `marked` is true
  /// if a marker was put into stdout's empty buffer.
  void begin_chunk(bool marked);

  /// calls() returns the chunk's output, which in stdout's file ends at `end`;
  /// up to `written` it was there before stdout's buffer was emptied for the
  /// end of the chunk. Returns nothing if something was written past the
  /// streams, so that the order isn't known.
  std::optional<std::vector<Call>> calls(std::uint64_t written,
                                         std::uint64_t end) const;

  /// has_markers() returns true if the chunk's writes to stderr put markers
  /// among the text of stdout.
  bool has_markers() const { return moments_.size() > 1; }

  /// write() is what stderr does.
  std::ptrdiff_t write(const char *data, std::size_t size);

private:
  void note();
  std::optional<std::uint64_t>
  place_of(const Moment &moment, std::uint64_t from, std::uint64_t end) const;

  Marker marker_{};
  std::vector<Moment> moments_;
  std::uint64_t expected_ = 0; // where stderr's file ends if all is noted
  bool failed_ = true;
};

} // namespace paraloop

#endif
