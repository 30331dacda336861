// Commands.cpp: see Commands.h.

#include "Commands.h"

#include "Installation.h"

#include <algorithm>
#include <filesystem>

namespace fs = std::filesystem;

namespace paraloop::driver {
namespace {

template <class Container, class Value>
bool contains(const Container &container, const Value &value) {
  return std::find(container.begin(), container.end(), value) !=
         container.end();
}

void append(Words &words, const Words &more) {
  words.insert(words.end(), more.begin(), more.end());
}

/// True if a header may have a name that begins with "./" because the user said
/// so.
bool includesFromHere(const Invocation &invocation) {
  return std::any_of(
      invocation.includeFolders.begin(), invocation.includeFolders.end(),
      [](const std::string &folder) { return folder[0] == '.'; });
}

/// The folder of the original comes first: for a copy elsewhere it takes the
/// place of "the folder of the file".
Words headerFlags(const Invocation &invocation, const Copy &copy) {
  const std::string folder = fs::path(copy.original).parent_path();
  if (!folder.empty())
    return {"-iquote", folder};
  // The header that was "x.h" to __FILE__ is "./x.h" when it is found this way.
  Words flags{"-iquote", "."};
  if (!includesFromHere(invocation))
    flags.push_back("-ffile-prefix-map=./=");
  return flags;
}

Words flagsFor(const Invocation &invocation, const Copy &copy) {
  Words flags;
  if (copy.original != "-") {
    flags = headerFlags(invocation, copy);
    flags.push_back("-ffile-prefix-map=" + copy.replacement + "=" +
                    copy.original);
  }
  append(flags, {"-isystem", includeFolder()});
  if (invocation.contractsNothing)
    flags.push_back("-DPARALOOP_NO_FP_CONTRACT");
  if (invocation.contractsAll)
    flags.push_back("-DPARALOOP_FP_CONTRACT_FAST");
  return flags;
}

Words runtimeWords(const Invocation &invocation) {
  if (invocation.stage != Stage::link || invocation.relocatable ||
      invocation.precompiles)
    return {};
  if (invocation.language.empty())
    return {runtimeLibrary()};
  return {"-x", "none", runtimeLibrary()};
}

/// The copy's word; the standard input stays "-" and is read from the copy.
const std::string &wordFor(const Copy &copy) {
  return copy.original == "-" ? copy.original : copy.replacement;
}

/// A linker input in a place where -x may say that everything is C++.
Words objectWords(const Invocation &invocation, const std::string &object) {
  if (invocation.language.empty())
    return {object};
  return {"-x", "none", object, "-x", invocation.language};
}

} // namespace

Command untouchedCommand(const Invocation &invocation, bool mentions) {
  Command command{invocation.compiler, {}};
  if (mentions)
    command.words = {"-isystem", includeFolder()};
  append(command.words, invocation.given);
  append(command.words, runtimeWords(invocation));
  return command;
}

Command commandInPlace(const Invocation &invocation, const Copy &copy) {
  Command command{invocation.compiler, flagsFor(invocation, copy)};
  Words words = invocation.words;
  words[copy.position] = wordFor(copy);
  append(command.words, words);
  append(command.words, runtimeWords(invocation));
  return command;
}

Command preprocessCommand(const Invocation &invocation, const Copy &copy,
                          const std::string &output) {
  Command command{invocation.compiler, flagsFor(invocation, copy)};
  for (std::size_t i = 0; i < invocation.words.size(); ++i)
    if (i == copy.position)
      command.words.push_back(wordFor(copy));
    else if (!contains(invocation.outputWords, i))
      command.words.push_back(invocation.words[i]);
  append(command.words, {"-o", output});
  return command;
}

Command commandForOne(const Invocation &invocation, const Copy &copy) {
  Command command{invocation.compiler, flagsFor(invocation, copy)};
  for (std::size_t i = 0; i < invocation.words.size(); ++i)
    if (i == copy.position)
      command.words.push_back(wordFor(copy));
    else if (!contains(invocation.inputs, i) &&
             !contains(invocation.outputWords, i))
      command.words.push_back(invocation.words[i]);
  if (invocation.stage == Stage::link)
    append(command.words, {"-c", "-o", objectOf(copy)});
  return command;
}

std::string objectOf(const Copy &copy) { return copy.replacement + ".o"; }

Command commandForRest(const Invocation &invocation,
                       const std::vector<Copy> &copies) {
  const bool links = invocation.stage == Stage::link;
  if (!links && copies.size() == invocation.inputs.size())
    return {invocation.compiler, {}};
  Command command{invocation.compiler, {"-isystem", includeFolder()}};
  for (std::size_t i = 0; i < invocation.words.size(); ++i) {
    const auto copy =
        std::find_if(copies.begin(), copies.end(),
                     [&](const Copy &c) { return c.position == i; });
    if (copy == copies.end())
      command.words.push_back(invocation.words[i]);
    else if (links)
      append(command.words, objectWords(invocation, objectOf(*copy)));
  }
  append(command.words, runtimeWords(invocation));
  return command;
}

} // namespace paraloop::driver
