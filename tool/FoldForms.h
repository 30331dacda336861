// FoldForms.h: which changes fold a whole number, by what they look like?
//
// In: a change as it is written. Out: the operation, and the number's name.
//
//     ++count; total += x;      sums
//     flags |= bit;             or

#ifndef PARALOOP_TOOL_FOLDFORMS_H
#define PARALOOP_TOOL_FOLDFORMS_H

#include "Plan.h"

#include <optional>

namespace clang {
class BinaryOperator;
class Expr;
} // namespace clang

namespace paraloop {

/// foldingOperation() returns what an assignment folds with; nothing if the
/// order matters.
std::optional<Fold> foldingOperation(const clang::BinaryOperator *assignment);

/// foldBy() returns the operation of a change of which nobody uses the value;
/// nothing for other expressions, and where more than whole numbers is folded
/// in.
std::optional<Fold> foldBy(const clang::Expr *change);

/// foldedPlace() returns the left side. EXPECTS: foldBy() returns something.
const clang::Expr *foldedPlace(const clang::Expr *change);

} // namespace paraloop

#endif
