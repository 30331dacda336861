// Text.h: whole files as strings, and replacing in strings.

#ifndef PARALOOP_DRIVER_TEXT_H
#define PARALOOP_DRIVER_TEXT_H

#include <optional>
#include <string>

namespace paraloop::driver {

/// readFile() returns all bytes of a regular file; nothing if it is no regular
/// file or can't be read.
std::optional<std::string> readFile(const std::string &path);

/// readStandardInput() returns all bytes up to the end of descriptor 0.
/// Throws std::system_error if it can't be read.
std::string readStandardInput();

/// writeFile() makes `path` hold exactly `text`. Throws std::system_error if it
/// can't.
void writeFile(const std::string &path, const std::string &text);

/// writeStandardOutput() writes `text` to descriptor 1. Throws
/// std::system_error if it can't.
void writeStandardOutput(const std::string &text);

/// replaceAll() returns `text` with `to` in every place where `from` stood.
/// EXPECTS: `from` is not empty.
std::string replaceAll(std::string text, const std::string &from,
                       const std::string &to);

} // namespace paraloop::driver

#endif
