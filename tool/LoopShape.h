// LoopShape.h: the header of a loop as an iteration space.
//
// In: a ForStmt or CXXForRangeStmt. Out: its Header as text for the plan, what
// later stages have to know of its variables, and the places in the file that
// the rewriter edits; or a refusal.

#ifndef PARALOOP_TOOL_LOOPSHAPE_H
#define PARALOOP_TOOL_LOOPSHAPE_H

#include "Effects.h"
#include "Plan.h"
#include "Refusal.h"
#include "SourceText.h"

#include "llvm/ADT/SmallVector.h"

#include <optional>
#include <variant>

namespace clang {
class ASTContext;
class Stmt;
class VarDecl;
} // namespace clang

namespace paraloop {

class Callees;

/// Induction is an integer, a pointer or an iterator of the header that one
/// constant is added to after every iteration (or before it, as in `i-- > 0`),
/// and that nothing else in the header changes.
struct Induction {
  const clang::VarDecl *variable = nullptr;
  std::int64_t step = 0;
  bool inCondition = false; ///< One step is done before the first iteration.
};

struct LoopShape {
  Header header;
  /// The variable that counts the iterations, or the one of a range-for loop;
  /// null for other headers.
  const clang::VarDecl *variable = nullptr;
  /// What else belongs to the header: the variables of its init-statement and
  /// all that its condition or its increment changes. The body may change none.
  llvm::SmallVector<const clang::VarDecl *, 2> stepped;
  /// Those of them that are declared before the loop.
  llvm::SmallVector<const clang::VarDecl *, 1> adopted;
  llvm::SmallVector<Induction, 2> inductions;
  /// The pointer of a loop that walks a list (Lists.h), or null.
  const clang::VarDecl *list = nullptr;
  const clang::Stmt *body = nullptr;
  TextRange replaced; ///< The first value, the init-statement or the range:
                      ///< where the call of the runtime goes.
  std::optional<TextRange> condition; ///< Of a `for` that may stop before it.
  std::optional<TextRange> removed; ///< The init-statement of a range-for loop.

  bool owns(const clang::ValueDecl *variable) const;

  /// isNumbered() returns true where a variable has another value in every
  /// iteration.
  bool isNumbered() const { return numbering() != nullptr; }

  /// numbering() returns such a variable, or null.
  const clang::VarDecl *numbering() const;
};

/// loopShape() reads the header of `loop`, which stands in `function`.
std::variant<LoopShape, Refusal> loopShape(const clang::Stmt *loop,
                                           const clang::FunctionDecl *function,
                                           clang::ASTContext &context,
                                           Callees &callees);

/// bodyOf() returns the body of a ForStmt or CXXForRangeStmt.
const clang::Stmt *bodyOf(const clang::Stmt *loop);

/// effectsOfLoop() lists what happens while the loop runs. What its
/// init-statement does, and the making of its range, happens before.
Effects effectsOfLoop(const clang::Stmt *loop, const Scope &scope,
                      Callees &callees);

} // namespace paraloop

#endif
