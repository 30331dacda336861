// PrintWatch.cpp: in: streams and their files. Out: whether they moved.

#include "PrintWatch.h"

#include "Streams.h"

#include <cstdio>
#include <cwchar>
#include <initializer_list>
#include <stdio_ext.h>
#include <unistd.h>

namespace paraloop {
namespace {

/// A look takes about 0.2 us; this keeps it at some percent of the time.
constexpr std::int64_t least_time_for_a_look = 10000; // ns
constexpr std::int64_t looks_for_a_verdict = 64;

FILE *file_of(int stream) { return stream == 0 ? stdout : stderr; }

std::int64_t position_of(int stream) { return lseek(stream + 1, 0, SEEK_CUR); }

} // namespace

PrintWatch::PrintWatch()
    : own_buffers_(cpp_streams_have_own_buffers()),
      first_look_(monotonic_now()) {}

void PrintWatch::begin_chunk() {
  is_first_ = true;
  begin_stretch();
}

/// stdio counts the bytes that it writes in `_offset`, once it knows a
/// beginning. It forgets it when the stream is flushed, which shows, too.
void PrintWatch::begin_stretch() {
  follows_update_ = false;
  for (int stream : {0, 1}) {
    position_[stream] = position_of(stream);
    pending_[stream] = __fpending(file_of(stream));
    file_of(stream)->_offset = written_[stream] = position_[stream];
    if (own_buffers_)
      cpp_pending_[stream] = own_pending(stream + 1);
  }
}

bool PrintWatch::streams_moved() const {
  if (file_moved(0) || file_moved(1))
    return true;
  return own_buffers_ && (own_pending(1) != cpp_pending_[0] ||
                          own_pending(2) != cpp_pending_[1]);
}

bool PrintWatch::file_moved(int stream) const {
  FILE *const file = file_of(stream);
  return file->_offset != written_[stream] ||
         __fpending(file) != pending_[stream];
}

void PrintWatch::set(detail::PrintMarks &marks) const {
  marks.ask = careful_ || own_buffers_ || std::fwide(stdout, 0) > 0 ||
              __fbufsize(stderr) > 1;
  marks.set();
}

bool PrintWatch::files_moved() const {
  return position_of(0) != position_[0] || position_of(1) != position_[1];
}

bool PrintWatch::files_moved_now() {
  if (++looks_ == looks_for_a_verdict) {
    const std::int64_t each = (monotonic_now() - first_look_) / looks_;
    careful_ = each >= least_time_for_a_look;
    looks_ = 0;
    first_look_ = monotonic_now();
  }
  return files_moved();
}

bool PrintWatch::missed_something() const {
  return !careful_ && follows_update_ && !streams_moved() && files_moved();
}

bool PrintWatch::saw_all(const Printed &printed) const {
  const StreamRange &out = printed.output[0];
  return careful_ || !follows_update_ || out.unsure != 0 ||
         out.direct_end == out.begin;
}

} // namespace paraloop
