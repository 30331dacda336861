// CompilerArguments.h: from the command that builds a file to one that Clang
// can parse it with.
//
// In: a compile command, maybe written for g++. Out: the same without what
// Clang doesn't know, what writes files and what loads foreign code; with the
// tool's own header folders; warnings are left to the real compiler.

#ifndef PARALOOP_TOOL_COMPILERARGUMENTS_H
#define PARALOOP_TOOL_COMPILERARGUMENTS_H

#include "clang/Tooling/ArgumentsAdjusters.h"

namespace paraloop {

/// isHeader() says whether a file's name is that of a C++ header.
bool isHeader(llvm::StringRef file);

/// parseOnlyArguments() returns the change to every compile command.
clang::tooling::ArgumentsAdjuster parseOnlyArguments();

/// namedAs() calls the file by the name that the user gave: __FILE__ and the
/// #line directives show it.
clang::tooling::ArgumentsAdjuster namedAs(const std::string &name);

} // namespace paraloop

#endif
