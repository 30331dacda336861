// Mention.cpp: see Mention.h.

#include "Mention.h"

#include "Headers.h"

namespace paraloop::driver {

bool mentionsParaloop(const std::string &text, const std::string &path,
                      const std::vector<std::string> &includeFolders) {
  return walkHeaders(
      text, path, includeFolders,
      [](const std::string &content, const std::filesystem::path &) {
        return content.find("paraloop") != std::string::npos;
      });
}

} // namespace paraloop::driver
