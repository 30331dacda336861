// HeaderClash.cpp: see HeaderClash.h.

#include "HeaderClash.h"

#include "Headers.h"

#include <stdexcept>
#include <system_error>

namespace fs = std::filesystem;

namespace paraloop::driver {
namespace {

bool isSame(const fs::path &one, const fs::path &other) {
  std::error_code notThere;
  return fs::equivalent(one, other, notThere);
}

std::string orHere(const fs::path &folder) {
  return folder.empty() ? "." : folder.string();
}

} // namespace

void checkHeaderClash(const std::string &text, const std::string &path,
                      const std::vector<std::string> &includeFolders) {
  const fs::path own = orHere(fs::path(path).parent_path());
  walkHeaders(
      text, path, includeFolders,
      [&](const std::string &content, const fs::path &folder) {
        if (isSame(own, orHere(folder)))
          return false;
        for (const Include &include : includesIn(content)) {
          std::error_code ignored; // what can't be looked at is not there
          const fs::path near = own / include.name;
          if (!include.quoted || !fs::is_regular_file(near, ignored))
            continue;
          const auto meant = findHeader(include, folder, includeFolders);
          if (!meant || !isSame(*meant, near))
            throw std::runtime_error(
                "a header in " + orHere(folder) + " includes \"" +
                include.name + "\" and means another file than " +
                near.string() + ", but a rewritten copy of " + path +
                " would get that one; include it as <" + include.name +
                ">, or rewrite the source with the tool `paraloop`");
        }
        return false;
      });
}

} // namespace paraloop::driver
