// TemporaryFolder.h: a private folder for rewritten sources, which goes with
// its owner.

#ifndef PARALOOP_DRIVER_TEMPORARYFOLDER_H
#define PARALOOP_DRIVER_TEMPORARYFOLDER_H

#include <string>

namespace paraloop::driver {

/// TemporaryFolder makes a folder that only this user can enter, in $TMPDIR or
/// /tmp, and removes it with all that is in it. Its name has no character that
/// means something to make or to the preprocessor.
class TemporaryFolder {
public:
  /// Throws std::system_error if no folder can be made.
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder &) = delete;
  TemporaryFolder &operator=(const TemporaryFolder &) = delete;

  const std::string &path() const { return path_; }

private:
  std::string path_;
};

} // namespace paraloop::driver

#endif
