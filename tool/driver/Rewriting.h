// Rewriting.h: the tool's part of a compiler run.
//
// In: a source that mentions paraloop. Out: a rewritten copy in a temporary
// folder, under the same file name, which a compiler takes for the original:
// its #line directives name it as the user spelled it.

#ifndef PARALOOP_DRIVER_REWRITING_H
#define PARALOOP_DRIVER_REWRITING_H

#include "Arguments.h"
#include "Depfile.h"
#include "TemporaryFolder.h"

#include <optional>
#include <stdexcept>
#include <string>

namespace paraloop::driver {

/// Refused is thrown where the tool said no; it has already told the user why.
struct Refused : std::exception {};

/// Interrupted is thrown where a signal ended the tool.
struct Interrupted : std::exception {
  explicit Interrupted(int signal) : signal(signal) {}
  int signal;
};

/// Rewriting runs the tool on sources. It owns no files: they are in the folder
/// that it is given.
class Rewriting {
public:
  /// Both arguments must outlive this object.
  Rewriting(const Invocation &invocation, const TemporaryFolder &folder)
      : invocation(invocation), folder(folder) {}

  /// rewrite() returns the rewritten copy of `source`; nothing if the tool
  /// found nothing to rewrite in it. The standard input, which can't be read a
  /// second time, always gets a copy. EXPECTS: `text` is the content of
  /// `source`. Throws Refused, Interrupted, and std::system_error where files
  /// or the tool can't be had.
  std::optional<Copy> rewrite(const Source &source, const std::string &text);

private:
  Copy rewriteStandardInput(const Source &source, const std::string &text,
                            const std::string &place) const;
  std::string runTool(const std::string &input, const std::string &output,
                      const Words &extraFlags) const;

  const Invocation &invocation;
  const TemporaryFolder &folder;
  unsigned count = 0;
};

} // namespace paraloop::driver

#endif
