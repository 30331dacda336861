// Headers.cpp: see Headers.h.

#include "Headers.h"

#include "Text.h"

#include <set>
#include <string_view>
#include <system_error>

namespace fs = std::filesystem;

namespace paraloop::driver {

std::vector<Include> includesIn(const std::string &text) {
  constexpr std::string_view word = "include";
  std::vector<Include> includes;
  for (std::size_t at = text.find(word); at != std::string::npos;
       at = text.find(word, at + 1)) {
    const std::size_t before =
        at == 0 ? std::string::npos : text.find_last_not_of(" \t", at - 1);
    if (before == std::string::npos || text[before] != '#')
      continue;
    const std::size_t open = text.find_first_of("\"<\n", at);
    if (open == std::string::npos || text[open] == '\n')
      continue;
    const std::size_t close = text.find_first_of("\">\n", open + 1);
    if (close != std::string::npos)
      includes.push_back(
          {text.substr(open + 1, close - open - 1), text[open] == '"'});
  }
  return includes;
}

std::optional<fs::path> findHeader(const Include &include, const fs::path &from,
                                   const std::vector<std::string> &folders) {
  std::error_code ignored; // a path that can't be looked at is not there
  if (include.quoted && fs::is_regular_file(from / include.name, ignored))
    return from / include.name;
  for (const fs::path folder : folders)
    if (fs::is_regular_file(folder / include.name, ignored))
      return folder / include.name;
  return std::nullopt;
}

bool walkHeaders(const std::string &text, const fs::path &path,
                 const std::vector<std::string> &folders,
                 const HeaderVisitor &visit) {
  std::set<fs::path> seen;
  std::vector<fs::path> waiting;
  const auto enter = [&](const std::string &content, const fs::path &folder) {
    if (visit(content, folder))
      return true;
    for (const Include &include : includesIn(content))
      if (const auto header = findHeader(include, folder, folders))
        if (seen.insert(fs::weakly_canonical(*header)).second)
          waiting.push_back(*header);
    return false;
  };
  if (enter(text, path.parent_path()))
    return true;
  while (!waiting.empty()) {
    const fs::path header = waiting.back();
    waiting.pop_back();
    const auto content = readFile(header);
    if (content && enter(*content, header.parent_path()))
      return true;
  }
  return false;
}

} // namespace paraloop::driver
