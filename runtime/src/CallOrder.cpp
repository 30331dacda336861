// CallOrder.cpp: in: writes to stderr. Out: moments; from these, the calls.

#include "CallOrder.h"

#include "Board.h"
#include "Streams.h"

#include <algorithm>
#include <cerrno>
#include <cwchar>
#include <ext/stdio_sync_filebuf.h>
#include <iostream>
#include <random>
#include <stdio_ext.h>
#include <sys/types.h>
#include <unistd.h>

namespace paraloop {
namespace {

std::uint64_t position_of(int descriptor) {
  return static_cast<std::uint64_t>(lseek(descriptor, 0, SEEK_CUR));
}

ssize_t write_noted(void *order, const char *data, std::size_t size) {
  return static_cast<CallOrder *>(order)->write(data, size);
}

/// Unbuffered, as stderr is, and known under stderr's number.
FILE *open_noting(CallOrder *order) {
  FILE *const file = fopencookie(order, "w", {nullptr, write_noted, {}, {}});
  if (!file)
    return nullptr;
  std::setvbuf(file, nullptr, _IONBF, 0);
  file->_fileno = STDERR_FILENO;
  if (std::fwide(stderr, 0) < 0)
    std::fwide(file, -1);
  return file;
}

} // namespace

Marker random_marker() {
  std::seed_seq seed{static_cast<std::int64_t>(getpid()), monotonic_now()};
  std::mt19937 random(seed);
  Marker marker;
  for (char &byte : marker)
    byte = static_cast<char>(random() | 0x80); // and never a new line
  return marker;
}

void put_marker(const Marker &marker) {
  const int orientation = stdout->_mode;
  std::fwrite(marker.data(), 1, marker.size(), stdout);
  stdout->_mode = orientation;
}

std::optional<std::uint64_t> find_marker(const Marker &marker, int descriptor,
                                         std::uint64_t begin,
                                         std::uint64_t end) {
  std::vector<char> block(
      std::min<std::uint64_t>(end - std::min(begin, end), 65536));
  while (begin < end && end - begin >= marker.size()) {
    const std::size_t wanted =
        std::min<std::uint64_t>(end - begin, block.size());
    const ssize_t got =
        pread(descriptor, block.data(), wanted, static_cast<off_t>(begin));
    if (got < static_cast<ssize_t>(marker.size()))
      break;
    const auto last = block.begin() + got;
    const auto found =
        std::search(block.begin(), last, marker.begin(), marker.end());
    if (found != last)
      return begin + static_cast<std::uint64_t>(found - block.begin());
    begin += static_cast<std::uint64_t>(got) -
             (marker.size() - 1); // it may lie across two blocks
  }
  return std::nullopt;
}

std::shared_ptr<CallOrder> CallOrder::start(const Marker &marker) {
  if (cpp_streams_have_own_buffers() || std::fwide(stderr, 0) > 0 ||
      std::fwide(stdout, 0) > 0 ||
      buffering_of(stderr, STDERR_FILENO) != Buffering::none)
    return nullptr;
  auto order = std::make_shared<CallOrder>();
  FILE *const file = open_noting(order.get());
  if (!file)
    return nullptr;
  order->marker_ = marker;
  stderr = file; // kept until the worker ends
  auto *const narrow = new __gnu_cxx::stdio_sync_filebuf<char>(file);
  std::cerr.rdbuf(narrow);
  std::clog.rdbuf(narrow);
  auto *const wide = new __gnu_cxx::stdio_sync_filebuf<wchar_t>(file);
  std::wcerr.rdbuf(wide);
  std::wclog.rdbuf(wide);
  return order;
}

void CallOrder::begin_chunk(bool marked) {
  expected_ = position_of(STDERR_FILENO);
  moments_.assign(1, {expected_, position_of(STDOUT_FILENO), 0, marked});
  failed_ = false;
}

void CallOrder::note() {
  const Moment now{position_of(STDERR_FILENO), position_of(STDOUT_FILENO),
                   __fpending(stdout), __fpending(stdout) != 0};
  if (now.err != expected_ || std::fwide(stdout, 0) > 0) {
    failed_ = true; // a child of the body wrote, say
    return;
  }
  const Moment &last = moments_.back();
  const std::uint64_t behind =
      last.pending + (last.marked ? marker_.size() : 0);
  // Nothing has been written to stdout since.
  if (now.position == last.position && now.pending == behind)
    return;
  if (now.marked)
    put_marker(marker_);
  try {
    moments_.push_back(now);
  } catch (...) { // The body must not see this.
    failed_ = true;
  }
}

std::ptrdiff_t CallOrder::write(const char *data, std::size_t size) {
  const int error = errno;
  if (!failed_)
    note();
  errno = error;
  std::size_t done = 0;
  while (done != size) {
    const ssize_t written = ::write(STDERR_FILENO, data + done, size - done);
    if (written < 0 && errno == EINTR)
      continue;
    if (written <= 0)
      break;
    done += static_cast<std::size_t>(written);
  }
  expected_ += done;
  return done == 0 && size != 0 ? -1 : static_cast<std::ptrdiff_t>(done);
}

/// Where in stdout's file a moment is. Nothing if bytes got in front of what
/// waited in the buffer then.
std::optional<std::uint64_t> CallOrder::place_of(const Moment &moment,
                                                 std::uint64_t from,
                                                 std::uint64_t end) const {
  const std::uint64_t expected = moment.position + moment.pending;
  if (expected < from || expected > end)
    return std::nullopt;
  if (moment.marked &&
      find_marker(marker_, STDOUT_FILENO, expected,
                  std::min(end, expected + marker_.size())) != expected)
    return std::nullopt;
  return expected;
}

std::optional<std::vector<Call>> CallOrder::calls(std::uint64_t written,
                                                  std::uint64_t end) const {
  if (failed_ || position_of(STDERR_FILENO) != expected_)
    return std::nullopt;
  std::vector<Call> calls;
  std::uint64_t from = 0;
  for (std::size_t i = 0; i < moments_.size(); ++i) {
    const bool is_last = i + 1 == moments_.size();
    const Moment next = is_last
                            ? Moment{expected_, written, end - written, false}
                            : moments_[i + 1];
    const auto place = place_of(moments_[i], from, end);
    const std::uint64_t size = moments_[i].marked ? marker_.size() : 0;
    if (!place || next.position + next.pending < *place + size)
      return std::nullopt;
    Call call;
    call.err_begin = moments_[i].err;
    call.err_end = next.err;
    call.text_begin = from = *place + size;
    call.text_end = next.position + next.pending;
    call.flush = next.position > *place ? 1 : 0;
    call.flushed_end = call.flush ? next.position : from;
    if (call.flushed_end < from)
      return std::nullopt;
    calls.push_back(call);
  }
  return calls;
}

} // namespace paraloop
