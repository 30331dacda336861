// Refusal.h: why a loop, or its annotation, is not accepted.
//
// In: what a stage found in the way (a row of Refusals.def, a place, the names
// to fill in). Out: a compiler error with notes and a hint. A refusal is a
// value: stages return it, Refusal.cpp alone turns it into a diagnostic.

#ifndef PARALOOP_TOOL_REFUSAL_H
#define PARALOOP_TOOL_REFUSAL_H

#include "clang/Basic/SourceLocation.h"

#include <string>
#include <vector>

namespace clang {
class DiagnosticsEngine;
}

namespace paraloop {

/// RefusalId names a row of Refusals.def.
enum class RefusalId {
#define PARALOOP_REFUSAL(name, id, message, hint) name,
#include "Refusals.def"
#undef PARALOOP_REFUSAL
};

/// Note is a second place that explains a refusal ("changed here").
struct Note {
  clang::SourceLocation where;
  std::string text;
};

/// FixIt is text that repairs the source: `text` instead of the tokens in
/// `range`.
struct FixIt {
  clang::SourceRange range;
  std::string text;
};

/// Refusal is one reason, with its place and the words that fill %0, %1, ... in
/// the row's message and hint.
struct Refusal {
  RefusalId id;
  clang::SourceLocation where;
  std::vector<std::string> subjects = {};
  std::vector<Note> notes = {};
  std::vector<FixIt> fixes = {}; ///< Only together do they repair it.
};

/// Refusals collects reasons, each of them once.
class Refusals {
public:
  void add(Refusal refusal); ///< Unless that row stands for that place already.
  void append(std::vector<Refusal> refusals);

  /// isAbout() returns true if a reason names `subject` first: what follows
  /// from it would only hide it.
  bool isAbout(const std::string &subject) const;
  bool has(RefusalId id) const;

  const std::vector<Refusal> &all() const { return refusals_; }
  std::vector<Refusal> &all() { return refusals_; }
  bool empty() const { return refusals_.empty(); }

private:
  std::vector<Refusal> refusals_;
};

/// idOf() returns the id that people see, such as "loop-in-macro".
const char *idOf(RefusalId id);

/// messageOf() and hintOf() return the row's texts, filled in.
std::string messageOf(const Refusal &refusal);
std::string hintOf(const Refusal &refusal);

/// report() emits `error: <message> [paraloop-<id>]`, then the notes, then the
/// hint as a last note.
void report(clang::DiagnosticsEngine &diagnostics, const Refusal &refusal);

/// Warning is something that people should know but that stops nothing, unless
/// they asked for it (--Werror).
struct Warning {
  const char *id; ///< What people see, such as "never-instantiated".
  clang::SourceLocation where;
  std::string text;
};
void reportWarning(clang::DiagnosticsEngine &diagnostics,
                   const Warning &warning, bool asError);

/// reportRemark() says what the tool leaves alone on purpose.
void reportRemark(clang::DiagnosticsEngine &diagnostics,
                  clang::SourceLocation where, const std::string &text);

} // namespace paraloop

#endif
