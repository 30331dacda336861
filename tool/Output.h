// Output.h: writes files so that nobody ever sees half of one.
//
// In: the bytes that a file had when it was parsed and the bytes that it shall
// have. Out: all files replaced, or an error and every file as it was. A
// replaced file keeps its mode, owner, extended attributes, and the symbolic
// links to it.

#ifndef PARALOOP_TOOL_OUTPUT_H
#define PARALOOP_TOOL_OUTPUT_H

#include "llvm/Support/Error.h"

#include <string>
#include <vector>

namespace paraloop {

/// FileChange is a file that is to be replaced.
struct FileChange {
  std::string path;     ///< May be a symbolic link: its target is replaced.
  std::string original; ///< What the file must still hold.
  std::string updated;
};

/// requireRegularFile() returns an error where `path` is not a file that can be
/// read without waiting: a folder, a pipe, a device, nothing at all.
llvm::Error requireRegularFile(const std::string &path);

/// replaceFiles() replaces all files or none: every new file is written out in
/// full before the first takes its place.
llvm::Error replaceFiles(const std::vector<FileChange> &changes);

/// writeOutput() writes `text` to `path`, new or replaced as a whole; a device
/// or pipe is written to directly.
llvm::Error writeOutput(const std::string &path, const std::string &text);

/// writeStandardOutput() writes all of `text` to stdout and checks that it got
/// there.
llvm::Error writeStandardOutput(const std::string &text);

} // namespace paraloop

#endif
