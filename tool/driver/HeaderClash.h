// HeaderClash.h: may a copy in another folder get a header that its original
// doesn't get?
//
// A copy is compiled with -iquote <folder of the original>, for the headers
// next to the original. But that option holds for headers too: where
// include/lib.h says `#include "config.h"` and means include/other/config.h, it
// would get src/config.h once the copy of src/a.cpp is compiled. That would be
// a different program without a word.

#ifndef PARALOOP_DRIVER_HEADERCLASH_H
#define PARALOOP_DRIVER_HEADERCLASH_H

#include <string>
#include <vector>

namespace paraloop::driver {

/// checkHeaderClash() throws std::runtime_error, with the names of the headers,
/// if the source `path` with the content `text` may include a header in another
/// folder that includes in quotes, from a third place, a name that is also next
/// to `path`. It may err only by throwing without need.
void checkHeaderClash(const std::string &text, const std::string &path,
                      const std::vector<std::string> &includeFolders);

} // namespace paraloop::driver

#endif
