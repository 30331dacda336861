// OwnObjects.h: the program and those of its libraries that are not the
// system's.
//
// In: this process. Out: for each, where it is loaded and where its file is.

#ifndef PARALOOP_OWN_OBJECTS_H
#define PARALOOP_OWN_OBJECTS_H

#include <cstddef>
#include <cstdint>
#include <link.h>
#include <string>
#include <vector>

namespace paraloop {

struct OwnObject {
  std::string name; ///< For messages.
  std::string file; ///< To be opened.
  std::uintptr_t base;
  const ElfW(Phdr) * headers; ///< Belong to the loader.
  std::size_t header_count;
};

/// own_objects() returns the program first. What lies in the system's folders
/// or comes with the compiler is left out.
std::vector<OwnObject> own_objects();

/// is_static() returns true if the program holds the system's libraries itself.
bool is_static(const OwnObject &program);

} // namespace paraloop

#endif
