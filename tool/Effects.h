// Effects.h: every change of an object, and every mention of a variable from
// outside, in a statement.
//
// In: a loop (or a function's body) and its Scope. Out: lists of facts, each
// with its place. Nothing is decided here: Split and Classify read the lists.

#ifndef PARALOOP_TOOL_EFFECTS_H
#define PARALOOP_TOOL_EFFECTS_H

#include "Callees.h"
#include "Objects.h"
#include "Plan.h"
#include "Scope.h"

#include "clang/Basic/SourceLocation.h"

#include <optional>
#include <string>
#include <vector>

namespace paraloop {

/// Change is an expression that changes an object.
struct Change {
  const clang::Expr *node = nullptr; ///< The assignment, increment or call.
  Objects objects;                   ///< What it may change; never empty.
  std::string callee; ///< The function that does it, where it isn't in plain
                      ///< sight; else empty.
  clang::SourceLocation
      where; ///< Of the change itself, which may lie in another function.
  bool bySystem =
      false; ///< By a function of the system, which knows what it is handed.
  bool moved =
      false; ///< Only emptied, because it was handed over with std::move().
  bool replayable = false;       ///< By an operator of the language or a known
                                 ///< function of the library.
  std::optional<Fold> fold = {}; ///< A whole number is folded; nobody uses the
                                 ///< value of the expression.
};

/// Mention is an expression that names a variable from outside, or a local
/// alias of one.
struct Mention {
  const clang::Expr *expr = nullptr;
  Object object;
  bool throughAlias = false; ///< By a local reference, pointer or iterator.
  std::string callee; ///< Where a function that is called here reads it: its
                      ///< name; else empty.
  clang::SourceLocation where;
  bool asksForSize = false; ///< `x.size()` and `x.empty()` of a container: no
                            ///< element is read.
  bool onlyPointer = false; ///< The object is a pointer, and what it points to
                            ///< is either not read or another mention.
  std::optional<Fold> fold = {}; ///< By a Change of this kind; nothing else is
                                 ///< done with it.
  bool onlyHandedOn = false; ///< By reference to a function in sight. What that
                             ///< does with it has changes and mentions of its
                             ///< own.
};

/// mayTouch() returns true if a mention may read a part of `object`: one that
/// names a pointer may read whatever that refers to.
bool mayTouch(const Mention &mention, const Object &object);

/// HiddenUse is a call that needs or changes state that no variable of the loop
/// shows.
struct HiddenUse {
  std::string callee;
  std::string what;
  clang::SourceLocation where;
  /// What a std::shared_ptr owns whose copies are counted: only a loop that
  /// changes such pointers needs that. Null for uses that every loop needs.
  const clang::Type *counted = nullptr;
  /// The class of an object that is read and that nobody can name: only a loop
  /// that may change one needs to know which. Null for other uses.
  const clang::Type *read = nullptr;
};

/// BufferUse is a call that overwrites objects of the library's.
struct BufferUse {
  std::string callee;
  std::string buffers; ///< See staticBuffers().
  clang::SourceLocation where;
};

struct Effects {
  std::vector<Change> changes; ///< Also those of local objects.
  std::vector<Mention> mentions;
  /// What functions in sight do with objects that they are handed. The mention
  /// of the argument stands for it where it doesn't matter what that is.
  std::vector<Mention> handedReads;
  std::vector<PointerCast> casts;
  std::vector<HiddenUse> hidden;
  std::vector<BufferUse> buffers;
  clang::SourceLocation
      unseenUserCode; ///< Of a call of the user's own code whose body is out of
                      ///< sight; or invalid.
  std::string unseenCallee;
  bool mayThrow = false; ///< Something else than bad_alloc; or it calls exit(),
                         ///< after which destructors run.
  bool mayEnd = false;   ///< May end the program.
  /// What writes to standard output or standard error, in plain sight.
  std::vector<const clang::Expr *> printing;

  bool prints() const { return !printing.empty(); }
};

/// collectEffects() lists what happens in `root`.
Effects collectEffects(const clang::Stmt *root, const Scope &scope,
                       Callees &callees);

} // namespace paraloop

#endif
