// Headers.h: the parts of a `for` that counts.
//
// In: a ForStmt and one variable that it steps. Out: the expressions of its
// first value, its bound and its step.

#ifndef PARALOOP_TOOL_HEADERS_H
#define PARALOOP_TOOL_HEADERS_H

#include "llvm/ADT/SmallVector.h"

namespace clang {
class Expr;
class ForStmt;
class ValueDecl;
} // namespace clang

namespace paraloop {

/// CountingHeader is `for (variable = first; variable RELATION bound; variable
/// += step)`; what is missing or looks otherwise is null.
struct CountingHeader {
  enum class Relation {
    None,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    NotEqual
  };
  /// Limit is one comparison that has to hold.
  struct Limit {
    Relation relation;
    const clang::Expr *bound;
  };
  const clang::Expr *first = nullptr;
  llvm::SmallVector<Limit, 2> limits; ///< In the order of the condition.
  const clang::Expr *step = nullptr;  ///< Of += and -=; null for ++ and --.
  bool stepsUp = false;
  bool stepsDown = false;
};

/// isNamed() returns true for an expression that is the variable's name.
bool isNamed(const clang::Expr *expr, const clang::ValueDecl *variable);

/// steppedVariable() returns the variable that the last part of the header
/// steps, or null.
const clang::ValueDecl *steppedVariable(const clang::ForStmt *loop);

CountingHeader countingHeader(const clang::ForStmt *loop,
                              const clang::ValueDecl *variable);

} // namespace paraloop

#endif
