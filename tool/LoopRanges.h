// LoopRanges.h: between which bounds does a subscript stay?
//
// In: an expression in a body, and the `for` loops around it. Out: an interval
// whose ends are an invariant expression plus a constant. Two intervals can be
// compared where their ends name the same expressions.

#ifndef PARALOOP_TOOL_LOOPRANGES_H
#define PARALOOP_TOOL_LOOPRANGES_H

#include "Accesses.h"

#include "llvm/ADT/FoldingSet.h"

#include <optional>

namespace clang {
class ASTContext;
class ForStmt;
} // namespace clang

namespace paraloop {

/// Bound is the value of `symbol` plus `offset`; without a symbol, a constant.
struct Bound {
  const clang::Expr *symbol = nullptr;
  llvm::FoldingSetNodeID key; ///< Equal for equal symbols.
  std::int64_t offset = 0;
};

/// Interval is [first, last).
struct Interval {
  Bound first, last;

  bool isNeverEmpty() const {
    return !first.symbol && !last.symbol && first.offset < last.offset;
  }
};

/// LoopRange is what the variable of a `for` loop runs through.
struct LoopRange {
  const clang::ValueDecl *variable = nullptr;
  Interval values;
  bool isDense = false; ///< It takes every value.
};

/// LoopRanges answers for one statement.
class LoopRanges {
public:
  LoopRanges(const AccessContext &context, clang::ASTContext &ast)
      : context_(context), ast_(ast) {}

  /// rangeOf() returns nothing where the loop's own body, or something in it,
  /// changes the variable or the bounds.
  std::optional<LoopRange> rangeOf(const clang::ForStmt *loop) const;

  /// intervalOf() returns the values that `subscript` can have where it stands.
  std::optional<Interval> intervalOf(const clang::Expr *subscript) const;

  std::optional<Bound> boundOf(const clang::Expr *expr) const;

  /// placesOfChange() lists what gives a new value to variables that `symbol`
  /// names: changes, and the initializers of those that the body declares.
  std::vector<const clang::Stmt *>
  placesOfChange(const clang::Expr *symbol) const;

  /// changesOf() lists the changes of variables that `symbol` names.
  std::vector<const Change *> changesOf(const clang::Expr *symbol) const;

private:
  std::optional<LoopRange> rangeAround(const clang::Expr *use,
                                       const clang::ValueDecl *variable) const;
  std::optional<Interval> widened(const clang::Expr *use,
                                  const Bound &bound) const;
  bool changesWithin(const clang::Expr *symbol, const clang::Stmt *body) const;

  const AccessContext &context_;
  clang::ASTContext &ast_;
};

/// hasSameSymbol() returns true for two bounds that differ by a constant.
bool hasSameSymbol(const Bound &a, const Bound &b);

} // namespace paraloop

#endif
