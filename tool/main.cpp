// main.cpp: reads the command line, runs the pipeline, prints or writes the
// result.

#include "Annotating.h"
#include "CommandLine.h"
#include "Diff.h"
#include "Explain.h"
#include "ExportFixes.h"
#include "Output.h"
#include "Pipeline.h"
#include "Results.h"

#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/WithColor.h"

#include <cstdlib>

using llvm::Error;
using llvm::Expected;

namespace paraloop {
namespace {

void complain(Error error) {
  const bool noColor = std::getenv("NO_COLOR") != nullptr;
  llvm::handleAllErrors(std::move(error), [&](const llvm::ErrorInfoBase &info) {
    llvm::WithColor::error(llvm::errs(), "paraloop", noColor)
        << info.message() << "\n";
  });
}

std::string realPathOf(const std::string &file) {
  llvm::SmallString<256> real;
  return llvm::sys::fs::real_path(file, real) ? file : real.str().str();
}

/// nameOf() returns the name by which the user called a file.
std::string nameOf(const FileChange &change, const CommandLine &line) {
  for (const std::string &file : line.files)
    if (realPathOf(file) == change.path)
      return file;
  return change.path;
}

std::string textOf(const std::vector<LoopPlan> &plans, bool asJson,
                   void (*asText)(const LoopPlan &, llvm::raw_ostream &)) {
  std::string text;
  llvm::raw_string_ostream out(text);
  if (asJson) {
    llvm::json::Array all;
    for (const LoopPlan &plan : plans)
      all.push_back(toJson(plan));
    out << llvm::formatv("{0:2}", llvm::json::Value(std::move(all))) << "\n";
  } else {
    for (const LoopPlan &plan : plans)
      asText(plan, out);
  }
  return out.str();
}

/// dryRunText() names the loops and files that `done` would be done to.
std::string dryRunText(const std::vector<LoopPlan> &plans, const char *done,
                       const std::vector<FileChange> &changes,
                       const CommandLine &line) {
  std::string text;
  for (const LoopPlan &plan : plans)
    text += plan.file + ":" + std::to_string(plan.line) +
            ": this loop would be " + done + "\n";
  for (const FileChange &change : changes)
    if (change.original == change.updated)
      text += nameOf(change, line) + ": would stay as it is\n";
  return text;
}

std::string diffText(const std::vector<FileChange> &changes,
                     const CommandLine &line) {
  std::string text;
  for (const FileChange &change : changes)
    text += unifiedDiff(nameOf(change, line), change.original, change.updated);
  return text;
}

Error replaceChanged(std::vector<FileChange> changes) {
  llvm::erase_if(changes, [](const FileChange &change) {
    return change.original == change.updated;
  });
  return replaceFiles(changes);
}

/// exportFixes() writes what a failed run has, too: the repairs of its
/// refusals.
Error exportFixes(const CommandLine &line, const PipelineRun &run) {
  std::map<std::string, clang::tooling::Replacements> edits;
  if (run.succeeded) {
    auto merged = mergedEdits(run);
    if (!merged)
      return merged.takeError();
    edits = std::move(*merged);
  }
  return writeOutput(
      line.output, fixesText(mergedFixes(run),
                             line.suggest ? "suggestion" : "rewriting", edits));
}

/// deliverChanges() writes or shows the edits that have been made to `plans`.
Error deliverChanges(const CommandLine &line, const PipelineRun &run,
                     const std::vector<LoopPlan> &plans) {
  if (line.mode == Mode::ExportFixes)
    return exportFixes(line, run);
  Expected<std::vector<FileChange>> changes = mergedChanges(run);
  if (!changes)
    return changes.takeError();
  switch (line.mode) {
  case Mode::DryRun:
    return writeStandardOutput(dryRunText(
        plans, line.suggest ? "annotated" : "rewritten", *changes, line));
  case Mode::Diff:
    return writeStandardOutput(diffText(*changes, line));
  case Mode::InPlace:
    return replaceChanged(std::move(*changes));
  case Mode::Write:
    return writeOutput(line.output, changes->front().updated);
  default:
    return writeStandardOutput(changes->front().updated);
  }
}

std::vector<LoopPlan> plansOf(const std::vector<SuggestedLoop> &loops) {
  std::vector<LoopPlan> plans;
  for (const SuggestedLoop &loop : loops)
    plans.push_back(loop.plan);
  return plans;
}

/// deliverSuggestions() prints what can be annotated, or annotates it.
Error deliverSuggestions(const CommandLine &line, PipelineRun run) {
  std::vector<SuggestedLoop> loops = mergedSuggestions(run);
  if (!line.places.empty()) {
    Expected<std::vector<SuggestedLoop>> chosen =
        chosenFrom(loops, line.places);
    if (!chosen)
      return chosen.takeError();
    loops = std::move(*chosen);
  }
  if (line.mode == Mode::Suggest)
    return writeStandardOutput(
        textOf(plansOf(loops), line.formatJson, suggest));
  if (line.places.empty())
    llvm::erase_if(loops, [](const SuggestedLoop &loop) {
      return !isWorthwhile(loop.plan);
    });
  if (Error error = annotate(loops, run))
    return error;
  return deliverChanges(line, run, plansOf(loops));
}

Error deliver(const CommandLine &line, const PipelineRun &run) {
  if (line.mode == Mode::Explain)
    return writeStandardOutput(
        textOf(plansAndRefused(run), line.formatJson, explain));
  const bool failed =
      !run.succeeded || // or with errors that Clang's -verify expected
      llvm::any_of(run.results, [](const TranslationUnitResult &result) {
        return result.failed;
      });
  if (failed) // what is wrong has been said
    return line.mode == Mode::ExportFixes ? exportFixes(line, run)
                                          : Error::success();
  if (line.suggest)
    return deliverSuggestions(line, run);
  if (line.mode == Mode::PrintPlan)
    return writeStandardOutput(
        textOf(mergedPlans(run), line.formatJson, print));
  return deliverChanges(line, run, mergedPlans(run));
}

int runTool(int argc, const char **argv) {
  Expected<CommandLine> line = parseCommandLine(argc, argv);
  if (!line) {
    complain(line.takeError());
    return 1;
  }
  PipelineOptions options;
  options.warningsAsErrors = line->warningsAsErrors;
  options.warnOfReplay = line->mode == Mode::Explain;
  options.suggest = line->suggest;
  const PipelineRun run =
      runPipeline(*line->compilations, line->files, options);
  if (Error error = deliver(*line, run)) {
    complain(std::move(error));
    return 1;
  }
  return run.succeeded ? 0 : 1;
}

} // namespace
} // namespace paraloop

int main(int argc, const char **argv) {
  llvm::sys::PrintStackTraceOnErrorSignal(argv[0]);
  return paraloop::runTool(argc, argv);
}
