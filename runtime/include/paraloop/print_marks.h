// print_marks.h: how far the standard streams had got when a worker looked at
// them last.
//
// In: stdout and stderr as glibc keeps them. Out: at each update of a body, in
// a nanosecond or two, whether anything was printed since.

#ifndef PARALOOP_PRINT_MARKS_H
#define PARALOOP_PRINT_MARKS_H

#include <cstdint>
#include <cstdio>

namespace paraloop {
namespace detail {

struct PrintMarks {
  bool ask = true; ///< These marks alone don't tell: the engine has to look.
  int mode = 0;    ///< Of stdout: bytes, wide characters, or neither yet.
  const char *buffered = nullptr; ///< The end of the text in stdout's buffer.
  std::int64_t out = 0; ///< What stdio has written, by its own account, which
  std::int64_t err = 0; ///< is set by the engine. A flush sets it to -1.

  /// moved() returns false if nothing was printed since set().
  bool moved() const {
    return ask || stdout->_IO_write_ptr != buffered || stdout->_mode != mode ||
           stdout->_offset != out || stderr->_offset != err;
  }

  void set() {
    mode = stdout->_mode;
    buffered = stdout->_IO_write_ptr;
    out = stdout->_offset;
    err = stderr->_offset;
  }
};

} // namespace detail
} // namespace paraloop

#endif
