// Output.cpp: in: captured bytes. Out: the same bytes on the program's own
// streams.

#include "Output.h"

#include "Fatal.h"
#include "Progress.h"
#include "Streams.h"

#include <algorithm>
#include <cerrno>
#include <cwchar>
#include <fcntl.h>
#include <iostream>
#include <poll.h>
#include <stdio_ext.h>
#include <string>
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
/// take bytes. Returns false on an error.
bool write_directly(int descriptor, const char *data, std::size_t size) {
  while (size != 0) {
    const ssize_t written = write(descriptor, data, size);
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return false; // as for stdio in the sequential program, whose buffer
                    // could not be written
    data += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

FILE *stdio_of(int stream) { return stream == 0 ? stdout : stderr; }

bool something_waits(int stream) {
  return __fpending(stdio_of(stream)) + cpp_pending(stream + 1) != 0;
}

/// Gives back whole pages only; the beginning of the first page belongs to a
/// chunk that was printed before.
void give_back(const StreamRange &range, int file) {
  const std::uint64_t from = range.begin / slice_size * slice_size;
  if (file >= 0 && range.end > from + slice_size)
    fallocate(file, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
              static_cast<off_t>(from), static_cast<off_t>(range.end - from));
}

/// Waiting is what stdout's buffer holds, and whether stdout and stderr have
/// seen an error. After a write that fails stdio forgets what it held.
class Waiting {
public:
  Waiting()
      : bad_{std::ferror(stdout) != 0, std::ferror(stderr) != 0},
        text_(__fpending(stdout) == 0 || std::fwide(stdout, 0) > 0
                  ? std::string()
                  : std::string(stdout->_IO_write_base, __fpending(stdout))) {}

  void put_back() const {
    for (int stream : {0, 1})
      if (!bad_[stream])
        std::clearerr(stdio_of(stream));
    if (std::fwide(stdout, 0) > 0)
      return;
    __fpurge(stdout);
    std::fwrite(text_.data(), 1, text_.size(), stdout);
  }

private:
  bool bad_[2];
  std::string text_;
};

} // namespace

Output::Output(const CapturePlan &plan)
    : plan_(plan), own_buffers_(cpp_streams_have_own_buffers()) {
  for (int stream : {0, 1})
    nonblocking_[stream] =
        plan.open[stream] && (fcntl(stream + 1, F_GETFL) & O_NONBLOCK) != 0;
}

/// If all of stdout's bytes stay in the buffer, stderr's reach the file first,
/// whatever their order was.
bool Output::stays_in_buffer(const Printed &printed) const {
  const StreamRange &out = printed.output[0];
  const StreamRange &err = printed.output[1];
  const std::size_t room = std::max<std::size_t>(__fbufsize(stdout), 1024);
  return !own_buffers_ && err.file_begin == err.file_end &&
         out.begin == out.direct_end && !out.flushes &&
         __fpending(stdout) + (out.end - out.begin) < room;
}

/// A write that is longer than the buffer and ends where the buffer does leaves
/// nothing in it, while short ones leave it full. EXPECTS: calls_ are the
/// record's.
bool Output::full_exactly(std::size_t most_at_once) const {
  const std::size_t size = buffer_size_of_stdout();
  std::uint64_t pending = __fpending(stdout);
  for (const Call &call : calls_) {
    if (call.flush)
      pending = 0;
    const std::uint64_t text = call.text_end - call.flushed_end;
    pending += text;
    if (text != 0 && pending > size)
      pending = (pending - 1) % size + 1;
    if (pending == size && most_at_once >= size)
      return true;
  }
  return false;
}

std::vector<Call> Output::calls_of(const Printed &printed, int file) const {
  std::vector<Call> calls(printed.calls);
  const std::size_t size = calls.size() * sizeof(Call);
  if (pread(file, calls.data(), size,
            static_cast<off_t>(printed.output[1].end)) !=
      static_cast<ssize_t>(size))
    fatal(exit_broken,
          system_error("the output of a worker can't be read back"));
  return calls;
}

bool Output::order_is_known(const Record &record, const CaptureFiles &files) {
  for (int stream : {0, 1})
    if ((record.wants_empty >> stream & 1) != 0 && something_waits(stream))
      return false;
  return order_is_known(record.first, files);
}

bool Output::order_is_known(const Printed &printed, const CaptureFiles &files) {
  const StreamRange &out = printed.output[0];
  const StreamRange &err = printed.output[1];
  calls_.clear();
  for (int stream : {0, 1})
    if (printed.output[stream].unsure && something_waits(stream))
      return false;
  if (!plan_.same_target || out.empty() || err.empty())
    return true;
  if (printed.calls == 0)
    return stays_in_buffer(printed);
  calls_ = calls_of(printed, files.descriptor(1));
  return !full_exactly(printed.most_at_once);
}

void Output::copy(Sink sink, int stream, int file, Stretch stretch) {
  const std::size_t most = nonblocking_[stream] ? slice_size : block_size;
  buffer_.resize(most);
  while (stretch.begin != stretch.end && !(failed_ && !got_out_)) {
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
    (this->*sink)(stream, buffer_.data(), static_cast<std::size_t>(got));
    at_line_start_ = buffer_[static_cast<std::size_t>(got) - 1] == '\n';
    stretch.begin += static_cast<std::uint64_t>(got);
  }
}

/// In pieces that empty the buffer once at first, so that it is known what got
/// out, and the last byte by itself: it stays in the buffer then, as it does
/// after the body's shorter writes.
void Output::to_stdio(int stream, const char *data, std::size_t size) {
  FILE *const file = stdio_of(stream);
  const bool bad = std::ferror(file) != 0;
  const std::size_t pending = __fpending(file);
  const std::size_t first = std::min(size, std::max(__fbufsize(file), pending) -
                                               pending + std::size_t{1});
  std::fwrite(data, 1, first, file);
  if (!bad && std::ferror(file) != 0 && !got_out_) {
    failed_ = true;
    return;
  }
  got_out_ = got_out_ || __fpending(file) != pending + first;
  if (size != first) {
    std::fwrite(data + first, 1, size - first - 1, file);
    std::fwrite(data + size - 1, 1, 1, file);
  }
  failed_ = failed_ || (!bad && std::ferror(file) != 0);
}

void Output::flush(int stream) {
  FILE *const file = stdio_of(stream);
  const bool waiting = __fpending(file) != 0;
  const bool done = std::fflush(file) == 0;
  failed_ = failed_ || !done;
  got_out_ = got_out_ || (waiting && done);
}

void Output::to_descriptor(int stream, const char *data, std::size_t size) {
  const bool done = write_directly(stream + 1, data, size);
  failed_ = failed_ || !done;
  got_out_ = got_out_ || done;
}

void Output::to_cpp(int stream, const char *data, std::size_t size) {
  std::ostream &target = stream == 0 ? std::cout : std::clog;
  if (target.rdbuf()->sputn(data, static_cast<std::streamsize>(size)) ==
      static_cast<std::streamsize>(size))
    return;
  failed_ = got_out_ = true; // such a buffer can't be filled again
  if (target.exceptions() == std::ios_base::goodbit)
    target.setstate(std::ios_base::badbit);
}

void Output::print_stream(int stream, const StreamRange &range, int file) {
  FILE *const stdio = stdio_of(stream);
  if (std::fwide(stdio, 0) > 0) {
    flush(stream);
    return copy(&Output::to_descriptor, stream, file, {range.begin, range.end});
  }
  // Where nothing waits in the buffer, stdio does the same and notices errors.
  if (__fpending(stdio) == 0 && range.begin != range.direct_end) {
    copy(&Output::to_stdio, stream, file, {range.begin, range.direct_end});
    flush(stream);
  } else {
    copy(&Output::to_descriptor, stream, file, {range.begin, range.direct_end});
  }
  const Stretch flushed{range.flushed_begin, range.flushed_end};
  if (range.flushes && own_buffers_) { // what stdio holds back stays there
    copy(&Output::to_cpp, stream, file, flushed);
    flush_cpp_streams(stream + 1);
  } else if (range.flushes) {
    flush_cpp_streams(stream + 1);
    copy(&Output::to_stdio, stream, file, flushed);
    flush(stream);
  }
  copy(&Output::to_stdio, stream, file, {range.file_begin, range.file_end});
  copy(&Output::to_cpp, stream, file, {range.cpp_begin, range.end});
}

void Output::print_calls(const CaptureFiles &files) {
  for (const Call &call : calls_) {
    copy(&Output::to_stdio, 1, files.descriptor(1),
         {call.err_begin, call.err_end});
    copy(&Output::to_stdio, 0, files.descriptor(0),
         {call.text_begin, call.flushed_end});
    if (call.flush)
      flush(0);
    copy(&Output::to_stdio, 0, files.descriptor(0),
         {call.flushed_end, call.text_end});
  }
}

void Output::print_all(const Printed &printed, const CaptureFiles &files) {
  hide_progress();
  if (calls_.empty())
    for (int stream : {0, 1})
      print_stream(stream, printed.output[stream], files.descriptor(stream));
  else
    print_calls(files);
}

bool Output::print(const Printed &printed, const CaptureFiles &files) {
  files_ = &files;
  failed_ = got_out_ = false;
  if (printed.empty())
    return true;
  const Waiting before;
  print_all(printed, files);
  if (failed_ && !got_out_) {
    before.put_back();
    return false;
  }
  give_back(printed.output[0], files.descriptor(0));
  give_back(printed.output[1], files.descriptor(1));
  return true;
}

void Output::print_behind(const Printed &printed) {
  if (printed.empty())
    return;
  if (!order_is_known(printed, *files_))
    fatal(exit_broken, "what an iteration printed to stdout and stderr, which "
                       "are one file, lost its order (PARALOOP_DISABLE=1 runs "
                       "the loop sequentially)");
  got_out_ = true; // It is too late to take anything back.
  print_all(printed, *files_);
  give_back(printed.output[0], files_->descriptor(0));
  give_back(printed.output[1], files_->descriptor(1));
}

void Output::print_between(const void *output, Reader &reader,
                           std::uint64_t count) {
  const int error = errno;
  for (; count != 0; --count)
    static_cast<Output *>(const_cast<void *>(output))
        ->print_behind(reader.value<Printed>());
  errno = error;
}

} // namespace paraloop
