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
#include <random>
#include <stdio_ext.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <utility>
#include <vector>

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

int create_capture_file() {
  int file = memfd_create("paraloop-output", MFD_CLOEXEC | MFD_NOEXEC_SEAL);
  if (file < 0 && errno == EINVAL) // an older kernel
    file = memfd_create("paraloop-output", MFD_CLOEXEC);
  return file < 0 ? -1 : move_up(file);
}

/// A full buffer that never fills up by itself shows what the body flushed:
/// only that reaches the file before the chunk ends.
constexpr std::size_t worker_buffer = std::size_t{1} << 20;

void prepare_buffer(FILE *file, Buffering buffering) {
  if (buffering == Buffering::none)
    return;
  if (buffering == Buffering::lines) // the capture file is no terminal, so
                                     // stdio would change its mind
    setvbuf(file, nullptr, _IOLBF, 0);
  else // the buffer is given back when the worker ends
    setvbuf(file, new char[worker_buffer], _IOFBF, worker_buffer);
  // After setvbuf() on a used stream, glibc flushes its next few bytes at once,
  // until it has flushed something the usual way. (A stream that wasn't used
  // yet must stay so: it may become a wide one.)
  if (std::fwide(file, 0) < 0) {
    std::fputc(0, file);
    std::fflush(file);
  }
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
  if (relation == Relation::same_file && outputs_overwrite_each_other())
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
  // Not to be met in anybody's output by chance.
  std::seed_seq seed{static_cast<std::int64_t>(getpid()), monotonic_now()};
  std::mt19937 random(seed);
  for (char &byte : marker_)
    byte = static_cast<char>(random());
  for (int stream : {0, 1})
    if (!start(stream, files.descriptor(plan.merged ? 0 : stream)))
      return false;
  for (int stream : {0, 1})
    if (streams_[stream].captured)
      streams_[stream].position =
          static_cast<std::uint64_t>(lseek(descriptor_of(stream), 0, SEEK_CUR));
  mark(streams_[0]);
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
  own.buffered = stream == 0 && (own_buffers_ || buffering != Buffering::none);
  own.inode = info.st_ino;
  std::fflush(stdio);
  flush_cpp_streams(descriptor_of(stream));
  prepare_buffer(stdio, buffering);
  return true;
}

/// A FILE that was not used yet must stay so: it may become one of wide
/// characters.
void WorkerOutput::mark(Stream &stream) {
  stream.marked = stream.captured && stream.buffered &&
                  (own_buffers_ || std::fwide(stdout, 0) < 0);
  if (!stream.marked)
    return;
  if (own_buffers_)
    std::cout.rdbuf()->sputn(marker_.data(), marker_size);
  else
    std::fwrite(marker_.data(), 1, marker_size, stdout);
}

std::optional<std::uint64_t>
WorkerOutput::find_marker(std::uint64_t begin, std::uint64_t end) const {
  std::vector<char> block(std::min<std::uint64_t>(end - begin, 65536));
  while (end - begin >= marker_size) {
    const std::size_t wanted =
        std::min<std::uint64_t>(end - begin, block.size());
    const ssize_t got =
        pread(STDOUT_FILENO, block.data(), wanted, static_cast<off_t>(begin));
    if (got < static_cast<ssize_t>(marker_size))
      break;
    const auto last = block.begin() + got;
    const auto found =
        std::search(block.begin(), last, marker_.begin(), marker_.end());
    if (found != last)
      return begin + static_cast<std::uint64_t>(found - block.begin());
    begin += static_cast<std::uint64_t>(got) -
             (marker_size - 1); // it may lie across two blocks
  }
  return std::nullopt;
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
  } else if (const auto marker = find_marker(range.begin, written_end)) {
    range.direct_end = *marker;
    range.flushed_begin = *marker + marker_size;
    range.flushes = 1;
  } else { // it lies in front of what was left in the buffer
    range.direct_end = range.flushed_begin = written_end;
    (own_buffers_ ? range.cpp_begin : range.file_begin) += marker_size;
  }
  range.flushed_end = written_end;
}

bool WorkerOutput::end_chunk(Record &record) {
  if (plan_.merged) { // one file: what stderr holds back belongs in front
    std::fflush(stderr);
    flush_cpp_streams(STDERR_FILENO);
  }
  const bool out = end_stream(0, record.output[0]);
  if (plan_.merged) {
    record.output[1] = StreamRange();
    return out;
  }
  return end_stream(1, record.output[1]) && out;
}

bool WorkerOutput::end_stream(int stream, StreamRange &range) {
  Stream &own = streams_[stream];
  FILE *const stdio = file_of(stream);
  range = StreamRange();
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
  mark(own);
  return true;
}

} // namespace paraloop
