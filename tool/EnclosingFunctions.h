// EnclosingFunctions.h: the functions that a function is written in.
//
// In: a function; the body of a lambda is one. Out: it, and those around it.

#ifndef PARALOOP_TOOL_ENCLOSINGFUNCTIONS_H
#define PARALOOP_TOOL_ENCLOSINGFUNCTIONS_H

#include "llvm/ADT/SmallVector.h"

namespace clang {
class CXXRecordDecl;
class FunctionDecl;
class QualType;
class SourceLocation;
class VarDecl;
} // namespace clang

namespace paraloop {

/// enclosingFunctions() returns `function` and the functions around it, the
/// innermost first: a variable that a lambda captures belongs to one of those
/// behind the lambda. Empty for null.
llvm::SmallVector<const clang::FunctionDecl *, 4>
enclosingFunctions(const clang::FunctionDecl *function);

/// hasNameIn() returns false for what another lambda captured with an
/// initialiser, and for a static variable of another function.
bool hasNameIn(const clang::VarDecl *variable,
               const clang::FunctionDecl *function);

/// isMemberOf() returns true for a method of a class, or of a class in it, and
/// for what such a method holds: these may name its private members.
bool isMemberOf(const clang::FunctionDecl *function,
                const clang::CXXRecordDecl *record);

/// isOfLambda() returns true for the call operator of a lambda.
bool isOfLambda(const clang::FunctionDecl *function);

/// isLambda() returns true for the type of a lambda, or a reference to it.
bool isLambda(clang::QualType type);

/// capturesThis() returns true for the call operator of a lambda in whose body
/// `this` has a meaning.
bool capturesThis(const clang::FunctionDecl *function);

/// classOfThis() returns the class of the object whose address a lambda
/// captured as `this`; null where it captured none, or a copy of the object.
const clang::CXXRecordDecl *classOfThis(const clang::FunctionDecl *lambda);

/// isAtHome() returns true for a place in the method whose `this` a lambda may
/// have captured. EXPECTS: isOfLambda().
bool isAtHome(const clang::FunctionDecl *lambda, clang::SourceLocation place);

} // namespace paraloop

#endif
