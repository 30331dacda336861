// Statements.h: where an expression stands in the loop.
//
// In: a loop. Out: answers about parents: the full expression, whether its
// value is used, whether it stands in a lambda, a try block or one of some
// statements; who declares and who names a variable of the loop.

#ifndef PARALOOP_TOOL_STATEMENTS_H
#define PARALOOP_TOOL_STATEMENTS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"

#include <memory>
#include <vector>

namespace clang {
class DeclRefExpr;
class Expr;
class ParentMap;
class PredefinedExpr;
class Stmt;
class ValueDecl;
class VarDecl;
} // namespace clang

namespace paraloop {

/// isBodyOf() returns true where `inner` is what a statement around it
/// executes, not a part of its header.
bool isBodyOf(const clang::Stmt *outer, const clang::Stmt *inner);

class Statements {
public:
  explicit Statements(const clang::Stmt *loop);
  ~Statements();

  /// fullExpression() returns the outermost expression around `expr`: an
  /// expression statement, a condition, an initializer. A comma whose left side
  /// it is, or which is itself a statement, is passed by.
  const clang::Expr *fullExpression(const clang::Expr *expr) const;

  /// isValueUsed() returns false for an expression whose value is thrown away.
  /// EXPECTS: `expr` comes from fullExpression().
  bool isValueUsed(const clang::Expr *expr) const;

  /// parent() returns the statement or expression directly around one; null for
  /// the loop.
  const clang::Stmt *parent(const clang::Stmt *statement) const;

  /// unitOf() returns the smallest statement around `node` that can be cut out
  /// of the body: an expression whose value nobody uses, or a whole statement.
  /// A lambda is not cut into. Null for what belongs to the loop's header.
  const clang::Stmt *unitOf(const clang::Stmt *node) const;

  /// ownerOf() returns the statement that declares a variable of the loop; null
  /// for a parameter of a lambda.
  const clang::Stmt *ownerOf(const clang::ValueDecl *variable) const;

  /// uses() returns the places that name a variable that the loop declares.
  llvm::ArrayRef<const clang::DeclRefExpr *> uses() const { return uses_; }

  /// targetOf() returns the loop or switch that a `break` or `continue` belongs
  /// to; null for the loop itself.
  const clang::Stmt *targetOf(const clang::Stmt *jump) const;

  bool isWithin(const clang::Stmt *inner,
                llvm::ArrayRef<const clang::Stmt *> outer) const;
  bool isInLambda(const clang::Stmt *statement) const;
  bool isInTry(const clang::Stmt *statement) const;

  /// seesIteration() returns false in a lambda that captures only what it
  /// lists, or copies: it can't name what the generated code adds.
  bool seesIteration(const clang::Stmt *statement) const;

  /// isWithinCallThatNeverReturns() is true in the arguments of __assert_fail,
  /// abort and the like.
  bool isWithinCallThatNeverReturns(const clang::Stmt *statement) const;

  llvm::ArrayRef<const clang::VarDecl *> staticVariables() const {
    return statics_;
  }
  llvm::ArrayRef<const clang::PredefinedExpr *> functionNames() const {
    return functionNames_;
  }

private:
  std::unique_ptr<clang::ParentMap> parents_;
  std::vector<const clang::VarDecl *> statics_;
  std::vector<const clang::PredefinedExpr *> functionNames_;
  std::vector<const clang::DeclRefExpr *> uses_;
  llvm::DenseMap<const clang::ValueDecl *, const clang::Stmt *> owners_;
  const clang::Stmt *loop_;
};

} // namespace paraloop

#endif
