// StreamState.cpp: in: the streams. Out: their state as a value.

#include "StreamState.h"

#include <cfenv>
#include <clocale>
#include <cstdio>
#include <cwchar>
#include <iostream>

namespace paraloop {
namespace {

// Of FILE::_flags, in all versions of glibc.
constexpr int unbuffered = 2;
constexpr int line_buffered = 0x200;

} // namespace

bool StreamState::Format::operator==(const Format &other) const {
  return flags == other.flags && precision == other.precision &&
         width == other.width && fill == other.fill && buffer == other.buffer &&
         tied == other.tied && exceptions == other.exceptions &&
         state == other.state && locale == other.locale;
}

template <class Char>
StreamState::Format StreamState::format_of(std::basic_ios<Char> &stream) {
  Format format;
  format.flags = stream.flags();
  format.precision = stream.precision();
  format.width = stream.width();
  format.fill = static_cast<long>(stream.fill());
  format.buffer = stream.rdbuf();
  format.tied = stream.tie();
  format.exceptions = stream.exceptions();
  format.state = stream.rdstate();
  format.locale = stream.getloc();
  return format;
}

StreamState::Formats StreamState::formats() {
  return {format_of(std::cout),  format_of(std::cerr),  format_of(std::clog),
          format_of(std::wcout), format_of(std::wcerr), format_of(std::wclog)};
}

/// Error flags, whether a stream became one of wide characters, which it then
/// stays, and how setvbuf() wants it buffered.
int StreamState::file_flags() {
  const int buffering = (stdout->_flags & (unbuffered | line_buffered)) << 4 |
                        (stderr->_flags & (unbuffered | line_buffered)) << 16;
  return buffering | (std::ferror(stdout) != 0) |
         (std::ferror(stderr) != 0) << 1 | (std::fwide(stdout, 0) > 0) << 2 |
         (std::fwide(stderr, 0) > 0) << 3;
}

StreamState::StreamState()
    : formats_(formats()), file_flags_(file_flags()),
      c_locale_(std::setlocale(LC_ALL, nullptr)), rounding_(std::fegetround()) {
}

bool StreamState::still_holds() const {
  return formats_ == formats() && file_flags_ == file_flags() &&
         global_locale_ == std::locale() &&
         c_locale_ == std::setlocale(LC_ALL, nullptr) &&
         rounding_ == std::fegetround();
}

} // namespace paraloop
