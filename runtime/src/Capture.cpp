// Capture.cpp: in: the program's descriptors. Out: capture files, and positions
// in them.

#include "Capture.h"

#include "Processes.h"
#include "Streams.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
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
  if (buffering == Buffering::lines)
    setvbuf(
        file, nullptr, _IOLBF,
        0); // the capture file is no terminal, so stdio would change its mind
  else if (buffering == Buffering::full)
    setvbuf(file, new char[worker_buffer], _IOFBF,
            worker_buffer); // given back when the worker ends
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
  for (int stream : {0, 1})
    if (!start(stream, files.descriptor(plan.merged ? 0 : stream)))
      return false;
  for (int stream : {0, 1})
    if (streams_[stream].captured)
      streams_[stream].position =
          static_cast<std::uint64_t>(lseek(descriptor_of(stream), 0, SEEK_CUR));
  return true;
}

bool WorkerOutput::start(int stream, int file) {
  FILE *const stdio = file_of(stream);
  Stream &own = streams_[stream];
  if (!plan_.open[stream]) {
    own.uncaptured = __fpending(stdio);
    return true;
  }
  const Buffering buffering = buffering_of(
      stdio, descriptor_of(stream)); // before the descriptor changes
  struct stat info {};
  if (dup2(file, descriptor_of(stream)) < 0 || fstat(file, &info) != 0)
    return false;
  own.captured = true;
  own.inode = info.st_ino;
  std::fflush(stdio);
  flush_cpp_streams(descriptor_of(stream));
  prepare_buffer(stdio, buffering);
  return true;
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
  range.begin = own.position;
  range.flushed = range.buffered = range.end = position();
  if (__fpending(stdio) != 0) {
    std::fflush(stdio);
    range.buffered = range.end = position();
  }
  if (own_buffers_) {
    flush_cpp_streams(descriptor);
    range.end = position();
  }
  own.position = range.end;
  return range.begin <= range.flushed && range.flushed <= range.buffered &&
         range.buffered <= range.end;
}

} // namespace paraloop
