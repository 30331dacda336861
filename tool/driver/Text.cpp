// Text.cpp: see Text.h. System calls, because iostreams lose the reason of a
// failure.

#include "Text.h"

#include <cerrno>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace paraloop::driver {
namespace {

/// Descriptor closes what it owns.
class Descriptor {
public:
  explicit Descriptor(int number) : number(number) {}
  ~Descriptor() {
    if (number >= 0)
      ::close(number);
  }
  Descriptor(const Descriptor &) = delete;
  Descriptor &operator=(const Descriptor &) = delete;

  const int number;
};

[[noreturn]] void fail(const std::string &what) {
  throw std::system_error(errno, std::generic_category(), what);
}

/// Returns false with errno set if a read fails.
bool readAll(int descriptor, std::string &text) {
  char buffer[1 << 16];
  for (;;) {
    const ssize_t size = ::read(descriptor, buffer, sizeof buffer);
    if (size == 0)
      return true;
    if (size > 0)
      text.append(buffer, static_cast<std::size_t>(size));
    else if (errno != EINTR)
      return false;
  }
}

void writeAll(int descriptor, const std::string &text,
              const std::string &name) {
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t size =
        ::write(descriptor, text.data() + done, text.size() - done);
    if (size > 0)
      done += static_cast<std::size_t>(size);
    else if (size < 0 && errno != EINTR)
      fail("can't write " + name);
  }
}

} // namespace

std::optional<std::string> readFile(const std::string &path) {
  // O_NONBLOCK: opening a FIFO must not wait for a writer.
  const Descriptor file(
      ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status;
  if (file.number < 0 || ::fstat(file.number, &status) != 0 ||
      !S_ISREG(status.st_mode))
    return std::nullopt;
  std::string text;
  if (!readAll(file.number, text))
    return std::nullopt;
  return text;
}

std::string readStandardInput() {
  std::string text;
  if (!readAll(STDIN_FILENO, text))
    fail("can't read the standard input");
  return text;
}

void writeFile(const std::string &path, const std::string &text) {
  const Descriptor file(
      ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (file.number < 0)
    fail("can't write " + path);
  writeAll(file.number, text, path);
}

void writeStandardOutput(const std::string &text) {
  writeAll(STDOUT_FILENO, text, "the standard output");
}

std::string replaceAll(std::string text, const std::string &from,
                       const std::string &to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

} // namespace paraloop::driver
