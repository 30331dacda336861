// Whole.h: a statement that the parent executes as it stands.
//
// In: a statement of the replay part. Out: what it needs from the body, and
// what it may do.

#ifndef PARALOOP_TOOL_WHOLE_H
#define PARALOOP_TOOL_WHOLE_H

#include "Split.h"

#include "clang/Basic/SourceLocation.h"

#include "llvm/ADT/ArrayRef.h"

#include <vector>

namespace clang {
class DeclRefExpr;
class Expr;
class Stmt;
class VarDecl;
} // namespace clang

namespace paraloop {

struct Whole {
  std::vector<const clang::DeclRefExpr *> names; ///< Variables of the body.
  /// Fields of such variables that are only read: their values travel, and the
  /// object stays with the worker.
  std::vector<const clang::Expr *> values;
  /// Numbers from outside that workers change in their own copies, where they
  /// are only read: their values travel.
  std::vector<const clang::Expr *> owned;
  clang::SourceLocation typeOfBody; ///< Of a type that has no name outside of
                                    ///< the body; or invalid.
  clang::SourceLocation inexpressible; ///< Of what can't be said of an operand
                                       ///< whose type is deduced; or invalid.
  bool callsUnseen = false; ///< Code of the user's that is out of sight.
  bool mayThrow = false;
  bool mayEnd = false; ///< May end the program: nothing may show that comes
                       ///< after it.
  bool foldsFloatingPoint = false;
};

/// inspect() looks at `statement`, a part of the replayed `region`.
Whole inspect(const clang::Stmt *statement, const SplitContext &loop,
              llvm::ArrayRef<const clang::Stmt *> region);

/// inspectType() looks at the type of a variable as it is written.
Whole inspectType(const clang::VarDecl *variable, const SplitContext &loop,
                  llvm::ArrayRef<const clang::Stmt *> region);

} // namespace paraloop

#endif
