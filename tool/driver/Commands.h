// Commands.h: the command lines of the real compiler.
//
// In: an Invocation and rewritten copies. Out: words to run. Nothing is run
// here.
//
// A copy is compiled with the folder of its original searched for headers in
// quotes, and with its own path mapped to the original's in debug information
// and in __BASE_FILE__.

#ifndef PARALOOP_DRIVER_COMMANDS_H
#define PARALOOP_DRIVER_COMMANDS_H

#include "Arguments.h"
#include "Depfile.h"

#include <string>
#include <vector>

namespace paraloop::driver {

/// Command is a compiler with its words; these may be moved to a response file,
/// the compiler may not.
struct Command {
  Words compiler;
  Words words;
};

/// untouchedCommand() is what the user wrote, with the runtime library if it
/// links; `mentions` says that a source may include <paraloop/paraloop.h>.
Command untouchedCommand(const Invocation &invocation, bool mentions);

/// commandInPlace() compiles the only source through its copy, to where the
/// user wants it.
Command commandInPlace(const Invocation &invocation, const Copy &copy);

/// preprocessCommand() preprocesses the only source through its copy into the
/// file `output`.
Command preprocessCommand(const Invocation &invocation, const Copy &copy,
                          const std::string &output);

/// commandForOne() compiles one of several sources through its copy. Where the
/// invocation links, the result is the object file objectOf(copy).
Command commandForOne(const Invocation &invocation, const Copy &copy);
std::string objectOf(const Copy &copy);

/// commandForRest() does what is left after commandForOne() for every copy; its
/// `words` are empty if that is nothing.
Command commandForRest(const Invocation &invocation,
                       const std::vector<Copy> &copies);

} // namespace paraloop::driver

#endif
