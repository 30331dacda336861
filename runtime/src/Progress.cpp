// Progress.cpp: in: numbers. Out: a line of text.

#include "Progress.h"

#include "Board.h"
#include "Config.h"
#include "Report.h"

#include <algorithm>
#include <cerrno>
#include <sys/ioctl.h>
#include <unistd.h>

namespace paraloop {
namespace {

/// Quick loops show nothing, and nobody reads faster than this.
constexpr std::int64_t first_time = 500000000; // ns
constexpr std::int64_t each_time = 100000000;  // on a terminal
constexpr std::int64_t each_line = 1000000000; // in a file
constexpr std::size_t bar_width = 24;
constexpr std::size_t unlimited_width = 1000;

Progress *current = nullptr;

std::size_t terminal_width() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 1
             ? size.ws_col - std::size_t{1} // the last column would wrap
             : 79;
}

void put(const std::string &text) {
  const int error = errno;
  [[maybe_unused]] const ssize_t written =
      write(STDERR_FILENO, text.data(), text.size());
  errno = error;
}

/// Three digits, without the locale.
std::string rate_text(double rate) {
  if (rate >= 10)
    return std::to_string(static_cast<std::uint64_t>(std::min(rate, 1e18)));
  const auto hundredths = static_cast<unsigned>(rate * 100);
  return std::to_string(hundredths / 100) + "." +
         std::to_string(hundredths / 10 % 10) + std::to_string(hundredths % 10);
}

std::string clock_text(double seconds) {
  const auto all = static_cast<std::uint64_t>(std::min(seconds, 1e9));
  const auto two = [](std::uint64_t number) {
    return (number < 10 ? ":0" : ":") + std::to_string(number);
  };
  return all < 3600
             ? std::to_string(all / 60) + two(all % 60)
             : std::to_string(all / 3600) + two(all / 60 % 60) + two(all % 60);
}

std::string bar(double part) {
  const auto full =
      std::min(bar_width,
               static_cast<std::size_t>(part * static_cast<double>(bar_width)));
  return "[" + std::string(full, '#') + std::string(bar_width - full, '.') +
         "] ";
}

} // namespace

bool Progress::wanted(const Site &site) {
  const Config &config = configuration();
  if (config.progress)
    return *config.progress;
  return site.options().progress() && isatty(STDERR_FILENO);
}

Progress::Progress(const Site &site, std::uint64_t all)
    : wanted_(wanted(site)), on_terminal_(wanted_ && isatty(STDERR_FILENO)),
      place_(wanted_ ? place_of(site) : ""), all_(all) {}

std::string Progress::text_of(const State &state, double seconds,
                              std::size_t width) const {
  const double rate =
      seconds > 0 ? static_cast<double>(state.done - done_before_) / seconds
                  : 0;
  std::string numbers = std::to_string(state.done);
  std::string drawn;
  if (all_ != 0) {
    const double part =
        static_cast<double>(state.done) / static_cast<double>(all_);
    drawn = bar(part);
    numbers += "/" + std::to_string(all_) + " " +
               std::to_string(static_cast<unsigned>(part * 100)) + "%";
  }
  numbers += ", " + rate_text(rate) + "/s";
  if (all_ != 0 && rate > 0)
    numbers +=
        ", ETA " + clock_text(static_cast<double>(all_ - state.done) / rate);
  if (state.failures != 0)
    numbers += ", " + std::to_string(state.failures) +
               (state.failures == 1 ? " failure" : " failures");
  for (const std::string &text :
       {place_ + " " + drawn + numbers, place_ + " " + numbers, numbers})
    if (text.size() <= width)
      return text;
  return numbers.substr(0, width);
}

void Progress::show(const State &state) {
  if (!wanted_)
    return;
  const std::int64_t now = monotonic_now();
  if (began_ == 0) {
    began_ = now;
    next_ = now + first_time;
    done_before_ = state.done;
  }
  if (now < next_ || (on_terminal_ && !state.at_line_start))
    return;
  next_ = now + (on_terminal_ ? each_time : each_line);
  const double seconds = static_cast<double>(now - began_) * 1e-9;
  if (!on_terminal_)
    return put(text_of(state, seconds, unlimited_width) + "\n");
  put("\r" + text_of(state, seconds, terminal_width()) + "\x1b[K");
  shown_ = true;
  current = this;
}

void Progress::hide() {
  if (!shown_)
    return;
  put("\r\x1b[K");
  shown_ = false;
  current = nullptr;
}

void hide_progress() {
  if (current)
    current->hide();
}

} // namespace paraloop
