// Output.h: prints in the parent, in iteration order, what workers printed.
//
// In: a chunk's record and its worker's capture files. Out: the same bytes in
// the same buffers in which the sequential program would hold them: what the
// body left in stdout's buffer goes into stdout's buffer, what it flushed is
// flushed. So the bytes reach a pipe, a terminal or a file that stdout and
// stderr share in the same order, and a crash that follows loses the same
// bytes.

#ifndef PARALOOP_OUTPUT_H
#define PARALOOP_OUTPUT_H

#include "Board.h"
#include "Capture.h"

#include <cstdio>
#include <vector>

namespace paraloop {

class Output {
public:
  explicit Output(const CapturePlan &plan);

  /// order_is_known() returns false if the chunk printed to both stdout and
  /// stderr, these are one file, and which bytes the sequential program would
  /// have written first can't be told. The chunk then has to run natively.
  bool order_is_known(const Record &record) const;

  /// print() prints the output of a chunk and gives its pages back.
  void print(const Record &record, const CaptureFiles &files);

private:
  void print_stream(int stream, const StreamRange &range, int file);
  struct Stretch {
    std::uint64_t begin;
    std::uint64_t end;
  };
  template <class Sink>
  void copy(int stream, int file, Stretch stretch, const Sink &sink);

  CapturePlan plan_;
  bool own_buffers_;
  bool nonblocking_[2];
  std::vector<char> buffer_;
};

} // namespace paraloop

#endif
