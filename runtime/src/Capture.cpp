// Capture.cpp: in: the program's descriptors. Out: capture files, and positions
// in them.

#include "Capture.h"

#include "Processes.h"
#include "Streams.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cwchar>
#include <fcntl.h>
#include <iostream>
#include <linux/kcmp.h>
#include <stdio_ext.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>

#ifndef MFD_NOEXEC_SEAL
#define MFD_NOEXEC_SEAL 0x0008U
#endif

namespace paraloop {
namespace {

FILE *file_of(int stream) { return stream == 0 ? stdout : stderr; }
int descriptor_of(int stream) { return stream + 1; }

enum class Relation { different, same_open_file, same_file };

Relation relation_of_outputs() {
  struct stat out {
  }, err{};
  if (fstat(STDOUT_FILENO, &out) != 0 || fstat(STDERR_FILENO, &err) != 0)
    return Relation::different;
  if (out.st_dev != err.st_dev || out.st_ino != err.st_ino ||
      out.st_rdev != err.st_rdev)
    return Relation::different;
  const pid_t self = getpid();
  const long compared =
      syscall(SYS_kcmp, self, self, KCMP_FILE, STDOUT_FILENO, STDERR_FILENO);
  // Where kcmp is forbidden, the usual cause of one file under two numbers is
  // one open file (2>&1).
  return compared > 0 ? Relation::same_file : Relation::same_open_file;
}

bool appends(int descriptor) {
  return (fcntl(descriptor, F_GETFL) & O_APPEND) != 0;
}

/// Two open files on one ordinary file write over each other's bytes unless
/// both append.
bool outputs_overwrite_each_other() {
  struct stat out {};
  return fstat(STDOUT_FILENO, &out) == 0 && S_ISREG(out.st_mode) &&
         !(appends(STDOUT_FILENO) && appends(STDERR_FILENO));
}

bool something_waits_for_stderr() {
  return __fpending(stderr) + cpp_pending(STDERR_FILENO) != 0;
}

int create_capture_file() {
  int file = memfd_create("paraloop-output", MFD_CLOEXEC | MFD_NOEXEC_SEAL);
  if (file < 0 && errno == EINVAL) // an older kernel
    file = memfd_create("paraloop-output", MFD_CLOEXEC);
  return file < 0 ? -1 : move_up(file);
}

/// A full buffer that never fills up by itself shows what the body flushed:
/// only that reaches the file before the chunk ends.
constexpr std::size_t worker_buffer = std::size_t{16} << 20;

/// After setvbuf() on a used stream, glibc flushes its next few bytes at once.
/// The end of the room in an empty buffer is the end of the buffer.
void use_whole_buffer(FILE *file) {
  if (std::fwide(file, 0) <= 0 && !__flbf(file) &&
      file->_IO_write_ptr == file->_IO_write_base &&
      file->_IO_write_base == file->_IO_buf_base)
    file->_IO_write_end = file->_IO_buf_end;
}

void prepare_buffer(FILE *file, Buffering buffering) {
  if (buffering == Buffering::none)
    return;
  if (buffering == Buffering::lines) // the capture file is no terminal, so
                                     // stdio would change its mind
    setvbuf(file, nullptr, _IOLBF, 0);
  else // the buffer is given back when the worker ends
    setvbuf(file, new char[worker_buffer], _IOFBF, worker_buffer);
}

} // namespace

CapturePlan CapturePlan::of_this_process() {
  CapturePlan plan;
  for (int stream : {0, 1})
    plan.open[stream] = fcntl(descriptor_of(stream), F_GETFD) >= 0;
  // Bytes that wait in a C++ stream's own buffer for a closed descriptor can't
  // be seen.
  plan.possible =
      (plan.open[0] && plan.open[1]) || !cpp_streams_have_own_buffers();
  const Relation relation = relation_of_outputs();
  if (relation == Relation::different)
    return plan;
  const bool full = buffering_of(stdout, STDOUT_FILENO) == Buffering::full;
  plan.merged = !full;
  plan.same_target = full;
  if ((relation == Relation::same_file && outputs_overwrite_each_other()) ||
      (plan.merged && something_waits_for_stderr()))
    plan.possible = false;
  return plan;
}

CaptureFiles::CaptureFiles(CaptureFiles &&other) noexcept {
  *this = std::move(other);
}

CaptureFiles &CaptureFiles::operator=(CaptureFiles &&other) noexcept {
  for (int stream : {0, 1})
    std::swap(descriptor_[stream], other.descriptor_[stream]);
  return *this;
}

bool CaptureFiles::create(const CapturePlan &plan) {
  close();
  for (int stream : {0, 1}) {
    if (!plan.open[stream] || (stream == 1 && plan.merged))
      continue;
    descriptor_[stream] = create_capture_file();
    if (descriptor_[stream] < 0) {
      close();
      return false;
    }
  }
  return true;
}

void CaptureFiles::close() {
  for (int &descriptor : descriptor_)
    if (descriptor >= 0)
      ::close(std::exchange(descriptor, -1));
}

bool WorkerOutput::redirect(const CapturePlan &plan,
                            const CaptureFiles &files) {
  plan_ = plan;
  own_buffers_ = cpp_streams_have_own_buffers();
  buffer_size_ = buffer_size_of_stdout();
  marker_ = random_marker();
  for (int stream : {0, 1})
    if (!start(stream, files.descriptor(plan.merged ? 0 : stream)))
      return false;
  for (int stream : {0, 1})
    if (streams_[stream].captured)
      streams_[stream].position =
          static_cast<std::uint64_t>(lseek(descriptor_of(stream), 0, SEEK_CUR));
  mark(streams_[0]);
  if (plan.same_target)
    order_ = CallOrder::start(marker_);
  if (order_)
    order_->begin_chunk(streams_[0].marked);
  return true;
}

bool WorkerOutput::start(int stream, int file) {
  FILE *const stdio = file_of(stream);
  Stream &own = streams_[stream];
  if (!plan_.open[stream]) {
    own.uncaptured = __fpending(stdio);
    return true;
  }
  // Before the descriptor changes, or stdio would see a file where a terminal
  // was.
  const Buffering buffering = buffering_of(stdio, descriptor_of(stream));
  struct stat info {};
  if (dup2(file, descriptor_of(stream)) < 0 || fstat(file, &info) != 0)
    return false;
  own.captured = true;
  own.holds_back = own_buffers_ || buffering != Buffering::none;
  own.buffered = stream == 0 && own.holds_back;
  own.inode = info.st_ino;
  std::fflush(stdio);
  flush_cpp_streams(descriptor_of(stream));
  prepare_buffer(stdio, buffering);
  return true;
}

/// A FILE of wide characters doesn't take bytes.
void WorkerOutput::mark(Stream &stream) {
  stream.marked = stream.captured && stream.buffered &&
                  (own_buffers_ || std::fwide(stdout, 0) <= 0);
  if (!stream.marked)
    return;
  use_whole_buffer(stdout);
  if (own_buffers_)
    std::cout.rdbuf()->sputn(marker_.data(), marker_size);
  else
    put_marker(marker_);
}

/// Tells apart what went past the buffer, what was flushed and what was left in
/// the buffer. EXPECTS: `range` says where the file began and ended before and
/// after each buffer was emptied.
void WorkerOutput::sort_out(const Stream &stream, StreamRange &range) const {
  const std::uint64_t written_end = range.file_begin;
  if (!stream.marked) {
    range.direct_end = range.flushed_begin =
        stream.buffered ? range.begin : written_end;
    range.flushes = range.flushed_begin != written_end;
    range.unsure = range.begin != written_end;
  } else if (const auto marker = find_marker(marker_, STDOUT_FILENO,
                                             range.begin, written_end)) {
    range.direct_end = *marker;
    range.flushed_begin = *marker + marker_size;
    range.flushes = 1;
  } else { // it lies in front of what was left in the buffer
    range.direct_end = range.flushed_begin = written_end;
    (own_buffers_ ? range.cpp_begin : range.file_begin) += marker_size;
  }
  range.flushed_end = written_end;
}

void WorkerOutput::look_at_pending() {
  const std::size_t pending = __fpending(stdout);
  most_at_once_ =
      std::max(most_at_once_,
               pending >= last_pending_ ? pending - last_pending_ : pending);
  last_pending_ = pending;
}

bool WorkerOutput::end_stretch(Printed &printed) {
  // In one file, when comes what stderr holds back?
  const bool err_waits = plan_.merged && something_waits_for_stderr();
  begin_iteration();
  const bool out = end_stream(0, printed.output[0]);
  if (plan_.merged) {
    printed.output[1] = StreamRange();
    return out && !err_waits;
  }
  const bool err = end_stream(1, printed.output[1]);
  return (!order_ || keep_order(printed)) && out && err;
}

void WorkerOutput::begin_chunk() {
  wants_empty_ = 0;
  for (Stream &stream : streams_)
    stream.waited = stream.waits = false;
}

/// A write that is as long as stdout's buffer can empty it, or leave it full.
bool WorkerOutput::follows_updates(const Printed &printed) {
  for (int stream : {0, 1}) {
    if (!printed.output[stream].unsure || !streams_[stream].holds_back)
      continue;
    if (streams_[stream].waited)
      return false;
    wants_empty_ |= std::uint64_t{1} << stream;
  }
  return !plan_.same_target || printed.output[0].empty() ||
         printed.output[1].empty() ||
         (printed.calls != 0 && printed.most_at_once < buffer_size_);
}

/// Stores the order of calls where it matters, and begins the next chunk's.
/// Returns false if it isn't known although markers are among the text.
bool WorkerOutput::keep_order(Printed &printed) {
  const StreamRange &out = printed.output[0];
  printed.most_at_once = most_at_once_;
  bool kept = true;
  if (!out.empty() && !printed.output[1].empty()) {
    const auto calls = order_->calls(out.flushed_end, out.end);
    kept = calls ? store(*calls) : !order_->has_markers();
    printed.calls = kept && calls ? calls->size() : 0;
    if (out.flushed_end - out.begin >= worker_buffer)
      kept = false; // the buffer has been full
  }
  order_->begin_chunk(streams_[0].marked);
  most_at_once_ = 0;
  last_pending_ = __fpending(stdout);
  return kept;
}

bool WorkerOutput::store(const std::vector<Call> &calls) {
  const char *data = reinterpret_cast<const char *>(calls.data());
  for (std::size_t left = calls.size() * sizeof(Call); left != 0;) {
    const ssize_t written = write(STDERR_FILENO, data, left);
    if (written <= 0 && errno != EINTR)
      return false;
    data += std::max<ssize_t>(written, 0);
    left -= static_cast<std::size_t>(std::max<ssize_t>(written, 0));
  }
  streams_[1].position =
      static_cast<std::uint64_t>(lseek(STDERR_FILENO, 0, SEEK_CUR));
  return true;
}

bool WorkerOutput::end_stream(int stream, StreamRange &range) {
  Stream &own = streams_[stream];
  FILE *const stdio = file_of(stream);
  range = StreamRange();
  own.waited = own.waited || own.waits;
  if (!own.captured)
    return __fpending(stdio) == own.uncaptured &&
           fcntl(descriptor_of(stream), F_GETFD) < 0;
  const int descriptor = descriptor_of(stream);
  struct stat info {};
  if (fstat(descriptor, &info) != 0 || info.st_ino != own.inode)
    return false; // the body put something else under the number
  const auto position = [descriptor] {
    return static_cast<std::uint64_t>(lseek(descriptor, 0, SEEK_CUR));
  };
  const std::size_t pending = __fpending(stdio) + cpp_pending(descriptor);
  range.begin = own.position;
  range.file_begin = position();
  if (range.file_begin == range.begin &&
      pending == (own.marked ? marker_size : 0)) {
    range = StreamRange(); // nothing was printed, and the marker can stay
    return true;
  }
  std::fflush(stdio);
  range.file_end = range.cpp_begin = position();
  flush_cpp_streams(descriptor);
  range.end = own.position = position();
  if (range.file_begin < range.begin || range.end < range.file_begin)
    return false; // the body moved the file's position
  sort_out(own, range);
  own.waits =
      range.file_begin != range.file_end || range.cpp_begin != range.end;
  mark(own);
  return true;
}

} // namespace paraloop
