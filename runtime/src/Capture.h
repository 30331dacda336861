// Capture.h: what a worker prints goes into files in memory, not to the
// program's stdout and stderr.
//
// In: how the program's descriptors 1 and 2 are set up. Out: in the parent, one
// or two files for each worker; in the worker, those files as its descriptors 1
// and 2, and for each chunk the stretch of them that the chunk printed.
// Output.h is the way back.

#ifndef PARALOOP_CAPTURE_H
#define PARALOOP_CAPTURE_H

#include "Board.h"
#include "CallOrder.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <sys/types.h>

namespace paraloop {

/// CapturePlan is decided once for a region, by the parent.
struct CapturePlan {
  bool open[2] = {false, false}; ///< Descriptors 1 and 2; a closed one stays
                                 ///< closed and isn't captured.
  /// Both are one open file and stdout isn't fully buffered: one capture file
  /// keeps their order.
  bool merged = false;
  /// Both are one open file and stdout is fully buffered: what the sequential
  /// program writes to stdout reaches the file when the buffer is full, what it
  /// writes to stderr at once. CallOrder.h says how their order is kept.
  bool same_target = false;
  /// False where the order of the bytes in a common file can't be kept.
  bool possible = true;

  static CapturePlan of_this_process();
};

/// CaptureFiles are the capture files of one worker, as the parent holds them.
class CaptureFiles {
public:
  CaptureFiles() = default;
  ~CaptureFiles() { close(); }
  CaptureFiles(CaptureFiles &&other) noexcept;
  CaptureFiles &operator=(CaptureFiles &&other) noexcept;

  /// create() makes the files that `plan` asks for. Returns false, with nothing
  /// left, on failure.
  bool create(const CapturePlan &plan);
  void close();

  /// descriptor() returns the file for stdout (0) or stderr (1); -1 if that
  /// isn't captured by itself.
  int descriptor(int stream) const { return descriptor_[stream]; }

private:
  int descriptor_[2] = {-1, -1};
};

/// WorkerOutput lives in a worker and knows how far its capture files are
/// filled.
class WorkerOutput {
public:
  /// Redirects descriptors 1 and 2 of this process. What the parent had printed
  /// but not flushed before the fork is the parent's to print: the worker's
  /// copy of it is thrown away. Returns false if that fails.
  bool redirect(const CapturePlan &plan, const CaptureFiles &files);

  /// begin_iteration() notes how much of stdout waits in its buffer, where
  /// notes_iterations() says that this matters.
  bool notes_iterations() const { return order_ != nullptr; }
  void begin_iteration() {
    if (order_)
      look_at_pending();
  }

  /// printed() returns the bytes that were printed in all.
  std::uint64_t printed() const {
    return streams_[0].position + streams_[1].position;
  }

  /// end_stretch() empties the buffers and says in `printed` what was printed
  /// since the last call. Returns false if the body did something to the
  /// streams that can't be captured.
  bool end_stretch(Printed &printed);

  /// begin_chunk() forgets what the chunk before left in the buffers.
  void begin_chunk();

  /// follows_updates() notes a stretch that comes behind updates, so that the
  /// parent can't give it back. Returns false if the parent might not know the
  /// order of its bytes.
  bool follows_updates(const Printed &printed);

  /// wants_empty() returns the streams (1 for stdout, 2 for stderr, or both)
  /// for which nothing may wait in the parent's buffers before the chunk.
  std::uint64_t wants_empty() const { return wants_empty_; }

private:
  struct Stream {
    bool captured = false;
    bool buffered = false;      // stdout, and it has a buffer
    bool holds_back = false;    // text may wait in the parent's buffer
    bool waits = false;         // text of the last stretch does
    bool waited = false;        // text of an earlier stretch of the chunk does
    bool marked = false;        // the marker lies in the buffer
    ino_t inode = 0;            // of the capture file
    std::uint64_t position = 0; // how far the file is filled
    std::size_t uncaptured =
        0; // bytes that wait in the FILE of a closed descriptor
  };

  bool start(int stream, int file);
  void mark(Stream &stream);
  void look_at_pending();
  bool keep_order(Printed &printed);
  bool store(const std::vector<Call> &calls);
  void sort_out(const Stream &stream, StreamRange &range) const;
  bool end_stream(int stream, StreamRange &range);

  /// The marker is put into stdout's buffer when a chunk begins. Where it turns
  /// up in the capture file, the body flushed the buffer for the first time:
  /// bytes before it went past the buffer (a child's, say).
  static constexpr std::size_t marker_size = sizeof(Marker);

  CapturePlan plan_;
  Stream streams_[2];
  bool own_buffers_ = false;
  Marker marker_{};
  std::shared_ptr<CallOrder> order_; // where each write to stderr is noted
  std::size_t last_pending_ = 0;     // of stdout, when the last iteration began
  std::size_t most_at_once_ = 0;
  std::size_t buffer_size_ = 0; // of stdout, in the parent
  std::uint64_t wants_empty_ = 0;
};

} // namespace paraloop

#endif
