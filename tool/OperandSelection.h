// OperandSelection.h: what becomes of a part of a replayed statement that names
// nothing changed: an operand, which a worker computes, or the same words in
// the parent?
//
// In: the part, and where it stands in its statement. Out: operands of the
// update, as large as they can be.

#ifndef PARALOOP_TOOL_OPERANDSELECTION_H
#define PARALOOP_TOOL_OPERANDSELECTION_H

namespace clang {
class Expr;
} // namespace clang

namespace paraloop {

class UpdateBuilder;

/// OperandPlace is where a subexpression stands in its statement.
struct OperandPlace {
  bool conditional =
      false; ///< Evaluated or not, depending on a variable that changes.
  bool addsFloating =
      false; ///< A term of a floating-point sum with such a variable.
  const clang::Expr *parent =
      nullptr; ///< The next expression around it that isn't implicit.
  bool asTemporary = false; ///< A parameter T && takes it.

  OperandPlace inside(const clang::Expr *expr) const {
    return {conditional, false, expr, false};
  }
};

/// selectOperands() adds the operands of `expr` to an update. Returns false
/// where there can't be one.
bool selectOperands(const clang::Expr *expr, const OperandPlace &place,
                    UpdateBuilder &update);

} // namespace paraloop

#endif
