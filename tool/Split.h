// Split.h: cuts a changing statement into what a worker computes and what the
// parent replays.
//
// In: an expression or statements that only the parent can execute. Out: the
// values that the worker records (operands) and the text that the parent
// executes; or a refusal.
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
#include "Operands.h"
#include "Plan.h"
#include "Refusal.h"
#include "SourceText.h"

#include "llvm/ADT/ArrayRef.h"

#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace clang {
class ASTContext;
class Expr;
class Stmt;
} // namespace clang

namespace paraloop {

/// SplitContext is what Split needs to know about the loop.
struct SplitContext : OperandContext {
  /// True for an expression that names something which only the parent knows.
  std::function<bool(const clang::Expr *)> namesChanged;
  /// True for an expression that names a variable which workers change in their
  /// own copies: what it is at that moment has to travel.
  std::function<bool(const clang::Expr *)> namesOwned;
  /// What is known of a function of the user's, or null.
  std::function<const Summary *(const clang::FunctionDecl *)> summary;
  /// True for a statement in a try block of the body.
  std::function<bool(const clang::Stmt *)> isInTry;
  /// Every `continue` that ends an update, because it belongs to a loop around
  /// it.
  std::vector<const clang::Stmt *> skips;
  std::vector<TextRange> removed; ///< Annotations of nested loops.
};

struct SplitStatement {
  std::vector<TextRange> places; ///< In the file: an expression without its
                                 ///< semicolon, or statements with theirs.
  Update update;
  std::vector<const clang::Expr *>
      operands; ///< In the order of the update's operands.
  /// Where the replayed text names numbers that workers own, and means the
  /// values that they had: each place, for which operands stand.
  std::vector<const clang::Expr *> owned;
  bool mayThrow = false;
  bool mayEnd = false;      ///< May end the program.
  bool callsUnseen = false; ///< Code of the user's that is out of sight.
  bool foldsFloatingPoint = false;
  /// Why the workers can't do their part of it, where the parent does all.
  std::optional<Refusal> obstacle;
};

/// splitRegion() cuts an expression whose value nobody uses, or statements of
/// one block in the order of the source.
std::variant<SplitStatement, Refusal>
splitRegion(llvm::ArrayRef<const clang::Stmt *> statements,
            const SplitContext &context);

} // namespace paraloop

#endif
