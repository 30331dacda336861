// Emit.h: the text of the output, from the plan alone.

#ifndef PARALOOP_TOOL_EMIT_H
#define PARALOOP_TOOL_EMIT_H

#include "Plan.h"

#include <string>
#include <vector>

namespace paraloop {

/// EmittedLoop is what goes where. The user's own loop stays in place: it is
/// the native path.
struct EmittedLoop {
  std::string before; ///< Before the `for`: opens a block, and holds the
                      ///< updates and loop_iterator.
  std::string header; ///< Instead of the first value, the init-statement or the
                      ///< range.
  std::string guard;  ///< Before the condition; empty: it stays as it is.
  std::string guardEnd; ///< Behind the condition.
  std::string after;    ///< Behind the loop: closes the block.
};

/// emitLoop() writes the loop. `line` is the number of the line on which
/// `before` is put in, `indentation` what that line begins with.
EmittedLoop emitLoop(const LoopPlan &plan, unsigned line,
                     const std::string &indentation);

/// emitFieldLists() returns the lines that declare the fields of the classes
/// which can't be named where the loop stands, one for each class and use; they
/// go before the function, in its namespace.
std::vector<std::string> emitFieldLists(const LoopPlan &plan);

/// emitInclude() returns the lines that include the runtime; they go before
/// line `line` of `file`.
std::string emitInclude(const std::string &file, unsigned line);

/// emitLine() returns the directive that makes the next line be line `line` of
/// `file`.
std::string emitLine(const std::string &file, unsigned line);

/// isInclude() returns true for what emitInclude() made.
bool isInclude(const std::string &text);

} // namespace paraloop

#endif
