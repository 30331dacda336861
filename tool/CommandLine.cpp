// CommandLine.cpp: the options, in the way of Clang's own tools (FILE...
// [options] [-- FLAGS]).

#include "CommandLine.h"

#include "Failure.h"
#include "Output.h"

#include "clang/Tooling/JSONCompilationDatabase.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using clang::tooling::CompilationDatabase;
using clang::tooling::FixedCompilationDatabase;
using llvm::Error;
using llvm::Expected;
namespace cl = llvm::cl;

namespace paraloop {
namespace {

constexpr const char *Overview =
    "paraloop turns a `for` loop annotated [[paraloop]] into one that runs in "
    "several processes, with the same result.\n\n"
    "  paraloop FILE                   writes the rewritten file to standard "
    "output\n"
    "  paraloop FILE -o OUT -- FLAGS   writes it to OUT; FLAGS is how the file "
    "is compiled\n"
    "  paraloop -i -p BUILD FILE...    rewrites files in place; BUILD has the "
    "compile_commands.json\n\n"
    "Without -p and --, a compile_commands.json is looked for in the folder of "
    "each file and above; where there is none,\n"
    "the file is parsed as C++17. Exit status: 0, or 1 after any error; then "
    "nothing is written.";

/// Options holds the declarations; they register themselves while this object
/// is made.
struct Options {
  cl::OptionCategory category{"paraloop"};
  cl::list<std::string> files{cl::Positional, cl::desc("FILE..."),
                              cl::cat(category)};
  cl::opt<std::string> output{"o", cl::desc("Write the rewritten file to OUT"),
                              cl::value_desc("OUT"), cl::cat(category)};
  cl::opt<std::string> build{"p", cl::desc("Folder with compile_commands.json"),
                             cl::value_desc("BUILD"), cl::cat(category)};
  cl::opt<bool> inPlace{"i",
                        cl::desc("Replace the files by their rewritten form"),
                        cl::cat(category)};
  cl::opt<bool> dryRun{"dry-run",
                       cl::desc("Say what would be done, write nothing"),
                       cl::cat(category)};
  cl::opt<bool> diff{
      "diff", cl::desc("Show the changes as a unified diff, write nothing"),
      cl::cat(category)};
  cl::opt<std::string> print{
      "print", cl::desc("Print the plan of every loop, write nothing"),
      cl::value_desc("plan"), cl::cat(category)};
  cl::opt<bool> explain{
      "explain",
      cl::desc("Print why each variable of every loop has its role and how the "
               "work is split, write nothing"),
      cl::cat(category)};
  cl::list<std::string> suggest{
      "suggest", cl::ValueOptional,
      cl::desc("Look at the loops that are not annotated: print which could "
               "be; with -i, -o, --diff, --dry-run or --export-fixes annotate "
               "those that are worth it, or the one at FILE:LINE (may be given "
               "several times)"),
      cl::value_desc("FILE:LINE"), cl::cat(category)};
  cl::opt<std::string> exportFixes{
      "export-fixes",
      cl::desc("Write the edits and the repairs of refusals to F, for "
               "clang-apply-replacements"),
      cl::value_desc("F"), cl::cat(category)};
  cl::opt<bool> warningsAreErrors{"Werror", cl::desc("Make warnings errors"),
                                  cl::cat(category)};
  cl::opt<std::string> format{"format",
                              cl::desc("How --print, --explain and --suggest "
                                       "print: text (the default) or json"),
                              cl::value_desc("text|json"), cl::cat(category)};
};

Expected<Mode> suggestionMode(Mode mode) {
  if (mode == Mode::PrintPlan || mode == Mode::Explain)
    return failure("--suggest looks at loops that are not annotated, --print "
                   "and --explain at those that are; choose one");
  return mode == Mode::Print ? Mode::Suggest : mode;
}

/// modeOf() makes sure that the user asked for one thing.
Expected<Mode> modeOf(const Options &options) {
  const std::pair<const char *, Mode> asked[] = {
      {options.output.getNumOccurrences() ? "-o" : nullptr, Mode::Write},
      {options.inPlace ? "-i" : nullptr, Mode::InPlace},
      {options.dryRun ? "--dry-run" : nullptr, Mode::DryRun},
      {options.diff ? "--diff" : nullptr, Mode::Diff},
      {options.print.getNumOccurrences() ? "--print" : nullptr,
       Mode::PrintPlan},
      {options.explain ? "--explain" : nullptr, Mode::Explain},
      {options.exportFixes.getNumOccurrences() ? "--export-fixes" : nullptr,
       Mode::ExportFixes},
  };
  const char *first = nullptr;
  Mode mode = Mode::Print;
  for (const auto &[name, meaning] : asked) {
    if (!name)
      continue;
    // A dry run or a diff of -i or -o is just that.
    const bool onlyShown = first &&
                           (mode == Mode::Write || mode == Mode::InPlace) &&
                           (meaning == Mode::DryRun || meaning == Mode::Diff);
    if (first && !onlyShown)
      return failure(std::string(first) + " and " + name +
                     " can't go together; choose one");
    first = name;
    mode = meaning;
  }
  return options.suggest.empty() ? mode : suggestionMode(mode);
}

Error checkValues(const Options &options, Mode mode) {
  if (options.files.empty())
    return failure("no file given; try paraloop --help");
  if (mode == Mode::PrintPlan && options.print != "plan")
    return failure("can't print '" + options.print +
                   "'; --print=plan is what there is");
  const bool prints =
      mode == Mode::PrintPlan || mode == Mode::Explain || mode == Mode::Suggest;
  if (options.format.getNumOccurrences() && !prints)
    return failure("--format goes with --print=plan, --explain and --suggest");
  if (options.format.getNumOccurrences() && options.format != "text" &&
      options.format != "json")
    return failure("unknown format '" + options.format +
                   "'; --format takes text or json");
  if (mode == Mode::Write && options.output.empty())
    return failure("-o needs the name of a file");
  if (mode == Mode::ExportFixes && options.exportFixes.empty())
    return failure("--export-fixes needs the name of a file");
  if (options.files.size() > 1 && (mode == Mode::Print || mode == Mode::Write))
    return failure("with more than one file, say what to do: -i rewrites them "
                   "in place, --diff and --dry-run show it");
  for (const std::string &place : options.suggest) {
    const auto [file, number] = llvm::StringRef(place).rsplit(':');
    unsigned line = 0;
    if (!place.empty() && (file.empty() || number.getAsInteger(10, line)))
      return failure("--suggest takes a place as FILE:LINE, not '" + place +
                     "'");
  }
  for (const std::string &file : options.files)
    if (Error error = requireRegularFile(file))
      return error;
  return Error::success();
}

/// compilationsFor() finds out how the files are compiled: -p, else a
/// compile_commands.json above, else C++17.
Expected<std::unique_ptr<CompilationDatabase>>
compilationsFor(const Options &options) {
  std::string message;
  if (!options.build.empty()) {
    auto compilations =
        CompilationDatabase::loadFromDirectory(options.build, message);
    if (!compilations)
      return failure("-p " + options.build + ": " +
                     llvm::StringRef(message).rtrim().str());
    return compilations;
  }
  auto compilations =
      CompilationDatabase::autoDetectFromSource(options.files.front(), message);
  if (!compilations)
    compilations = std::make_unique<FixedCompilationDatabase>(
        ".", std::vector<std::string>{"-std=c++17"});
  return compilations;
}

void printVersion(llvm::raw_ostream &out) {
  out << "paraloop " PARALOOP_VERSION " (Clang " LLVM_VERSION_STRING ")\n";
}

} // namespace

Expected<CommandLine> parseCommandLine(int argc, const char **argv) {
  CommandLine line;
  std::string message;
  line.compilations = FixedCompilationDatabase::loadFromCommandLine(
      argc, argv, message); // takes what follows --
  Options options;
  cl::HideUnrelatedOptions(options.category);
  cl::SetVersionPrinter(printVersion);
  std::string complaint;
  llvm::raw_string_ostream complaints(complaint);
  if (!cl::ParseCommandLineOptions(argc, argv, Overview, &complaints))
    return failure(llvm::StringRef(complaints.str()).rtrim().str());
  Expected<Mode> mode = modeOf(options);
  if (!mode)
    return mode.takeError();
  if (Error error = checkValues(options, *mode))
    return error;
  line.mode = *mode;
  line.files = options.files;
  line.output =
      *mode == Mode::ExportFixes ? options.exportFixes : options.output;
  line.suggest = !options.suggest.empty();
  for (const std::string &place : options.suggest)
    if (!place.empty())
      line.places.push_back(place);
  line.formatJson = options.format == "json";
  line.warningsAsErrors = options.warningsAreErrors;
  if (!line.compilations) {
    auto compilations = compilationsFor(options);
    if (!compilations)
      return compilations.takeError();
    line.compilations = std::move(*compilations);
  }
  return line;
}

} // namespace paraloop
