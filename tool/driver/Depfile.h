// Depfile.h: what the compiler wrote about files must name the user's sources,
// not our copies.
//
// In: a rule for make (-MD) or preprocessed text (-E) that names a rewritten
// copy. Out: the same text with the original in the copy's place.

#ifndef PARALOOP_DRIVER_DEPFILE_H
#define PARALOOP_DRIVER_DEPFILE_H

#include "Arguments.h"

#include <string>
#include <vector>

namespace paraloop::driver {

/// Copy is a rewritten source.
struct Copy {
  std::size_t position;    ///< of the source in Invocation::words
  std::string original;    ///< path as the user spelled it
  std::string replacement; ///< path of the rewritten copy
};

/// dependencyFiles() returns every path at which a compiler may have written
/// the dependencies of the sources that have copies: the rules differ between
/// compilers and versions, and some of the files don't exist.
std::vector<std::string> dependencyFiles(const Invocation &invocation,
                                         const std::vector<Copy> &copies);

/// restoreNamesInRule() makes the rules in the file `path` name the originals.
/// Files that don't exist, or that name no copy, are left alone. Throws
/// std::system_error if the file can't be written.
void restoreNamesInRule(const std::string &path,
                        const std::vector<Copy> &copies);

/// restoreNamesInMarkers() returns preprocessed text whose line markers name
/// the originals.
std::string restoreNamesInMarkers(std::string text,
                                  const std::vector<Copy> &copies);

/// quoteForPreprocessor() returns `path` as it is spelled between the quotes of
/// a #line directive.
std::string quoteForPreprocessor(const std::string &path);

} // namespace paraloop::driver

#endif
