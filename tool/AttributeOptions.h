// AttributeOptions.h: the options in `[[paraloop(num_processes = 8, chunk = 16,
// timeout = 30s)]]`.
//
// In: the tokens between the parentheses. Out: typed, checked values, or
// refusals at the place of the mistake.

#ifndef PARALOOP_TOOL_ATTRIBUTEOPTIONS_H
#define PARALOOP_TOOL_ATTRIBUTEOPTIONS_H

#include "Refusal.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace paraloop {

/// AttributeOptions holds what the user asked for; an empty member means that
/// the runtime decides.
struct AttributeOptions {
  std::optional<unsigned> numProcesses; ///< Worker processes, 1 to 1024.
  std::optional<std::uint64_t>
      chunk; ///< Iterations that a worker claims at once, at least 1.
  std::optional<std::chrono::nanoseconds>
      timeout; ///< Longest time for one iteration, more than 0.
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
