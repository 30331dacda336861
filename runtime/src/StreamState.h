// StreamState.h: the state of the standard streams that one iteration could
// hand to the next.
//
// In: std::cout, std::cerr, std::clog, their wide relatives, stdio's error
// flags, the locale, the rounding mode. Out: a value to compare. An iteration
// that changes any of it (std::setprecision, say) changes how later iterations
// print, so it has to run in the parent.

#ifndef PARALOOP_STREAM_STATE_H
#define PARALOOP_STREAM_STATE_H

#include <array>
#include <ios>
#include <locale>
#include <string>

namespace paraloop {

class StreamState {
public:
  /// Takes the present state.
  StreamState();

  /// still_holds() returns true if the state is now what it was when this
  /// object was made.
  bool still_holds() const;

private:
  /// What std::basic_ios holds; pointers as plain addresses, so that char and
  /// wchar_t share a type.
  struct Format {
    std::ios_base::fmtflags flags{};
    std::streamsize precision = 0;
    std::streamsize width = 0;
    long fill = 0;
    const void *buffer = nullptr;
    const void *tied = nullptr;
    std::ios_base::iostate exceptions{};
    std::ios_base::iostate state{};
    std::locale locale;

    bool operator==(const Format &other) const;
  };
  using Formats = std::array<Format, 6>;

  template <class Char> static Format format_of(std::basic_ios<Char> &stream);
  static Formats formats();
  static int file_flags();

  Formats formats_;
  int file_flags_;
  std::locale global_locale_;
  std::string c_locale_;
  int rounding_;
};

} // namespace paraloop

#endif
