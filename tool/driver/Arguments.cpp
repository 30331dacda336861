// Arguments.cpp: one pass over the words of the command line; see Arguments.h.

#include "Arguments.h"

#include "Compiler.h"
#include "ResponseFile.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace paraloop::driver {
namespace {

bool startsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

/// An option whose value is the next word. Options that also take it glued
/// (-Idir) are told by their first letters as well.
struct ValueOption {
  std::string_view name;
  bool glued;
  bool forParsing; ///< the tool has to see it too
};

// Longer names stand before their own beginnings: -include before -I would not
// matter, -isystem before -i would.
constexpr std::array valueOptions{
    ValueOption{"-isystem", true, true},
    ValueOption{"-iquote", true, true},
    ValueOption{"-idirafter", true, true},
    ValueOption{"-include", true, true},
    ValueOption{"-imacros", true, true},
    ValueOption{"-isysroot", true, true},
    ValueOption{"-iprefix", true, true},
    ValueOption{"-iwithprefixbefore", true, true},
    ValueOption{"-iwithprefix", true, true},
    ValueOption{"-target", false, true},
    ValueOption{"--sysroot", false, true},
    ValueOption{"-I", true, true},
    ValueOption{"-D", true, true},
    ValueOption{"-U", true, true},
    ValueOption{"-MF", true, false},
    ValueOption{"-MT", true, false},
    ValueOption{"-MQ", true, false},
    ValueOption{"-MJ", true, false},
    ValueOption{"-o", true, false},
    ValueOption{"-x", true, false},
    ValueOption{"-L", true, false},
    ValueOption{"-l", true, false},
    ValueOption{"-T", true, false},
    ValueOption{"-B", true, false},
    ValueOption{"-u", true, false},
    ValueOption{"-z", true, false},
    ValueOption{"-Xlinker", false, false},
    ValueOption{"-Xassembler", false, false},
    ValueOption{"-Xpreprocessor", false, false},
    ValueOption{"-Xclang", false, false},
    ValueOption{"-mllvm", false, false},
    ValueOption{"-wrapper", false, false},
    ValueOption{"-dumpbase", false, false},
    ValueOption{"-dumpbase-ext", false, false},
    ValueOption{"-dumpdir", false, false},
    ValueOption{"-aux-info", false, false},
    ValueOption{"-arch", false, false},
    ValueOption{"-e", false, false},
    ValueOption{"-A", false, false},
    ValueOption{"--param", false, false},
};

/// Single words that decide how a source is parsed.
constexpr std::array<std::string_view, 12> parseStarts{"-f",
                                                       "-m",
                                                       "-O",
                                                       "-std=",
                                                       "--std=",
                                                       "-stdlib=",
                                                       "-nostdinc",
                                                       "-pthread",
                                                       "--sysroot=",
                                                       "--target=",
                                                       "--gcc-toolchain=",
                                                       "-ansi"};

/// -f and -m words that only concern the real compiler's back end, and that
/// Clang may not know.
constexpr std::array<std::string_view, 10> backEndStarts{
    "-fplugin",      "-fdump-",     "-fdiagnostics-",  "-flto",
    "-fuse-ld",      "-fprofile",   "-ftest-coverage", "-fsanitize",
    "-fsyntax-only", "-fmax-errors"};

template <class Starts>
bool startsWithAny(std::string_view word, const Starts &starts) {
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) {
    return startsWith(word, start);
  });
}

const ValueOption *findValueOption(std::string_view word) {
  for (const ValueOption &option : valueOptions)
    if (option.glued ? startsWith(word, option.name) : word == option.name)
      return &option;
  return nullptr;
}

/// Reader walks over the words once and fills the invocation.
class Reader {
public:
  explicit Reader(Invocation &invocation) : to(invocation) {}

  void read() {
    while (next < to.words.size()) {
      const std::string &word = to.words[next];
      if (word.size() > 1 && word[0] == '-')
        readOption(word);
      else
        readInput(word);
      ++next;
    }
    to.language = language;
    to.includeFolders.insert(to.includeFolders.begin(), quoteFolders.begin(),
                             quoteFolders.end());
    to.stage = to.inputs.empty() ? Stage::information : stage;
  }

private:
  void readOption(const std::string &word) {
    if (readStage(word) || readDependencyOption(word))
      return;
    if (const ValueOption *option = findValueOption(word))
      return readValueOption(*option, word);
    if (startsWith(word, "-ffp-contract=")) {
      to.contractsAll = word == "-ffp-contract=fast";
      to.contractsNothing = !to.contractsAll;
    }
    if (word == "-r")
      to.relocatable = true;
    if (startsWithAny(word, parseStarts) && !startsWithAny(word, backEndStarts))
      to.parseFlags.push_back(word);
  }

  /// Where several words name a stage, the earliest stage wins, as in the
  /// compilers.
  bool readStage(const std::string &word) {
    Stage named;
    if (word == "-c" || word == "-S" || word == "-fsyntax-only")
      named = Stage::compile;
    else if (word == "-E")
      named = Stage::preprocess;
    else if (word == "-M" || word == "-MM")
      named = Stage::dependencies;
    else
      return false;
    stage = std::min(stage, named);
    return true;
  }

  bool readDependencyOption(const std::string &word) {
    const bool throughPreprocessor =
        startsWith(word, "-Wp,-MD,") || startsWith(word, "-Wp,-MMD,");
    if (word != "-MD" && word != "-MMD" && !throughPreprocessor)
      return false;
    to.writesDependencies = true;
    if (throughPreprocessor)
      to.dependencyFile = word.substr(word.rfind(',') + 1);
    return true;
  }

  void readValueOption(const ValueOption &option, const std::string &word) {
    const std::size_t first = next;
    std::string value = word.substr(option.name.size());
    if (value.empty() && next + 1 < to.words.size())
      value = to.words[++next];
    if (option.forParsing)
      to.parseFlags.insert(to.parseFlags.end(), to.words.begin() + first,
                           to.words.begin() + next + 1);
    if (option.name == "-I")
      to.includeFolders.push_back(value);
    else if (option.name == "-iquote")
      quoteFolders.push_back(value);
    else if (option.name == "-o")
      readOutput(value, first);
    else if (option.name == "-MF")
      to.dependencyFile = value;
    else if (option.name == "-x")
      language = value == "none" ? "" : value;
  }

  void readOutput(const std::string &value, std::size_t first) {
    to.output = value;
    for (std::size_t position = first; position <= next; ++position)
      to.outputWords.push_back(position);
  }

  void readInput(const std::string &word) {
    to.inputs.push_back(next);
    to.precompiles |=
        language.empty() ? isHeaderName(word) : language == "c++-header";
    const bool source = language.empty()
                            ? isSourceName(word, to.compiler.back())
                            : language == "c++";
    if (source)
      to.sources.push_back({next, word});
  }

  Invocation &to;
  std::size_t next = 0;
  std::string language;
  Words quoteFolders;
  Stage stage = Stage::link;
};

} // namespace

Invocation readInvocation(const Words &words, const Words &standardCompiler) {
  Invocation invocation;
  std::size_t taken = 0;
  while (taken < words.size() && isCompilerOrLauncher(words[taken]))
    invocation.compiler.push_back(words[taken++]);
  if (taken == 0)
    invocation.compiler = standardCompiler;

  invocation.given.assign(words.begin() + static_cast<std::ptrdiff_t>(taken),
                          words.end());
  invocation.words = expandResponseFiles(invocation.given);
  Reader(invocation).read();
  return invocation;
}

} // namespace paraloop::driver
