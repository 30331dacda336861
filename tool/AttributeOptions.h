// AttributeOptions.h: the options in `[[paraloop(num_processes = 8, chunk = 16,
// timeout = 30s, sum(total), ignore(cache))]]`.
//
// In: the tokens between the parentheses. Out: typed, checked values, or
// refusals at the place of the mistake.

#ifndef PARALOOP_TOOL_ATTRIBUTEOPTIONS_H
#define PARALOOP_TOOL_ATTRIBUTEOPTIONS_H

#include "Refusal.h"

#include "llvm/ADT/StringRef.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paraloop {

/// RoleOption is a role that the user gives to a variable, because it can't be
/// inferred or shall not change unnoticed (docs/roles.md).
enum class RoleOption {
  Sum,         ///< Only ever added to.
  Concatenate, ///< Only ever appended to.
  Last,        ///< Only ever assigned.
  Private,     ///< No iteration reads what another one left.
  Shared,      ///< Lives in shared memory.
  Independent, ///< No two iterations touch the same element.
  Ignore,      ///< Changes may be lost.
};

/// NamedRole is one name in a role option: `total` in `sum(total, this->hits)`.
struct NamedRole {
  RoleOption option;
  std::string variable; ///< As written, without spaces.
  clang::SourceLocation where;
};

/// nameOf() returns the option's name, such as "sum".
llvm::StringRef nameOf(RoleOption option);

/// AttributeOptions holds what the user asked for; an empty member means that
/// the runtime decides.
struct AttributeOptions {
  std::optional<unsigned> numProcesses; ///< Worker processes, 1 to 1024.
  std::optional<std::uint64_t>
      chunk; ///< Iterations that a worker claims at once, at least 1.
  std::optional<std::chrono::nanoseconds>
      timeout; ///< Longest time for one iteration, more than 0.
  std::optional<unsigned>
      retries; ///< How often a worker runs iterations again, at most 1000.
  std::optional<std::string> onCrash;   ///< "retry", "native" or "error".
  std::optional<std::string> onTimeout; ///< "error", "retry" or "skip".
  std::optional<bool> progress;         ///< A terminal shows how far it is.
  std::vector<NamedRole> roles;         ///< Each variable once.
};

/// OptionToken is one token of the source, after the preprocessor.
struct OptionToken {
  clang::SourceLocation where;
  std::string text;
};

/// parseOptions() reads the tokens between the parentheses of the attribute. It
/// stores every right option in `options` and appends a refusal to `refusals`
/// for every wrong one.
void parseOptions(const std::vector<OptionToken> &tokens,
                  AttributeOptions &options, std::vector<Refusal> &refusals);

} // namespace paraloop

#endif
