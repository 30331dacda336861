// Compiler.cpp: names of compilers and of sources; see Compiler.h.

#include "Compiler.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <string_view>
#include <system_error>

#include <unistd.h>

namespace fs = std::filesystem;

namespace paraloop::driver {
namespace {

constexpr std::array<std::string_view, 8> cxxEndings{
    ".cpp", ".cc", ".cxx", ".C", ".c++", ".cp", ".CPP", ".cppm"};
constexpr std::array<std::string_view, 8> headerEndings{
    ".h", ".hpp", ".hh", ".hxx", ".h++", ".H", ".hp", ".tcc"};
constexpr std::array<std::string_view, 11> otherEndings{
    ".c", ".i", ".ii", ".s", ".S", ".o", ".a", ".so", ".lo", ".bc", ".obj"};

template <class Names>
bool contains(const Names &names, const std::string &name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool isExecutableFile(const std::string &path) {
  std::error_code ignored;
  return fs::is_regular_file(path, ignored) &&
         ::access(path.c_str(), X_OK) == 0;
}

} // namespace

std::string findProgram(const std::string &name) {
  if (name.find('/') != std::string::npos)
    return isExecutableFile(name) ? name : "";
  const char *path = std::getenv("PATH");
  std::istringstream folders(path ? path : "/usr/bin:/bin");
  for (std::string folder; std::getline(folders, folder, ':');) {
    const std::string candidate = (folder.empty() ? "." : folder) + "/" + name;
    if (isExecutableFile(candidate))
      return candidate;
  }
  return "";
}

bool isCompilerOrLauncher(const std::string &word) {
  if (word.empty() || word[0] == '-' || word[0] == '@')
    return false;
  const std::string ending = fs::path(word).extension().string();
  // "g++.real" and "clang++-19.1" have endings too, so only those of inputs
  // count.
  const bool input = contains(cxxEndings, ending) ||
                     contains(headerEndings, ending) ||
                     contains(otherEndings, ending);
  return !input && !findProgram(word).empty();
}

bool isSourceName(const std::string &path, const std::string &compiler) {
  const std::string ending = fs::path(path).extension().string();
  if (ending == ".c") // C++ to g++, C to gcc
    return fs::path(compiler).filename().string().find("++") !=
           std::string::npos;
  return ending != ".cppm" && contains(cxxEndings, ending);
}

bool isHeaderName(const std::string &path) {
  return contains(headerEndings, fs::path(path).extension().string());
}

} // namespace paraloop::driver
