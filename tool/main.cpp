// main.cpp: reads the command line, runs the pipeline, prints or writes the
// result.

#include "CommandLine.h"
#include "Diff.h"
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

std::string planText(const PipelineRun &run, bool asJson) {
  std::string text;
  llvm::raw_string_ostream out(text);
  const std::vector<LoopPlan> plans = mergedPlans(run);
  if (asJson) {
    llvm::json::Array all;
    for (const LoopPlan &plan : plans)
      all.push_back(toJson(plan));
    out << llvm::formatv("{0:2}", llvm::json::Value(std::move(all))) << "\n";
  } else {
    for (const LoopPlan &plan : plans)
      print(plan, out);
  }
  return out.str();
}

std::string dryRunText(const PipelineRun &run,
                       const std::vector<FileChange> &changes,
                       const CommandLine &line) {
  std::string text;
  for (const LoopPlan &plan : mergedPlans(run))
    text += plan.file + ":" + std::to_string(plan.line) +
            ": this loop would be rewritten\n";
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

Error deliver(const CommandLine &line, const PipelineRun &run) {
  if (llvm::any_of(run.results, [](const TranslationUnitResult &result) {
        return result.failed;
      }))
    return Error::success(); // errors that Clang's -verify expected: there is
                             // nothing to write
  if (line.mode == Mode::PrintPlan)
    return writeStandardOutput(planText(run, line.formatJson));
  Expected<std::vector<FileChange>> changes = mergedChanges(run);
  if (!changes)
    return changes.takeError();
  switch (line.mode) {
  case Mode::DryRun:
    return writeStandardOutput(dryRunText(run, *changes, line));
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

int runTool(int argc, const char **argv) {
  Expected<CommandLine> line = parseCommandLine(argc, argv);
  if (!line) {
    complain(line.takeError());
    return 1;
  }
  const PipelineRun run = runPipeline(*line->compilations, line->files);
  if (!run.succeeded)
    return 1;
  if (Error error = deliver(*line, run)) {
    complain(std::move(error));
    return 1;
  }
  return 0;
}

} // namespace
} // namespace paraloop

int main(int argc, const char **argv) {
  llvm::sys::PrintStackTraceOnErrorSignal(argv[0]);
  return paraloop::runTool(argc, argv);
}
