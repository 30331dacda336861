// VariableNames.h: what the name of a variable tells.
//
// In: a name as the linker knows it (Itanium C++ ABI). Out: whose it is, and
// what a person calls it.

#ifndef PARALOOP_VARIABLE_NAMES_H
#define PARALOOP_VARIABLE_NAMES_H

#include "ElfFile.h"

#include <string>

namespace paraloop {

/// is_of_the_program() returns false for variables of the implementation (the
/// standard library, the compiler's helpers, sanitizers, counters of coverage)
/// and of paraloop.
bool is_of_the_program(const ElfFile::Variable &variable);

/// guard_of() returns the name of the variable that tells whether `name` is
/// initialized already, if there is one.
std::string guard_of(const std::string &name);

/// is_guard() returns true if `name` is such a variable.
bool is_guard(const std::string &name);

/// readable() returns the name as the source has it.
std::string readable(const std::string &name);

} // namespace paraloop

#endif
