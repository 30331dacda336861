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
  if (!plan_.same_target || out.empty() || err.empty())
    return true;
  if (own_buffers_ || buffering_of(stderr, STDERR_FILENO) != Buffering::none)
    return false;
  // All of stdout's bytes stay in the buffer, so stderr's come first, whatever
  // their order was.
  const std::size_t room = std::max<std::size_t>(__fbufsize(stdout), 1024);
  return out.begin == out.flushed &&
         __fpending(stdout) + (out.end - out.begin) < room;
}

template <class Sink>
void Output::copy(int file, std::uint64_t begin, std::uint64_t end,
                  const Sink &sink) {
  buffer_.resize(block_size);
  while (begin != end) {
    const std::size_t wanted = static_cast<std::size_t>(
        std::min<std::uint64_t>(end - begin, block_size));
    const ssize_t got =
        pread(file, buffer_.data(), wanted, static_cast<off_t>(begin));
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      fatal(exit_broken,
            system_error("the output of a worker can't be read back"));
    sink(buffer_.data(), static_cast<std::size_t>(got));
    begin += static_cast<std::uint64_t>(got);
  }
}

void Output::print_stream(int stream, const StreamRange &range, int file) {
  FILE *const stdio = stream == 0 ? stdout : stderr;
  std::streambuf *const cpp = cpp_buffer(stream);
  const auto sliced = [&](const char *data, std::size_t size, const auto &put) {
    const std::size_t most = nonblocking_[stream] ? slice_size : size;
    for (std::size_t done = 0; done < size; done += most) {
      if (nonblocking_[stream])
        wait_until_writable(stream + 1);
      put(data + done, std::min(most, size - done));
    }
  };
  const auto to_stdio = [&](const char *data, std::size_t size) {
    sliced(data, size, [&](const char *from, std::size_t count) {
      std::fwrite(from, 1, count, stdio);
    });
  };
  const auto to_cpp = [&](const char *data, std::size_t size) {
    sliced(data, size, [&](const char *from, std::size_t count) {
      cpp->sputn(from, static_cast<std::streamsize>(count));
    });
  };
  if (std::fwide(stdio, 0) > 0) {
    std::fflush(stdio);
    return copy(file, range.begin, range.end,
                [&](const char *data, std::size_t size) {
                  write_directly(stream + 1, data, size);
                });
  }
  if (range.begin != range.flushed) {
    if (own_buffers_)
      copy(file, range.begin, range.flushed, to_cpp);
    else
      copy(file, range.begin, range.flushed, to_stdio);
    flush_cpp_streams(stream + 1);
    std::fflush(stdio);
  }
  copy(file, range.flushed, range.buffered, to_stdio);
  copy(file, range.buffered, range.end, to_cpp);
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
