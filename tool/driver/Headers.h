// Headers.h: what a source includes, without a preprocessor.
//
// In: texts and folders. Out: the project's own headers that a source may
// include. `#if` is not evaluated, so a header may be reported that is never
// really included; headers of the system are not followed.

#ifndef PARALOOP_DRIVER_HEADERS_H
#define PARALOOP_DRIVER_HEADERS_H

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace paraloop::driver {

/// Include is one #include directive.
struct Include {
  std::string name; ///< what stands between the quotes or angles
  bool quoted;
};

/// includesIn() returns the #include directives of a text, in order.
std::vector<Include> includesIn(const std::string &text);

/// findHeader() returns the file that `include` means in a file in the folder
/// `from`; nothing if it is neither there nor in one of `folders` (-iquote and
/// -I, in the compiler's order).
std::optional<std::filesystem::path>
findHeader(const Include &include, const std::filesystem::path &from,
           const std::vector<std::string> &folders);

/// HeaderVisitor is called with a file's text and its folder; it returns true
/// to end the walk.
using HeaderVisitor = std::function<bool(const std::string &text,
                                         const std::filesystem::path &folder)>;

/// walkHeaders() visits `text`, the content of the file `path`, and every
/// header of the project that it may include, each once. Returns true if a
/// visit ended the walk.
bool walkHeaders(const std::string &text, const std::filesystem::path &path,
                 const std::vector<std::string> &folders,
                 const HeaderVisitor &visit);

} // namespace paraloop::driver

#endif
