// Pipeline.h: translation units through all stages; the table of contents of
// the tool.
//
//     Annotation -> AnnotatedLoops -> LoopStages
//
// In: source files and how they are compiled. Out: plans and edits, and on a
// refusal diagnostics and no edits.

#ifndef PARALOOP_TOOL_PIPELINE_H
#define PARALOOP_TOOL_PIPELINE_H

#include "Plan.h"

#include "clang/Tooling/Core/Replacement.h"

#include <map>
#include <string>
#include <vector>

namespace clang::tooling {
class CompilationDatabase;
}

namespace paraloop {

/// SourceFix is the repair of a refusal, where it has one.
struct SourceFix {
  std::string id;
  std::string message;
  std::vector<clang::tooling::Replacement> edits; ///< At least one.
};

/// SuggestedLoop is a loop that is not annotated, planned as if it were. Its
/// plan has obstacles where it can't be.
struct SuggestedLoop {
  LoopPlan plan;
  std::string path;
  unsigned offset = 0; ///< Of the `for`.
};

/// TranslationUnitResult is what became of one translation unit. Paths are real
/// paths (no symbolic link, no "..").
struct TranslationUnitResult {
  /// The edits of every file that changes; empty after a failure.
  std::map<std::string, clang::tooling::Replacements> edits;
  /// The bytes, as the compiler read them, of the main file and of every file
  /// in `edits`.
  std::map<std::string, std::string> sources;
  /// The plans of the loops that are accepted, in the order of the source.
  std::vector<LoopPlan> plans;
  /// The plans of the loops that are refused, for --explain.
  std::vector<LoopPlan> refused;
  std::vector<SourceFix> fixes;
  std::vector<SuggestedLoop> suggestions; ///< With PipelineOptions::suggest.
  /// A refusal, broken code, or an edit that could not be made; all has been
  /// said on stderr.
  bool failed = true;
};

/// PipelineRun is the result of all translation units.
struct PipelineRun {
  std::vector<TranslationUnitResult> results;
  bool succeeded =
      false; ///< Every file could be read, compiled, planned and edited.
};

/// PipelineOptions is what the user wants to hear.
struct PipelineOptions {
  bool warningsAsErrors = false;
  bool warnOfReplay = false; ///< Where most of a body is replayed.
  bool suggest = false; ///< Look at the loops that are not annotated instead.
};

/// runPipeline() sends `files`, one after the other, through the stages. Only
/// these files may be edited; annotated loops in other files that they include
/// stay as they are.
PipelineRun runPipeline(const clang::tooling::CompilationDatabase &compilations,
                        const std::vector<std::string> &files,
                        const PipelineOptions &options);

} // namespace paraloop

#endif
