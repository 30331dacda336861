// Depfile.cpp: see Depfile.h. A copy's path has a random part, so that
// replacing it wherever it stands is safe.

#include "Depfile.h"

#include "Text.h"

#include <filesystem>

namespace fs = std::filesystem;

namespace paraloop::driver {
namespace {

/// As GCC and Clang write a file name into a rule.
std::string quoteForMake(const std::string &path) {
  std::string quoted;
  for (const char c : path) {
    if (c == ' ' || c == '\t' || c == '#')
      quoted += '\\';
    if (c == '$')
      quoted += '$';
    quoted += c;
  }
  return quoted;
}

} // namespace

std::vector<std::string> dependencyFiles(const Invocation &invocation,
                                         const std::vector<Copy> &copies) {
  if (!invocation.dependencyFile.empty())
    return {invocation.dependencyFile};
  std::vector<std::string> files;
  const fs::path output = invocation.output;
  if (!output.empty()) {
    files.push_back(fs::path(output).replace_extension(".d"));
    files.push_back(output.string() + ".d");
  }
  for (const Copy &copy : copies) {
    const std::string name = fs::path(copy.original).stem().string() + ".d";
    files.push_back(name);
    files.push_back("a-" + name); // g++ since 11, compiling and linking at once
    if (!output.empty())
      files.push_back(output.string() + "-" + name);
    if (output.has_extension())
      files.push_back(fs::path(output).replace_extension().string() + "-" +
                      name);
  }
  return files;
}

void restoreNamesInRule(const std::string &path,
                        const std::vector<Copy> &copies) {
  const auto before = readFile(path);
  if (!before)
    return;
  std::string after = *before;
  for (const Copy &copy : copies)
    after = replaceAll(std::move(after), quoteForMake(copy.replacement),
                       quoteForMake(copy.original));
  if (after != *before)
    writeFile(path, after);
}

std::string restoreNamesInMarkers(std::string text,
                                  const std::vector<Copy> &copies) {
  for (const Copy &copy : copies)
    text = replaceAll(std::move(text), quoteForPreprocessor(copy.replacement),
                      quoteForPreprocessor(copy.original));
  return text;
}

std::string quoteForPreprocessor(const std::string &path) {
  return replaceAll(replaceAll(path, "\\", "\\\\"), "\"", "\\\"");
}

} // namespace paraloop::driver
