// Output.cpp: in: captured bytes. Out: the same bytes on the program's own
// streams.

#include "Output.h"

#include "Fatal.h"
#include "Streams.h"

#include <algorithm>
#include <cerrno>
#include <cwchar>
#include <fcntl.h>
#include <iostream>
#include <poll.h>
#include <stdio_ext.h>
#include <unistd.h>

namespace paraloop {
namespace {

/// A pipe that poll() calls writable takes this much without blocking.
constexpr std::size_t slice_size = 4096;
constexpr std::size_t block_size = 65536;

void wait_until_writable(int descriptor) {
  pollfd waited{descriptor, POLLOUT, 0};
  while (poll(&waited, 1, -1) < 0 && errno == EINTR) {
  }
}

/// Writes past stdio, for a stream of wide characters, which stdio doesn't let
/// take bytes.
void write_directly(int descriptor, const char *data, std::size_t size) {
  while (size != 0) {
    const ssize_t written = write(descriptor, data, size);
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return; // as for stdio in the sequential program, whose buffer could not
              // be written
    data += written;
    size -= static_cast<std::size_t>(written);
  }
}

std::streambuf *cpp_buffer(int stream) {
  return stream == 0 ? std::cout.rdbuf() : std::clog.rdbuf();
}

} // namespace

Output::Output(const CapturePlan &plan)
    : plan_(plan), own_buffers_(cpp_streams_have_own_buffers()) {
  for (int stream : {0, 1})
    nonblocking_[stream] =
        plan.open[stream] && (fcntl(stream + 1, F_GETFL) & O_NONBLOCK) != 0;
}

bool Output::order_is_known(const Record &record) const {
  const StreamRange &out = record.output[0];
  const StreamRange &err = record.output[1];
  if (out.unsure && __fpending(stdout) + cpp_pending(STDOUT_FILENO) != 0)
    return false;
  if (err.unsure && __fpending(stderr) + cpp_pending(STDERR_FILENO) != 0)
    return false;
  if (!plan_.same_target || out.empty() || err.empty())
    return true;
  // If all of stdout's bytes stay in the buffer, stderr's reach the file first,
  // whatever their order was.
  const std::size_t room = std::max<std::size_t>(__fbufsize(stdout), 1024);
  return !own_buffers_ && err.file_begin == err.file_end &&
         out.begin == out.direct_end && !out.flushes &&
         __fpending(stdout) + (out.end - out.begin) < room;
}

template <class Sink>
void Output::copy(int stream, int file, Stretch stretch, const Sink &sink) {
  const std::size_t most = nonblocking_[stream] ? slice_size : block_size;
  buffer_.resize(most);
  while (stretch.begin != stretch.end) {
    const std::size_t wanted = static_cast<std::size_t>(
        std::min<std::uint64_t>(stretch.end - stretch.begin, most));
    const ssize_t got =
        pread(file, buffer_.data(), wanted, static_cast<off_t>(stretch.begin));
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      fatal(exit_broken,
            system_error("the output of a worker can't be read back"));
    if (nonblocking_[stream])
      wait_until_writable(stream + 1);
    sink(buffer_.data(), static_cast<std::size_t>(got));
    stretch.begin += static_cast<std::uint64_t>(got);
  }
}

void Output::print_stream(int stream, const StreamRange &range, int file) {
  FILE *const stdio = stream == 0 ? stdout : stderr;
  std::streambuf *const cpp = cpp_buffer(stream);
  const auto to_descriptor = [&](const char *data, std::size_t size) {
    write_directly(stream + 1, data, size);
  };
  const auto to_stdio = [&](const char *data, std::size_t size) {
    std::fwrite(data, 1, size, stdio);
  };
  const auto to_cpp = [&](const char *data, std::size_t size) {
    cpp->sputn(data, static_cast<std::streamsize>(size));
  };
  if (std::fwide(stdio, 0) > 0) {
    std::fflush(stdio);
    return copy(stream, file, {range.begin, range.end}, to_descriptor);
  }
  // Where nothing waits in the buffer, stdio does the same and notices errors.
  if (__fpending(stdio) == 0 && range.begin != range.direct_end) {
    copy(stream, file, {range.begin, range.direct_end}, to_stdio);
    std::fflush(stdio);
  } else {
    copy(stream, file, {range.begin, range.direct_end}, to_descriptor);
  }
  if (range.flushes) {
    flush_cpp_streams(stream + 1);
    copy(stream, file, {range.flushed_begin, range.flushed_end}, to_stdio);
    std::fflush(stdio);
  }
  copy(stream, file, {range.file_begin, range.file_end}, to_stdio);
  copy(stream, file, {range.cpp_begin, range.end}, to_cpp);
}

void Output::print(const Record &record, const CaptureFiles &files) {
  for (int stream : {0, 1}) {
    const StreamRange &range = record.output[stream];
    const int file = files.descriptor(stream);
    if (range.empty() || file < 0)
      continue;
    print_stream(stream, range, file);
    // Whole pages only; the beginning of the first page belongs to a chunk that
    // was printed before.
    const std::uint64_t from = range.begin / slice_size * slice_size;
    if (range.end - from >= slice_size)
      fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
                static_cast<off_t>(from), static_cast<off_t>(range.end - from));
  }
}

} // namespace paraloop
