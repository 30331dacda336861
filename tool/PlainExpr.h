// PlainExpr.h: an expression without what Clang wraps around it.
//
// In: an expression. Out: the part of it that the program spells: no
// parentheses, no temporary made of it, no template parameter that it replaces.
// Conversions stay.

#ifndef PARALOOP_TOOL_PLAINEXPR_H
#define PARALOOP_TOOL_PLAINEXPR_H

namespace clang {
class Expr;
} // namespace clang

namespace paraloop {

const clang::Expr *plainExpr(const clang::Expr *expr);

/// madeExpr() is plainExpr(), and for a default argument or a default member
/// initializer what that is.
const clang::Expr *madeExpr(const clang::Expr *expr);

} // namespace paraloop

#endif
