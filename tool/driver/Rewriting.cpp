// Rewriting.cpp: see Rewriting.h.

#include "Rewriting.h"

#include "HeaderClash.h"
#include "Installation.h"
#include "Mention.h"
#include "Process.h"
#include "Text.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace fs = std::filesystem;

namespace paraloop::driver {
namespace {

/// Returns the quoted text that begins at `begin`, with its quotes; empty if it
/// doesn't end.
std::string quotedAt(const std::string &text, std::size_t begin) {
  for (std::size_t i = begin + 1; i < text.size(); ++i)
    if (text[i] == '\\')
      ++i;
    else if (text[i] == '"')
      return text.substr(begin, i + 1 - begin);
  return "";
}

/// The tool names the source by an absolute path. Returns `text` with `name` in
/// its place, on the lines that the tool wrote: the #line directive behind its
/// #include says what it calls the source.
std::string nameAsSpelled(const std::string &text, const std::string &name) {
  const std::string first = "#include <paraloop/paraloop.h>\n#line ";
  const std::size_t at = text.find(first);
  const std::size_t quote =
      at == std::string::npos ? at : text.find('"', at + first.size());
  if (quote == std::string::npos)
    return text;
  const std::string absolute = quotedAt(text, quote);
  if (absolute.empty())
    return text;
  const std::string spelled = '"' + quoteForPreprocessor(name) + '"';
  std::string result;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t stop = std::min(text.find('\n', start), text.size() - 1);
    std::string line = text.substr(start, stop + 1 - start);
    const bool fromTool = line.compare(0, 6, "#line ") == 0 ||
                          line.find("paraloop_site(") != std::string::npos;
    result += fromTool ? replaceAll(std::move(line), absolute, spelled) : line;
    start = stop + 1;
  }
  return result;
}

/// __TIMESTAMP__ is the time of the source that the user wrote.
void copyTime(const std::string &from, const std::string &to) {
  std::error_code ignored; // a file that is gone by now has no time to keep
  const auto time = fs::last_write_time(from, ignored);
  if (!ignored)
    fs::last_write_time(to, time, ignored);
}

} // namespace

std::string Rewriting::runTool(const std::string &input,
                               const std::string &output,
                               const Words &extraFlags) const {
  Words words{toolPath(), input, "-o", output, "--", "-xc++"};
  words.insert(words.end(), extraFlags.begin(), extraFlags.end());
  words.insert(words.end(), invocation.parseFlags.begin(),
               invocation.parseFlags.end());
  words.insert(words.end(), {"-isystem", includeFolder()});
  if (invocation.contractsNothing)
    words.push_back("-DPARALOOP_NO_FP_CONTRACT");
  if (invocation.contractsAll)
    words.push_back("-DPARALOOP_FP_CONTRACT_FAST");
  const Ending ending = run(words);
  if (ending.signal != 0 && ending.signal == SignalGuard::caught())
    throw Interrupted(ending.signal);
  if (ending.signal != 0)
    throw std::runtime_error("the rewriter ended with signal " +
                             std::to_string(ending.signal) + " on " + input);
  if (!ending.success())
    throw Refused();
  const auto rewritten = readFile(output);
  if (!rewritten)
    throw std::runtime_error("the rewriter wrote no output for " + input);
  return *rewritten;
}

std::optional<Copy> Rewriting::rewrite(const Source &source,
                                       const std::string &text) {
  const fs::path place = fs::path(folder.path()) / std::to_string(count++);
  fs::create_directory(place);
  if (source.path == "-")
    return rewriteStandardInput(source, text, place);
  const std::string copy = place / fs::path(source.path).filename();
  const std::string rewritten = runTool(source.path, copy, {});
  if (rewritten == text)
    return std::nullopt;
  checkHeaderClash(text, source.path, invocation.includeFolders);
  writeFile(copy, nameAsSpelled(rewritten, source.path));
  copyTime(source.path, copy);
  return Copy{source.position, source.path, copy};
}

Copy Rewriting::rewriteStandardInput(const Source &source,
                                     const std::string &text,
                                     const std::string &place) const {
  const std::string input = place + "/stdin.cpp";
  const std::string copy = place + "/copy.cpp";
  writeFile(input, text);
  std::string rewritten = text;
  if (mentionsParaloop(text, input, invocation.includeFolders))
    rewritten = runTool(input, copy, {"-iquote", "."});
  if (rewritten != text)
    rewritten = nameAsSpelled(rewritten, "<stdin>");
  writeFile(copy, rewritten);
  return {source.position, source.path, copy};
}

} // namespace paraloop::driver
