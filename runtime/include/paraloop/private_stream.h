// private_stream.h: does a stream lead to standard output after all?
//
// In: a stream that the parent writes to when it replays updates. Out: whether
// it is apart from what the workers' captured output goes to, since the order
// between the two could not be kept.

#ifndef PARALOOP_PRIVATE_STREAM_H
#define PARALOOP_PRIVATE_STREAM_H

#include <cstdio>
#include <iostream>

namespace paraloop {

/// is_private_stream() returns false for std::cout, std::cerr and std::clog,
/// for every stream that uses the buffer of one of them, and for one that
/// throws when a write fails: that would come after what the iteration printed.
inline bool is_private_stream(const std::ios &stream) {
  const std::streambuf *const buffer = stream.rdbuf();
  return stream.exceptions() == std::ios::goodbit &&
         buffer != std::cout.rdbuf() && buffer != std::cerr.rdbuf() &&
         buffer != std::clog.rdbuf();
}
inline bool is_private_stream(const std::wios &stream) {
  const std::wstreambuf *const buffer = stream.rdbuf();
  return stream.exceptions() == std::ios::goodbit &&
         buffer != std::wcout.rdbuf() && buffer != std::wcerr.rdbuf() &&
         buffer != std::wclog.rdbuf();
}

/// The same for a FILE: false for stdout and stderr, and for one that leads to
/// the same descriptor.
inline bool is_private_stream(std::FILE *file) {
  return file == nullptr ||
         (file != stdout && file != stderr && fileno(file) != fileno(stdout) &&
          fileno(file) != fileno(stderr));
}

} // namespace paraloop

#endif
