// SplitExpression.h: cuts an expression that names something changed.
//
// In: an expression that the parent has to evaluate. Out: an update that has
// its other parts as operands, in the order in which they are evaluated; where
// the form isn't known, the expression is left to the parent, or refused.

#ifndef PARALOOP_TOOL_SPLITEXPRESSION_H
#define PARALOOP_TOOL_SPLITEXPRESSION_H

namespace clang {
class Expr;
class Stmt;
} // namespace clang

namespace paraloop {

class UpdateBuilder;
struct SplitContext;

/// namesChanged() returns true if `statement` names something which only the
/// parent knows.
bool namesChanged(const clang::Stmt *statement, const SplitContext &loop);

/// splitExpression() adds `expr` to an update. Returns false where there can't
/// be one.
bool splitExpression(const clang::Expr *expr, UpdateBuilder &update);

} // namespace paraloop

#endif
