// CompilerArguments.cpp: the arguments adjuster.

#include "CompilerArguments.h"

#include "clang/Driver/Options.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSwitch.h"
#include "llvm/Option/ArgList.h"
#include "llvm/Option/OptTable.h"
#include "llvm/Support/Path.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

using clang::tooling::CommandLineArguments;
using llvm::StringRef;

namespace paraloop {
namespace {

/// Unwanted says which known options don't go to the parser.
bool isUnwanted(StringRef argument) {
  static const StringRef prefixes[] = {
      "-fplugin",           "-fpass-plugin=", "-save-temps",
      "--save-temps",       "-ftime-trace",   "-Werror",
      "-pedantic-errors",   "-Wfatal-errors", "-fmax-errors=",
      "-fdiagnostics-color"};
  return llvm::any_of(
      prefixes, [&](StringRef prefix) { return argument.starts_with(prefix); });
}

/// unknownToClang() returns the positions of arguments that Clang's driver has
/// no option for.
std::set<std::size_t> unknownToClang(const CommandLineArguments &arguments) {
  std::vector<const char *> pointers;
  for (const std::string &argument :
       llvm::drop_begin(arguments)) // the first is the compiler
    pointers.push_back(argument.c_str());
  unsigned missingIndex = 0, missingCount = 0;
  const llvm::opt::InputArgList parsed =
      clang::driver::getDriverOptTable().ParseArgs(pointers, missingIndex,
                                                   missingCount);
  std::set<std::size_t> unknown;
  for (const llvm::opt::Arg *argument :
       parsed.filtered(clang::driver::options::OPT_UNKNOWN))
    unknown.insert(argument->getIndex() + 1);
  return unknown;
}

CommandLineArguments withoutUnwanted(const CommandLineArguments &arguments) {
  const std::set<std::size_t> unknown = unknownToClang(arguments);
  CommandLineArguments kept;
  for (std::size_t i = 0; i != arguments.size(); ++i) {
    const bool follows =
        i != 0 && arguments[i - 1] ==
                      "-Xclang"; // the argument of -Xclang is not the driver's
    if (i == 0 || follows ||
        (unknown.count(i) == 0 && !isUnwanted(arguments[i])))
      kept.push_back(arguments[i]);
  }
  return kept;
}

bool namesLanguage(const CommandLineArguments &arguments) {
  return llvm::any_of(
      arguments, [](StringRef argument) { return argument.starts_with("-x"); });
}

CommandLineArguments adjusted(const CommandLineArguments &arguments,
                              StringRef file) {
  CommandLineArguments result = withoutUnwanted(arguments);
  CommandLineArguments front;
  if (isHeader(file) &&
      !namesLanguage(
          result)) // else Clang takes it for C, or for an object file
    front.push_back("-xc++");
  front.push_back("-resource-dir=" PARALOOP_CLANG_RESOURCE_DIR);
  if (std::getenv("NO_COLOR") != nullptr)
    front.push_back("-fno-color-diagnostics");
  result.insert(result.begin() + 1, front.begin(), front.end());
  // Last, so that they win over the user's own; but before a "--", behind which
  // only file names can stand.
  const CommandLineArguments back = {"-Wno-everything", "-ferror-limit=0",
                                     "-isystem", PARALOOP_RUNTIME_INCLUDE_DIR};
  result.insert(llvm::find(result, "--"), back.begin(), back.end());
  return result;
}

} // namespace

bool isHeader(StringRef file) {
  return llvm::StringSwitch<bool>(llvm::sys::path::extension(file))
      .Cases(".h", ".hh", ".hpp", ".hxx", ".H", ".h++", true)
      .Cases(".inc", ".ipp", ".tpp", ".txx", ".tcc", "", true)
      .Default(false);
}

clang::tooling::ArgumentsAdjuster parseOnlyArguments() {
  return clang::tooling::combineAdjusters(
      clang::tooling::getStripPluginsAdjuster(),
      [](const CommandLineArguments &arguments, StringRef file) {
        return adjusted(arguments, file);
      });
}

clang::tooling::ArgumentsAdjuster namedAs(const std::string &name) {
  return [name](CommandLineArguments arguments, StringRef file) {
    std::replace(arguments.begin(), arguments.end(), file.str(), name);
    return arguments;
  };
}

} // namespace paraloop
