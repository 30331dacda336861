// Driver.cpp: see Driver.h.

#include "Driver.h"

#include "Commands.h"
#include "Mention.h"
#include "ResponseFile.h"
#include "Rewriting.h"
#include "TemporaryFolder.h"
#include "Text.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace paraloop::driver {
namespace {

/// Mentioned is a source that mentions paraloop, with its content.
struct Mentioned {
  Source source;
  std::string text;
};

bool definesAnnotation(const Words &flags) {
  return std::any_of(flags.begin(), flags.end(), [](const std::string &flag) {
    return flag.find("[paraloop") != std::string::npos;
  });
}

/// The standard input counts as mentioning paraloop, because it can be read
/// only once.
std::vector<Mentioned> findMentioned(const Invocation &invocation) {
  const bool everywhere = definesAnnotation(invocation.parseFlags);
  std::vector<Mentioned> found;
  for (const Source &source : invocation.sources) {
    const bool input = source.path == "-";
    const auto text = input ? readStandardInput() : readFile(source.path);
    if (!text) // the compiler says best what is wrong with it
      continue;
    if (input || everywhere ||
        mentionsParaloop(*text, source.path, invocation.includeFolders))
      found.push_back({source, *text});
  }
  return found;
}

/// CompilerRuns compiles rewritten copies. All its files are in one folder,
/// which goes with it.
class CompilerRuns {
public:
  explicit CompilerRuns(const Invocation &invocation)
      : invocation(invocation) {}

  /// rewrite() makes the copies; it returns false if there is nothing to
  /// rewrite after all.
  bool rewrite(const std::vector<Mentioned> &mentioned) {
    Rewriting rewriting(invocation, folder);
    for (const Mentioned &one : mentioned)
      if (auto copy = rewriting.rewrite(one.source, one.text))
        copies.push_back(std::move(*copy));
    return !copies.empty();
  }

  Ending compile() {
    const Ending ending = invocation.sources.size() == 1
                              ? compileInPlace(copies[0])
                              : compileOneByOne();
    if (invocation.writesDependencies)
      for (const std::string &file : dependencyFiles(invocation, copies))
        restoreNamesInRule(file, copies);
    return ending;
  }

private:
  Ending compileInPlace(const Copy &copy) {
    return invocation.stage == Stage::preprocess
               ? preprocess(copy)
               : runCommand(commandInPlace(invocation, copy));
  }

  Ending runCommand(const Command &command) {
    Words words = command.compiler;
    if (invocation.words == invocation.given) {
      words.insert(words.end(), command.words.begin(), command.words.end());
    } else { // the words may be too many for a command line
      const std::string file = folder.path() + "/arguments";
      writeFile(file, quoteForResponseFile(command.words));
      words.push_back("@" + file);
    }
    const auto input =
        std::find_if(copies.begin(), copies.end(),
                     [](const Copy &copy) { return copy.original == "-"; });
    return run(words, input == copies.end() ? "" : input->replacement);
  }

  Ending preprocess(const Copy &copy) {
    const std::string result = folder.path() + "/preprocessed";
    const Ending ending =
        runCommand(preprocessCommand(invocation, copy, result));
    const auto text = readFile(result);
    if (!text)
      return ending;
    const std::string restored = restoreNamesInMarkers(*text, copies);
    if (invocation.output.empty() || invocation.output == "-")
      writeStandardOutput(restored);
    else
      writeFile(invocation.output, restored);
    return ending;
  }

  /// Each copy has a run of its own, in which the folder of its original is
  /// searched for headers in quotes; in a common run the folders of the other
  /// originals would be searched too.
  Ending compileOneByOne() {
    checkSeveralSources();
    Ending first;
    for (const Copy &copy : copies) {
      const Ending ending = runCommand(commandForOne(invocation, copy));
      if (first.success())
        first = ending;
    }
    const Command rest = commandForRest(invocation, copies);
    const bool linksNothing =
        invocation.stage == Stage::link && !first.success();
    if (rest.words.empty() || linksNothing || first.signal != 0)
      return first;
    const Ending ending = runCommand(rest);
    return first.success() ? ending : first;
  }

  void checkSeveralSources() const {
    if (invocation.stage == Stage::preprocess)
      throw std::runtime_error("-E was given several sources, and one has a "
                               "paraloop loop; name one source at a time");
    if (invocation.stage == Stage::link && invocation.writesDependencies)
      throw std::runtime_error(
          "-MD was given with several sources and without -c, and one source "
          "has a paraloop loop; compile each source with -c first");
  }

  const Invocation &invocation;
  SignalGuard guard; // before the folder, so that the folder goes first
  TemporaryFolder folder;
  std::vector<Copy> copies;
};

} // namespace

Ending drive(const Invocation &invocation) {
  const bool compiles = invocation.stage == Stage::preprocess ||
                        invocation.stage == Stage::compile ||
                        invocation.stage == Stage::link;
  std::vector<Mentioned> mentioned;
  if (compiles)
    mentioned = findMentioned(invocation);
  if (!mentioned.empty()) {
    CompilerRuns runs(invocation);
    if (runs.rewrite(mentioned))
      return runs.compile();
  } // the folder is gone before this process becomes the compiler
  const Command command =
      untouchedCommand(invocation, !mentioned.empty() ||
                                       invocation.stage == Stage::dependencies);
  Words words = command.compiler;
  words.insert(words.end(), command.words.begin(), command.words.end());
  replaceThisProcess(words);
}

} // namespace paraloop::driver
