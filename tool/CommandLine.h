// CommandLine.h: what the user asked for, checked.
//
// In: argc and argv. Out: the files, how each is compiled, and what to do with
// the result. Only this file and main.cpp know LLVM's command line library.

#ifndef PARALOOP_TOOL_COMMANDLINE_H
#define PARALOOP_TOOL_COMMANDLINE_H

#include "clang/Tooling/ArgumentsAdjusters.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "llvm/Support/Error.h"

#include <memory>
#include <string>
#include <vector>

namespace paraloop {

/// Mode is what happens to the result.
enum class Mode {
  Print,       ///< The rewritten file goes to standard output.
  Write,       ///< It goes to CommandLine::output.
  InPlace,     ///< -i
  DryRun,      ///< --dry-run
  Diff,        ///< --diff
  PrintPlan,   ///< --print=plan
  Explain,     ///< --explain
  Suggest,     ///< --suggest, and nothing that would use the suggestions
  ExportFixes, ///< --export-fixes: to CommandLine::output
};

struct CommandLine {
  std::vector<std::string>
      files; ///< As the user wrote them; all are regular, readable files.
  Mode mode = Mode::Print;
  std::string output;      ///< The name after -o or --export-fixes.
  bool formatJson = false; ///< --format=json
  bool suggest = false;    ///< --suggest: annotate loops, don't rewrite them.
  std::vector<std::string> places; ///< FILE:LINE of each --suggest=FILE:LINE.
  bool warningsAsErrors = false;   ///< --Werror
  std::unique_ptr<clang::tooling::CompilationDatabase> compilations;
};

/// parseCommandLine() reads the arguments. On --help and --version it prints
/// them and ends the process.
llvm::Expected<CommandLine> parseCommandLine(int argc, const char **argv);

} // namespace paraloop

#endif
