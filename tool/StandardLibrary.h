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
class QualType;
class VarDecl;
} // namespace clang

namespace paraloop {

/// isStandard() returns true for a declaration in namespace std or in an
/// implementation's own namespace.
bool isStandard(const clang::Decl *decl);

/// isFromSystemHeader() returns true for what neither the user nor the user's
/// libraries in source wrote.
bool isFromSystemHeader(const clang::Decl *decl);

/// isParaloopVariable() returns true for paraloop::Variable<T, Strategy>, and
/// for the other classes of variables that the runtime offers.
bool isParaloopVariable(const clang::CXXRecordDecl *record);

/// isSharedVariable() returns true for paraloop::SharedVariable<T>, which lives
/// in memory that workers share.
bool isSharedVariable(const clang::CXXRecordDecl *record);

/// hasOwnStrategy() returns true for a paraloop::Variable whose strategy is not
/// one of paraloop's.
bool hasOwnStrategy(const clang::CXXRecordDecl *record);

/// isPointerLike() returns true for a class whose objects refer to others:
/// iterators, views, smart pointers.
bool isPointerLike(clang::QualType type);

/// isHandle() returns true for a pointer to something of the system's (FILE *,
/// CURL *): only the system's own functions know what is behind it.
bool isHandle(clang::QualType pointer);

/// isProxy() returns true for a class of the library that stands for parts of
/// other objects: what std::vector<bool> and std::bitset return for an element,
/// a std::tuple of references.
bool isProxy(clang::QualType type);

/// targetTypeOf() returns the type of what a pointer, or an object that is like
/// one, refers to; null where that isn't known.
clang::QualType targetTypeOf(clang::QualType type);

/// pointsToConst() returns true for a pointer or a pointer-like class that
/// gives no way to change its target.
bool pointsToConst(clang::QualType type);

/// isAccessor() returns true for a non-const method of the standard library
/// that changes nothing itself; what it returns refers into the object.
bool isAccessor(const clang::CXXMethodDecl *method);

/// returnsElementPointer() returns true for begin(), data(), find() and the
/// like: the result refers to the object's own elements.
bool returnsElementPointer(const clang::CXXMethodDecl *method);

/// mayThrow() returns true for a standard function whose contract has
/// exceptions besides lack of memory.
bool mayThrow(const clang::FunctionDecl *function);

/// runsExitHandlers() returns true for exit(), after which destructors and
/// handlers see what the program has computed.
bool runsExitHandlers(const clang::FunctionDecl *function);

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

/// hiddenState() returns why a function can't run in workers, because it keeps
/// state from call to call or changes the process ("draws from the program's
/// random number generator"); empty for all others.
llvm::StringRef hiddenState(const clang::FunctionDecl *function);

/// What a method of std::ios_base uses that a stream keeps for the program.
enum class StreamState {
  None,
  Number, ///< A number that may be read or changed: iword().
  Other,  ///< A pointer, or functions to be called.
  OfAll   ///< What all streams share: xalloc().
};
StreamState streamStateUsed(const clang::FunctionDecl *function);

/// staticBuffers() returns the objects of the library's that a function of C
/// overwrites, a letter for each: localtime(), strerror(). The result refers to
/// the first one. Empty for other functions.
llvm::StringRef staticBuffers(const clang::FunctionDecl *function);

/// movesFilePosition() returns true for read(2), write(2) and the like, whose
/// first argument is a descriptor.
bool movesFilePosition(const clang::FunctionDecl *function);

/// isErrno() returns true for the function that errno stands for.
bool isErrno(const clang::FunctionDecl *function);

/// movesInFile() returns true for functions that tell or set where a stream is
/// in its file, or hand out what does.
bool movesInFile(const clang::FunctionDecl *function);

/// opensFile() returns true for functions whose result is the descriptor of
/// something newly opened.
bool opensFile(const clang::FunctionDecl *function);

/// makesDescriptor() returns true for open(2), socket(2) and the like, whose
/// result only means something in the process that calls them.
bool makesDescriptor(const clang::FunctionDecl *function);

/// printsByName() returns true for printf, puts and the like, which name no
/// stream.
bool printsByName(const clang::FunctionDecl *function);

/// isStandardOutput() returns true for std::cout, std::cerr, std::clog, their
/// wide forms, stdout and stderr.
bool isStandardOutput(const clang::VarDecl *variable);

/// isStandardInput() returns true for std::cin, std::wcin and stdin.
bool isStandardInput(const clang::VarDecl *variable);

} // namespace paraloop

#endif
