// SystemFunctions.h: what functions and streams of the system do to the process
// as a whole: to its hidden state, its files, its standard streams.
//
// In: a declaration. Out: what its name and its home promise.

#ifndef PARALOOP_TOOL_SYSTEMFUNCTIONS_H
#define PARALOOP_TOOL_SYSTEMFUNCTIONS_H

#include "llvm/ADT/StringRef.h"

namespace clang {
class FunctionDecl;
class VarDecl;
} // namespace clang

namespace paraloop {

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

/// runsExitHandlers() returns true for exit(), after which destructors and
/// handlers see what the program has computed.
bool runsExitHandlers(const clang::FunctionDecl *function);

} // namespace paraloop

#endif
