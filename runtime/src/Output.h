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
#include "paraloop/bytes.h"

#include <cstdio>
#include <vector>

namespace paraloop {

class Output {
public:
  explicit Output(const CapturePlan &plan);

  /// order_is_known() returns false if which bytes the sequential program would
  /// have written first can't be told: because the chunk printed to both stdout
  /// and stderr and these are one file, say. The chunk then has to run
  /// natively.
  bool order_is_known(const Record &record, const CaptureFiles &files);

  /// print() prints what a chunk printed first, and gives its pages back.
  /// Returns false if that failed before anything got out, and all is as it
  /// was: the chunk has to run natively, to see the error itself. `files` are
  /// those of the whole chunk and must stay until it is applied.
  bool print(const Printed &printed, const CaptureFiles &files);

  /// print_behind() prints what the same chunk printed later. An error can't
  /// be undone any more. EXPECTS: the worker knew it to be certain.
  void print_behind(const Printed &printed);

  /// print_between() is print_behind() as an update: `output` is the Output,
  /// the operand of each call what is to be printed.
  static void print_between(const void *output, Reader &reader,
                            std::uint64_t count);

  /// failed() returns true if something of the chunk that was printed last
  /// could not be written.
  bool failed() const { return failed_; }

  /// at_line_start() returns true if the last byte that was printed ended a
  /// line, or none was.
  bool at_line_start() const { return at_line_start_; }

private:
  bool order_is_known(const Printed &printed, const CaptureFiles &files);
  bool stays_in_buffer(const Printed &printed) const;
  bool full_exactly(std::size_t most_at_once) const;
  std::vector<Call> calls_of(const Printed &printed, int file) const;
  void print_stream(int stream, const StreamRange &range, int file);
  void print_calls(const CaptureFiles &files);
  void print_all(const Printed &printed, const CaptureFiles &files);

  // Sinks: places for bytes of stdout (`stream` 0) or stderr (1).
  using Sink = void (Output::*)(int stream, const char *data, std::size_t size);
  void to_stdio(int stream, const char *data, std::size_t size);
  void to_descriptor(int stream, const char *data, std::size_t size);
  void to_cpp(int stream, const char *data, std::size_t size);
  void flush(int stream);

  struct Stretch {
    std::uint64_t begin;
    std::uint64_t end;
  };
  void copy(Sink sink, int stream, int file, Stretch stretch);

  CapturePlan plan_;
  bool own_buffers_;
  bool nonblocking_[2];
  const CaptureFiles *files_ = nullptr;
  std::vector<char> buffer_;
  bool at_line_start_ = true;
  bool failed_ = false;     // something of this chunk could not be written
  bool got_out_ = false;    // something of this chunk reached a descriptor
  std::vector<Call> calls_; // of what order_is_known() saw last
};

} // namespace paraloop

#endif
