// Compiler.h: what can be told from a name on the command line.
//
// In: one word. Out: whether it names a compiler, a C++ source, or neither.

#ifndef PARALOOP_DRIVER_COMPILER_H
#define PARALOOP_DRIVER_COMPILER_H

#include <string>

namespace paraloop::driver {

/// isCompilerOrLauncher() returns true if `word`, met before any option, is a
/// program to run (`g++-12`,
/// `/usr/bin/c++`, `ccache`) and not an input file. An input has a file name
/// ending that compilers know, or is not an executable file.
bool isCompilerOrLauncher(const std::string &word);

/// isSourceName() returns true if `compiler` takes a file of this name for C++
/// source that is still to be preprocessed. Files that were preprocessed (.ii)
/// went through paraloop-c++ -E already.
bool isSourceName(const std::string &path, const std::string &compiler);

/// isHeaderName() returns true if compilers make a precompiled header of a file
/// of this name.
bool isHeaderName(const std::string &path);

/// findProgram() returns the path of the executable file that running `name`
/// would start, as execvp would find it; empty if there is none.
std::string findProgram(const std::string &name);

} // namespace paraloop::driver

#endif
