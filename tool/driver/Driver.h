// Driver.h: a whole run of paraloop-c++.
//
//     words -> Invocation -> sources that mention paraloop -> rewritten copies
//     -> compiler -> names restored
//                                        \ none: the compiler takes the place
//                                        of this process

#ifndef PARALOOP_DRIVER_DRIVER_H
#define PARALOOP_DRIVER_DRIVER_H

#include "Arguments.h"
#include "Process.h"

namespace paraloop::driver {

/// drive() does what the invocation asks for and says how to end. Where nothing
/// has to be rewritten it doesn't return: the compiler runs in place of this
/// process. Throws what Rewriting, run() and replaceThisProcess() throw, and
/// std::runtime_error for a combination of options that it can't serve.
Ending drive(const Invocation &invocation);

} // namespace paraloop::driver

#endif
