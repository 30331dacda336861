// StandardLibrary.h: what paraloop knows about functions that it does not look
// into.
//
// The C++ standard library and the system's C headers are not analysed: their
// contracts are written down here as tables of names. Everything that is in no
// table is judged by its parameter types alone (Effects.cpp).

#ifndef PARALOOP_TOOL_STANDARDLIBRARY_H
#define PARALOOP_TOOL_STANDARDLIBRARY_H

#include "llvm/ADT/StringRef.h"

namespace clang {
class CXXMethodDecl;
class CXXRecordDecl;
class Decl;
class FunctionDecl;
class NamedDecl;
class QualType;
} // namespace clang

namespace paraloop {

/// nameOf() returns the identifier of a declaration; empty for null, and for
/// what has none (an operator, a constructor).
llvm::StringRef nameOf(const clang::NamedDecl *decl);

/// isStandard() returns true for a declaration in namespace std or in an
/// implementation's own namespace.
bool isStandard(const clang::Decl *decl);

/// isFromSystemHeader() returns true for what neither the user nor the user's
/// libraries in source wrote.
bool isFromSystemHeader(const clang::Decl *decl);

/// isParaloopVariable() returns true for paraloop::Variable<T, Strategy>, and
/// for the other classes of variables that the runtime offers.
bool isParaloopVariable(const clang::CXXRecordDecl *record);

/// isOfParaloopVariable() returns true for a method of such a class.
bool isOfParaloopVariable(const clang::FunctionDecl *function);

/// isIndirectCall() returns true for operator() of std::function, which calls
/// what that holds.
bool isIndirectCall(const clang::FunctionDecl *function);

/// isSharedVariable() returns true for paraloop::SharedVariable<T>, which lives
/// in memory that workers share.
bool isSharedVariable(const clang::CXXRecordDecl *record);

/// hasOwnStrategy() returns true for a paraloop::Variable whose strategy is not
/// one of paraloop's.
bool hasOwnStrategy(const clang::CXXRecordDecl *record);

/// isAccessor() returns true for a non-const method of the standard library
/// that changes nothing itself; what it returns refers into the object.
bool isAccessor(const clang::CXXMethodDecl *method);

/// returnsElementPointer() returns true for begin(), data(), find() and the
/// like: the result refers to the object's own elements.
bool returnsElementPointer(const clang::CXXMethodDecl *method);

/// mayThrow() returns true for a standard function whose contract has
/// exceptions besides lack of memory.
bool mayThrow(const clang::FunctionDecl *function);

/// isMemberwiseAssignment() returns true for operator= that the compiler
/// writes.
bool isMemberwiseAssignment(const clang::FunctionDecl *function);

/// isAlgorithmObject() returns true for operator() of std::ranges::sort and its
/// like.
bool isAlgorithmObject(const clang::FunctionDecl *function);

/// onlyCallsFor() returns true for std::ranges::for_each() and the like, which
/// change nothing themselves.
bool onlyCallsFor(const clang::FunctionDecl *function);

/// Which arguments of a standard function that takes iterators or references it
/// changes.
enum class Writes {
  Everything, ///< As the parameter types allow.
  Nothing,
  LastIterator ///< Only what the last iterator among the arguments refers to:
               ///< std::copy.
};
Writes writesOf(const clang::FunctionDecl *function);

/// parameterAsWritten() returns the type that a parameter has in the template
/// that the function was made from; null where it isn't a parameter there.
clang::QualType parameterAsWritten(const clang::FunctionDecl *function,
                                   unsigned index);

/// writesParameter() returns true where a method of the standard library
/// changes what it gets a reference or a pointer to: `s.copy(text, 9)`.
bool writesParameter(const clang::CXXMethodDecl *method, unsigned index);

/// changesThroughReference() returns true for a const method of std::atomic_ref
/// that changes what that refers to.
bool changesThroughReference(const clang::CXXMethodDecl *method);

/// resumesCoroutine() returns true for a method of std::coroutine_handle that
/// runs code of the coroutine's.
bool resumesCoroutine(const clang::FunctionDecl *function);

/// keepsTargets() returns true for a standard function after which the pointers
/// and iterators that it was handed by reference refer to what they did, or to
/// elements next to that.
bool keepsTargets(const clang::FunctionDecl *function);

} // namespace paraloop

#endif
