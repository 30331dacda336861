// Split.h: cuts a changing statement into what a worker computes and what the
// parent replays.
//
// In: an expression whose value nobody uses and that changes variables from
// outside. Out: the values that the worker records (operands) and the text of
// the statement that the parent executes; or a refusal.
//
//     total += price * f(item);      operands: price, f(item)      replayed:
//     total += price * paraloop_operand_1
//
// An operand is as large as it can be, so that workers do the work. Only a
// floating-point product that is added stays in one piece with the addition,
// because the compiler may fuse the two into one rounding.

#ifndef PARALOOP_TOOL_SPLIT_H
#define PARALOOP_TOOL_SPLIT_H

#include "Callees.h"
#include "Objects.h"
#include "Plan.h"
#include "Refusal.h"
#include "SourceText.h"

#include <functional>
#include <variant>
#include <vector>

namespace clang {
class ASTContext;
class Expr;
} // namespace clang

namespace paraloop {

/// SplitContext is what Split needs to know about the loop.
struct SplitContext {
  clang::ASTContext &context;
  const Scope &scope;
  /// True for an expression that names a variable which the loop changes.
  std::function<bool(const clang::Expr *)> namesChanged;
  /// What is known of a function of the user's, or null.
  std::function<const Summary *(const clang::FunctionDecl *)> summary;
  /// The text has to serve several types: what is a number here may be an
  /// object there.
  bool inTemplate = false;
};

/// SplitStatement is a statement that can be replayed.
struct SplitStatement {
  TextRange range; ///< Of the expression in the file, without its semicolon.
  Update update;
  std::vector<const clang::Expr *>
      operands; ///< In the order of the update's operands.
  bool mayThrow = false;
  bool foldsFloatingPoint = false;
};

std::variant<SplitStatement, Refusal>
splitStatement(const clang::Expr *statement, const SplitContext &context);

} // namespace paraloop

#endif
