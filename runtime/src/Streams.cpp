// Streams.cpp: in: the standard streams. Out: facts about them.

#include "Streams.h"

#include <ext/stdio_filebuf.h>
#include <ext/stdio_sync_filebuf.h>
#include <iostream>
#include <stdio_ext.h>
#include <streambuf>
#include <sys/stat.h>
#include <unistd.h>

namespace paraloop {
namespace {

template <class Char> bool is_usual(std::basic_ios<Char> &stream) {
  auto *buffer = stream.rdbuf();
  return dynamic_cast<__gnu_cxx::stdio_sync_filebuf<Char> *>(buffer) ||
         dynamic_cast<__gnu_cxx::stdio_filebuf<Char> *>(buffer);
}

/// Not std::flush(), which would flush the tied stream, too.
template <class Char> void sync(std::basic_ios<Char> &stream) {
  if (auto *buffer = stream.rdbuf())
    buffer->pubsync();
}

/// Peek gives access to what a stream buffer only shows to its own kind.
struct Peek : std::streambuf {
  static std::size_t pending(std::streambuf *buffer) {
    return static_cast<std::size_t>((buffer->*&Peek::pptr)() -
                                    (buffer->*&Peek::pbase)());
  }
};

} // namespace

bool streams_are_usual() {
  return stdout && stderr && fileno(stdout) == STDOUT_FILENO &&
         fileno(stderr) == STDERR_FILENO && is_usual(std::cout) &&
         is_usual(std::cerr) && is_usual(std::clog) && is_usual(std::wcout) &&
         is_usual(std::wcerr) && is_usual(std::wclog);
}

bool cpp_streams_have_own_buffers() {
  return dynamic_cast<__gnu_cxx::stdio_filebuf<char> *>(std::cout.rdbuf()) !=
         nullptr;
}

std::size_t cpp_pending(int descriptor) {
  return cpp_streams_have_own_buffers() ? own_pending(descriptor) : 0;
}

std::size_t own_pending(int descriptor) {
  if (descriptor == STDOUT_FILENO)
    return Peek::pending(std::cout.rdbuf());
  return Peek::pending(std::cerr.rdbuf()) + Peek::pending(std::clog.rdbuf());
}

Buffering buffering_of(FILE *file, int descriptor) {
  const std::size_t size = __fbufsize(file);
  if (size == 0) { // not used yet: stdio decides at the first use
    if (file == stderr)
      return Buffering::none;
    return isatty(descriptor) ? Buffering::lines : Buffering::full;
  }
  if (size == 1)
    return Buffering::none;
  return __flbf(file) ? Buffering::lines : Buffering::full;
}

std::size_t buffer_size_of_stdout() {
  if (const std::size_t size = __fbufsize(stdout))
    return size;
  struct stat info {};
  const bool small = fstat(STDOUT_FILENO, &info) == 0 && info.st_blksize > 0 &&
                     info.st_blksize < BUFSIZ;
  return small ? static_cast<std::size_t>(info.st_blksize) : BUFSIZ;
}

void flush_cpp_streams(int descriptor) {
  if (descriptor == STDOUT_FILENO) {
    sync(std::cout);
    sync(std::wcout);
    return;
  }
  sync(std::cerr);
  sync(std::clog);
  sync(std::wcerr);
  sync(std::wclog);
}

} // namespace paraloop
