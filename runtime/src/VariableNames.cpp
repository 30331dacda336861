// VariableNames.cpp: in: mangled names. Out: whose they are, and plain text.

#include "VariableNames.h"

#include <cctype>
#include <cstdlib>
#include <cxxabi.h>
#include <memory>

namespace paraloop {
namespace {

bool begins_with(const std::string &text, const char *beginning) {
  return text.rfind(beginning, 0) == 0;
}

/// scope_of() returns a mangled name without what stands before its first
/// scope: "_ZGVZN" and such.
std::string scope_of(const std::string &name) {
  std::size_t at = 2;
  if (name.compare(at, 2, "GV") == 0 || name.compare(at, 2, "GR") == 0)
    at += 2;
  while (at < name.size() && (name[at] == 'Z' || name[at] == 'N' ||
                              name[at] == 'L' || name[at] == 'K'))
    ++at;
  return name.substr(std::min(at, name.size()));
}

/// A namespace is spelled with its length: "5__foo".
bool begins_with_reserved_name(const std::string &scope) {
  std::size_t at = 0;
  while (at < scope.size() &&
         std::isdigit(static_cast<unsigned char>(scope[at])))
    ++at;
  return at != 0 && scope.compare(at, 2, "__") == 0;
}

/// The parts of the compiler's library that a program may be linked with
/// statically.
bool is_source_of_implementation(const std::string &source) {
  return begins_with(source, "unwind-") || begins_with(source, "crtstuff") ||
         begins_with(source, "eh_") || begins_with(source, "libgcov");
}

} // namespace

bool is_of_the_program(const ElfFile::Variable &variable) {
  const std::string &name = variable.name;
  if (variable.copied || is_source_of_implementation(variable.source))
    return false;
  if (!begins_with(name, "_Z"))
    return !(
        name.size() > 1 && name[0] == '_' &&
        (name[1] == '_' || std::isupper(static_cast<unsigned char>(name[1]))));
  const std::string scope = scope_of(name);
  return !begins_with(scope, "St") && !begins_with(scope, "Sa") &&
         !begins_with(scope, "8paraloop") &&
         !begins_with_reserved_name(scope) &&
         name.find("13paraloop_site") == std::string::npos;
}

std::string guard_of(const std::string &name) {
  return begins_with(name, "_Z") ? "_ZGV" + name.substr(2) : "";
}

bool is_guard(const std::string &name) { return begins_with(name, "_ZGV"); }

std::string readable(const std::string &name) {
  if (!begins_with(name, "_Z"))
    return name.substr(0, name.find('.')); // "calls.0" is a local of C
  int status = 0;
  const std::unique_ptr<char, void (*)(void *)> text(
      abi::__cxa_demangle(name.c_str(), nullptr, nullptr, &status), std::free);
  return text ? text.get() : name;
}

} // namespace paraloop
