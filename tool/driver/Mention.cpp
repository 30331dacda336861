// Mention.cpp: a walk over the project's headers without a preprocessor. `#if`
// is not evaluated: a header that is never really included can at most cause a
// needless run of the tool.

#include "Mention.h"

#include "Text.h"

#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>

namespace fs = std::filesystem;

namespace paraloop::driver {
namespace {

/// Returns the names in the `#include` lines of `text`, without quotes or
/// angles.
std::vector<std::string> includedNames(const std::string &text) {
  constexpr std::string_view word = "include";
  constexpr std::string_view blanks = " \t";
  std::vector<std::string> names;
  for (std::size_t at = text.find(word); at != std::string::npos;
       at = text.find(word, at + 1)) {
    const std::size_t before =
        at == 0 ? std::string::npos : text.find_last_not_of(blanks, at - 1);
    if (before == std::string::npos || text[before] != '#')
      continue;
    const std::size_t open = text.find_first_of("\"<\n", at);
    if (open == std::string::npos || text[open] == '\n')
      continue;
    const std::size_t close = text.find_first_of("\">\n", open + 1);
    if (close != std::string::npos)
      names.push_back(text.substr(open + 1, close - open - 1));
  }
  return names;
}

/// Search keeps which files were looked at.
class Search {
public:
  explicit Search(const std::vector<std::string> &includeFolders)
      : includeFolders(includeFolders) {}

  bool operator()(const std::string &text, const fs::path &folder) {
    if (text.find("paraloop") != std::string::npos)
      return true;
    for (const std::string &name : includedNames(text))
      if (inHeader(name, folder))
        return true;
    return false;
  }

private:
  bool inHeader(const std::string &name, const fs::path &folder) {
    if (inFile(folder / name))
      return true;
    for (const std::string &other : includeFolders)
      if (inFile(fs::path(other) / name))
        return true;
    return false;
  }

  bool inFile(const fs::path &path) {
    std::error_code notThere;
    const fs::path real = fs::canonical(path, notThere);
    if (notThere || !seen.insert(real).second)
      return false;
    const auto text = readFile(real);
    return text && (*this)(*text, path.parent_path());
  }

  const std::vector<std::string> &includeFolders;
  std::set<fs::path> seen;
};

} // namespace

bool mentionsParaloop(const std::string &text, const std::string &path,
                      const std::vector<std::string> &includeFolders) {
  return Search(includeFolders)(text, fs::path(path).parent_path());
}

} // namespace paraloop::driver
