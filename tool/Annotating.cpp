// Annotating.cpp: sorts suggestions, picks the chosen ones, and inserts
// `[[paraloop]] `.

#include "Annotating.h"

#include "Failure.h"

#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"

using llvm::Error;
using llvm::Expected;
using llvm::StringRef;

namespace paraloop {
namespace {

/// An iteration with less to do than this (one call into the unknown weighs as
/// much) hardly pays for its way to a worker.
constexpr std::uint64_t LeastWork = 20;

bool comesBefore(const SuggestedLoop &a, const SuggestedLoop &b) {
  const bool aIsRefused = !a.plan.obstacles.empty();
  const bool bIsRefused = !b.plan.obstacles.empty();
  if (aIsRefused != bIsRefused)
    return bIsRefused;
  if (!aIsRefused && a.plan.weights.worker != b.plan.weights.worker)
    return a.plan.weights.worker > b.plan.weights.worker;
  return std::pair(a.path, a.offset) < std::pair(b.path, b.offset);
}

} // namespace

std::vector<SuggestedLoop> mergedSuggestions(const PipelineRun &run) {
  std::map<std::pair<std::string, unsigned>, SuggestedLoop> all;
  for (const TranslationUnitResult &result : run.results)
    for (const SuggestedLoop &loop : result.suggestions) {
      const auto [known, isNew] =
          all.try_emplace(std::pair(loop.path, loop.offset), loop);
      if (!isNew && known->second.plan.obstacles.empty())
        known->second = loop; // One refusal is enough, in whatever source.
    }
  std::vector<SuggestedLoop> loops;
  for (auto &[place, loop] : all)
    loops.push_back(std::move(loop));
  llvm::sort(loops, comesBefore);
  return loops;
}

Expected<std::vector<SuggestedLoop>>
chosenFrom(const std::vector<SuggestedLoop> &all,
           const std::vector<std::string> &places) {
  std::vector<SuggestedLoop> chosen;
  for (const std::string &place : places) {
    const auto [file, line] = StringRef(place).rsplit(':');
    llvm::SmallString<256> real;
    if (llvm::sys::fs::real_path(file, real))
      real = file;
    const auto isMeant = [&, line = line](const SuggestedLoop &loop) {
      return loop.path == real.str() && std::to_string(loop.plan.line) == line;
    };
    const std::size_t before = chosen.size();
    llvm::copy_if(all, std::back_inserter(chosen), isMeant);
    if (chosen.size() == before)
      return failure("no loop at " + place +
                     ": it has to be the line of a 'for' that is not "
                     "annotated, and lies in no loop that can be; "
                     "--suggest lists them");
  }
  return chosen;
}

bool isWorthwhile(const LoopPlan &plan) {
  return plan.obstacles.empty() && plan.weights.worker >= LeastWork &&
         !isMostlyReplayed(plan.weights);
}

Error annotate(const std::vector<SuggestedLoop> &loops, PipelineRun &run) {
  if (run.results.empty())
    return Error::success();
  TranslationUnitResult &result = run.results.front();
  for (const SuggestedLoop &loop : loops) {
    if (!loop.plan.obstacles.empty())
      return failure("the loop at " + loop.plan.file + ":" +
                     std::to_string(loop.plan.line) + " can't be annotated: " +
                     loop.plan.obstacles.front().message);
    if (Error error = result.edits[loop.path].add(
            {loop.path, loop.offset, 0, "[[paraloop]] "}))
      return error;
  }
  return Error::success();
}

} // namespace paraloop
