// Statements.h: where an expression stands in the loop.
//
// In: a loop. Out: answers about parents: the full expression, whether its
// value is used, whether it stands in a lambda, a try block or one of some
// statements.

#ifndef PARALOOP_TOOL_STATEMENTS_H
#define PARALOOP_TOOL_STATEMENTS_H

#include "llvm/ADT/ArrayRef.h"

#include <memory>
#include <vector>

namespace clang {
class Expr;
class ParentMap;
class PredefinedExpr;
class Stmt;
class VarDecl;
} // namespace clang

namespace paraloop {

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

  bool isWithin(const clang::Stmt *inner,
                llvm::ArrayRef<const clang::Stmt *> outer) const;
  bool isInLambda(const clang::Stmt *statement) const;
  bool isInTry(const clang::Stmt *statement) const;

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
};

} // namespace paraloop

#endif
