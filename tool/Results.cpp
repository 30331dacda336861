// Results.cpp: puts the edits of all translation units together.

#include "Results.h"

#include "Failure.h"

#include <map>
#include <set>

using clang::tooling::Replacement;
using clang::tooling::Replacements;
using llvm::Error;
using llvm::Expected;
using llvm::StringRef;

namespace paraloop {
namespace {

/// endsLinesWithCrLf() says whether every line of a file ends in \r\n. A file
/// with both kinds keeps what was emitted.
bool endsLinesWithCrLf(StringRef text) {
  const std::size_t lines = text.count('\n');
  return lines != 0 && text.count("\r\n") == lines;
}

/// withCrLf() gives a \r to every \n that has none.
std::string withCrLf(StringRef text) {
  std::string result;
  for (std::size_t i = 0; i != text.size(); ++i) {
    if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r'))
      result += '\r';
    result += text[i];
  }
  return result;
}

/// fitted() makes an edit fit the file: with its line ends, and behind its byte
/// order mark, which has to stay in front.
Replacement fitted(StringRef source, const Replacement &edit) {
  constexpr StringRef byteOrderMark = "\xef\xbb\xbf";
  const bool isBeforeMark = edit.getOffset() == 0 && edit.getLength() == 0 &&
                            source.starts_with(byteOrderMark);
  const unsigned offset =
      isBeforeMark ? byteOrderMark.size() : edit.getOffset();
  const StringRef text = edit.getReplacementText();
  return Replacement(edit.getFilePath(), offset, edit.getLength(),
                     endsLinesWithCrLf(source) ? withCrLf(text) : text.str());
}

Expected<Replacements> together(const std::string &path,
                                const std::string &source,
                                const std::set<Replacement> &edits) {
  Replacements all;
  for (const Replacement &edit : edits)
    if (Error error = all.add(fitted(source, edit))) {
      llvm::consumeError(std::move(error));
      return failure("'" + path +
                     "' is compiled in several ways (different macros, say), "
                     "and its loops would have to be " +
                     "rewritten differently for each; rewrite it for one of "
                     "them at a time");
    }
  return all;
}

Expected<std::map<std::string, std::string>>
mergedSources(const PipelineRun &run) {
  std::map<std::string, std::string> sources;
  for (const TranslationUnitResult &result : run.results)
    for (const auto &[path, source] : result.sources)
      if (sources.emplace(path, source).first->second != source)
        return failure("'" + path +
                       "' changed while paraloop was reading it; nothing is "
                       "written, run it again");
  return sources;
}

} // namespace

Expected<std::map<std::string, Replacements>>
mergedEdits(const PipelineRun &run) {
  auto sources = mergedSources(run);
  if (!sources)
    return sources.takeError();
  std::map<std::string, std::set<Replacement>> edits;
  for (const TranslationUnitResult &result : run.results)
    for (const auto &[path, replacements] : result.edits)
      edits[path].insert(replacements.begin(), replacements.end());
  std::map<std::string, Replacements> merged;
  for (const auto &[path, source] : *sources) {
    Expected<Replacements> all = together(path, source, edits[path]);
    if (!all)
      return all.takeError();
    merged[path] = std::move(*all);
  }
  return merged;
}

std::vector<SourceFix> mergedFixes(const PipelineRun &run) {
  std::vector<SourceFix> fixes;
  std::set<std::vector<Replacement>> seen;
  for (const TranslationUnitResult &result : run.results)
    for (const SourceFix &fix : result.fixes)
      if (seen.insert(fix.edits).second)
        fixes.push_back(fix);
  return fixes;
}

Expected<std::vector<FileChange>> mergedChanges(const PipelineRun &run) {
  auto edits = mergedEdits(run);
  if (!edits)
    return edits.takeError();
  auto sources = mergedSources(run);
  if (!sources)
    return sources.takeError();
  std::vector<FileChange> changes;
  for (const auto &[path, replacements] : *edits) {
    const std::string &source = sources->at(path);
    Expected<std::string> updated =
        clang::tooling::applyAllReplacements(source, replacements);
    if (!updated)
      return updated.takeError();
    changes.push_back({path, source, std::move(*updated)});
  }
  return changes;
}

std::vector<LoopPlan> mergedPlans(const PipelineRun &run) {
  std::vector<LoopPlan> plans;
  std::set<std::pair<std::string, unsigned>> seen;
  for (const TranslationUnitResult &result : run.results)
    for (const LoopPlan &plan : result.plans)
      if (seen.emplace(plan.file, plan.line).second)
        plans.push_back(plan);
  return plans;
}

std::vector<LoopPlan> plansAndRefused(const PipelineRun &run) {
  // A loop in a header may be refused for one of the sources that include it:
  // then it is refused.
  std::map<std::pair<std::string, unsigned>, LoopPlan> all;
  for (const TranslationUnitResult &result : run.results)
    for (const LoopPlan &plan : result.refused)
      all.emplace(std::pair(plan.file, plan.line), plan);
  for (const LoopPlan &plan : mergedPlans(run))
    all.emplace(std::pair(plan.file, plan.line), plan);
  std::vector<LoopPlan> plans;
  for (auto &[place, plan] : all)
    plans.push_back(std::move(plan));
  return plans;
}

} // namespace paraloop
