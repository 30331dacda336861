// Installation.h: where the other parts of paraloop are.

#ifndef PARALOOP_DRIVER_INSTALLATION_H
#define PARALOOP_DRIVER_INSTALLATION_H

#include <string>

namespace paraloop::driver {

/// toolPath() returns the path of the rewriter `paraloop`, next to this
/// program. Throws std::runtime_error if there is none.
std::string toolPath();

/// includeFolder() returns the folder that holds paraloop/paraloop.h.
std::string includeFolder();

/// runtimeLibrary() returns the path of libparaloop.a. Throws
/// std::runtime_error if it doesn't exist.
std::string runtimeLibrary();

} // namespace paraloop::driver

#endif
