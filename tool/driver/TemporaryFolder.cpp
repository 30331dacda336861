// TemporaryFolder.cpp: see TemporaryFolder.h.

#include "TemporaryFolder.h"

#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <unistd.h>

namespace paraloop::driver {
namespace {

bool isPlain(std::string_view path) {
  for (const char c : path)
    if (!std::isalnum(static_cast<unsigned char>(c)) &&
        std::string_view("/._-+").find(c) == std::string_view::npos)
      return false;
  return !path.empty() && path[0] == '/';
}

std::string parentFolder() {
  const char *chosen = std::getenv("TMPDIR");
  if (chosen && isPlain(chosen) && ::access(chosen, W_OK | X_OK) == 0)
    return chosen;
  return "/tmp";
}

} // namespace

TemporaryFolder::TemporaryFolder()
    : path_(parentFolder() + "/paraloop-XXXXXX") {
  if (!::mkdtemp(path_.data()))
    throw std::system_error(errno, std::generic_category(),
                            "can't make a temporary folder " + path_ +
                                "; set TMPDIR to a folder that can be written");
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored; // nobody is left who could do something about it
  std::filesystem::remove_all(path_, ignored);
}

} // namespace paraloop::driver
