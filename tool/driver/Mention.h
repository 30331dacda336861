// Mention.h: does a source have anything to do with paraloop?
//
// In: a source's text and the user's include folders. Out: whether the word
// "paraloop" stands in it or in a header of the project that it includes
// (`#define PAR [[paraloop]]` may well be in one). Most files don't mention it,
// and go to the real compiler untouched: so this must be cheap, and may only
// err by saying yes.

#ifndef PARALOOP_DRIVER_MENTION_H
#define PARALOOP_DRIVER_MENTION_H

#include <string>
#include <vector>

namespace paraloop::driver {

/// mentionsParaloop() looks through `text`, the content of the file `path`, and
/// through what it includes from its own folder and from `includeFolders`. A
/// header that can't be found there belongs to the system.
bool mentionsParaloop(const std::string &text, const std::string &path,
                      const std::vector<std::string> &includeFolders);

} // namespace paraloop::driver

#endif
