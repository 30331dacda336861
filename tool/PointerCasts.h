// PointerCasts.h: casts after which a pointer leads to more than its operand
// shows.
//
// In: an expression. Out: the type that the program sees behind the pointer,
// where that isn't the type, or a part of it, that the operand points to.

#ifndef PARALOOP_TOOL_POINTERCASTS_H
#define PARALOOP_TOOL_POINTERCASTS_H

#include "clang/Basic/SourceLocation.h"

#include <optional>

namespace clang {
class CallExpr;
class Expr;
class QualType;
class Type;
} // namespace clang

namespace paraloop {

/// PointerCast makes a pointer of an integer, or of a pointer to bytes or to
/// another class.
struct PointerCast {
  const clang::Expr *expr = nullptr;   ///< The cast; or the call of a function
                                       ///< that does it.
  const clang::Type *target = nullptr; ///< What is seen behind it, bare.
  bool ofBytes = false; ///< The operand points to bytes: it is compared for
                        ///< itself, whatever it is cast to.
  clang::SourceLocation where;
};

/// pointerCast() returns the cast that an expression makes, or nothing.
std::optional<PointerCast> pointerCast(const clang::Expr *expr);

/// castOperand() returns the pointer, the lvalue or the number that such a cast
/// is made of, past other casts of it and steps from it.
const clang::Expr *castOperand(const clang::Expr *expr);

/// targetOfCopiedBits() returns what a pointer refers to that a call makes of
/// the bytes of something else: `memcpy(&p, &number, sizeof p)`; null for other
/// calls.
clang::QualType targetOfCopiedBits(const clang::CallExpr *call);

/// isBytes() returns true for void and the types by which a program may see
/// the bytes of any object.
bool isBytes(clang::QualType type);

} // namespace paraloop

#endif
