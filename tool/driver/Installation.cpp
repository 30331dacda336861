// Installation.cpp: see Installation.h. The build fixes two of the paths
// (CMakeLists.txt of this folder).

#include "Installation.h"

#include "Compiler.h"

#include <filesystem>
#include <stdexcept>

#include <unistd.h>

namespace fs = std::filesystem;

namespace paraloop::driver {

std::string toolPath() {
  const fs::path self = fs::read_symlink("/proc/self/exe");
  const std::string tool = self.parent_path() / "paraloop";
  if (findProgram(tool).empty())
    throw std::runtime_error("there is no program " + tool +
                             "; build the target `paraloop`");
  return tool;
}

std::string includeFolder() { return PARALOOP_INCLUDE_FOLDER; }

std::string runtimeLibrary() {
  const std::string library = PARALOOP_RUNTIME_LIBRARY;
  if (::access(library.c_str(), R_OK) != 0)
    throw std::runtime_error("there is no library " + library +
                             "; build the target `paraloop_runtime`");
  return library;
}

} // namespace paraloop::driver
