// CallTerms.h: from the terms of a call to those of the function that it calls.
//
// In: a call of a function in sight, and an object of the caller. Out: what
// that object is called in the function: a parameter, what one points to, a
// part of `*this`, or a global.

#ifndef PARALOOP_TOOL_CALLTERMS_H
#define PARALOOP_TOOL_CALLTERMS_H

#include "Objects.h"

#include "llvm/ADT/ArrayRef.h"

#include <optional>

namespace clang {
class CallExpr;
class ParmVarDecl;
} // namespace clang

namespace paraloop {

/// functionRunBy() returns the function whose body a call in sight runs, or
/// null.
const clang::FunctionDecl *functionRunBy(const clang::Expr *node);

/// argumentsOf() leaves out the object that a method is called for.
llvm::ArrayRef<const clang::Expr *> argumentsOf(const clang::CallExpr *call);

/// parameterFor() returns null where the function is out of sight.
const clang::ParmVarDecl *parameterFor(const clang::CallExpr *call,
                                       const clang::Expr *argument);

/// targetOf() returns x for `&x`, which hands over x, and else the argument.
const clang::Expr *targetOf(const clang::Expr *argument);

/// formal() returns what a parameter refers to, in the terms of its function.
Object formal(const clang::ParmVarDecl *parameter);

/// inTermsOf() translates an object of the caller that the callee reaches
/// without its arguments: a global, or a part of the object that the method is
/// called for.
std::optional<Object> inTermsOf(const clang::FunctionDecl *callee,
                                const clang::Expr *node, const Object &object);

} // namespace paraloop

#endif
