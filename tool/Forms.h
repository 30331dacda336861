// Forms.h: what the form of an expression says about its operands.
//
// In: an expression of a statement that is replayed. Out: whether an operand
// of it may travel by value, or would be referred to after it is gone.

#ifndef PARALOOP_TOOL_FORMS_H
#define PARALOOP_TOOL_FORMS_H

#include "llvm/ADT/STLFunctionalExtras.h"

#include <optional>
#include <string>

namespace clang {
class CXXOperatorCallExpr;
class CallExpr;
class Expr;
class QualType;
class Stmt;
} // namespace clang

namespace paraloop {

class Scope;

/// written() returns the expression as it stands in the source, without what
/// the compiler adds.
const clang::Expr *written(const clang::Expr *expr);

/// isPlainLocal() returns true for the name of a variable of the body.
bool isPlainLocal(const clang::Expr *expr, const Scope &scope);

/// isPartOfLocal() returns true for a variable of the body and for a field of
/// one, `x.y`: it can be read at any time, whether the program would or not.
bool isPartOfLocal(const clang::Expr *expr, const Scope &scope);

/// anyBelow() returns true if `test` holds for `statement` or for something in
/// it.
bool anyBelow(const clang::Stmt *statement,
              llvm::function_ref<bool(const clang::Stmt *)> test);

/// obstacleToOperand() names what keeps the value of `expr` from travelling, or
/// nothing. The fields of a class that travels are declared before the loop.
std::optional<std::string> obstacleToOperand(const clang::Expr *expr,
                                             const Scope &scope);

/// storesReferences() returns true where a container keeps a reference to what
/// it is handed: it would refer to the operand, which is gone after the replay.
bool storesReferences(const clang::CallExpr *call);

/// contentIsCopied() returns true where the text that `operand` refers to is
/// copied at once, so that it may travel by its content.
bool contentIsCopied(const clang::Expr *parent, const clang::Expr *operand);

/// runsUserCodeThatMayThrow() returns true where the library may call a copy
/// constructor, a comparison or another function of the user's that isn't
/// noexcept; and where it makes a string or a vector of a given size.
bool runsUserCodeThatMayThrow(const clang::CallExpr *call);

/// computesFloating() returns true for an operator of std::complex,
/// std::valarray or Variable on floating-point numbers.
bool computesFloating(const clang::CXXOperatorCallExpr *call);

} // namespace paraloop

#endif
