// ResponseFile.h: `@file` on a command line stands for the words in the file.
//
// In: words, some of which begin with '@'. Out: the words that they stand for;
// and the way back.

#ifndef PARALOOP_DRIVER_RESPONSEFILE_H
#define PARALOOP_DRIVER_RESPONSEFILE_H

#include <string>
#include <vector>

namespace paraloop::driver {

/// expandResponseFiles() replaces every `@file` by the words in the file,
/// nested ones too. As in the compilers, a word whose file can't be read stays
/// as it is. Throws std::runtime_error if files name each other without end.
std::vector<std::string>
expandResponseFiles(const std::vector<std::string> &words);

/// quoteForResponseFile() returns text that expands to exactly `words`, one
/// word a line.
std::string quoteForResponseFile(const std::vector<std::string> &words);

} // namespace paraloop::driver

#endif
