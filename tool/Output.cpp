// Output.cpp: a new file is written next to the old one, then takes its name in
// one step.

#include "Output.h"

#include "Failure.h"

#include "llvm/Support/Errno.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Signals.h"

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fcntl.h>
#include <linux/limits.h>
#include <memory>
#include <set>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <thread>
#include <unistd.h>
#include <utility>

using llvm::Error;
using llvm::Expected;

namespace paraloop {
namespace {

/// systemError() says which step failed on which file. EXPECTS: errno is that
/// of the failed call.
Error systemError(const std::string &step, const std::string &path) {
  return failure("can't " + step + " '" + path +
                 "': " + llvm::sys::StrError(errno));
}

/// Descriptor owns a file descriptor; -1 means none.
class Descriptor {
public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor &&other) noexcept
      : number_(std::exchange(other.number_, -1)) {}
  Descriptor &operator=(Descriptor &&other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ != -1)
      ::close(number_);
  }
  int get() const { return number_; }
  explicit operator bool() const { return number_ != -1; }

private:
  int number_;
};

Expected<std::string> realPathOf(const std::string &path) {
  std::unique_ptr<char, decltype(&std::free)> real(
      ::realpath(path.c_str(), nullptr), &std::free);
  if (!real)
    return systemError("find", path);
  return std::string(real.get());
}

std::string folderOf(const std::string &path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos)
    return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

Error writeAll(int descriptor, const std::string &text,
               const std::string &path) {
  for (std::size_t done = 0; done != text.size();) {
    const ssize_t written =
        ::write(descriptor, text.data() + done, text.size() - done);
    if (written < 0 && errno != EINTR)
      return systemError("write", path);
    done += written < 0 ? 0 : static_cast<std::size_t>(written);
  }
  return Error::success();
}

/// copyAttributes() copies the extended attributes, access control lists among
/// them.
Error copyAttributes(const std::string &from, int to) {
  const ssize_t size = ::listxattr(from.c_str(), nullptr, 0);
  if (size <= 0)
    return size == 0 || errno == ENOTSUP
               ? Error::success()
               : systemError("list the extended attributes of", from);
  std::string names(static_cast<std::size_t>(size), '\0');
  const ssize_t filled = ::listxattr(from.c_str(), names.data(), names.size());
  if (filled < 0)
    return systemError("list the extended attributes of", from);
  for (const char *name = names.data(); name < names.data() + filled;
       name += std::string(name).size() + 1) {
    std::string value(XATTR_SIZE_MAX, '\0');
    const ssize_t length =
        ::getxattr(from.c_str(), name, value.data(), value.size());
    if (length < 0 || ::fsetxattr(to, name, value.data(),
                                  static_cast<std::size_t>(length), 0) != 0)
      return systemError(
          "keep the extended attribute " + std::string(name) + " of", from);
  }
  return Error::success();
}

/// NewFile is a finished file beside the one that it will replace; it vanishes
/// unless it took its place.
class NewFile {
public:
  NewFile(NewFile &&other) noexcept
      : target_(std::move(other.target_)),
        path_(std::exchange(other.path_, "")),
        descriptor_(std::move(other.descriptor_)) {}
  ~NewFile() {
    if (path_.empty())
      return;
    ::unlink(path_.c_str());
    llvm::sys::DontRemoveFileOnSignal(path_);
  }

  /// create() writes `text` for `target`. Where the target exists, its mode,
  /// owner and attributes come along.
  static Expected<NewFile> create(const std::string &target,
                                  const std::string &text) {
    NewFile file(target);
    if (Error error = file.open())
      return error;
    if (Error error = writeAll(file.descriptor_.get(), text, target))
      return error;
    if (Error error = file.dressAsTarget())
      return error;
    if (::fsync(file.descriptor_.get()) != 0)
      return systemError("write", target);
    return file;
  }

  Error takePlace() {
    if (::rename(path_.c_str(), target_.c_str()) != 0)
      return systemError("replace", target_);
    llvm::sys::DontRemoveFileOnSignal(path_);
    path_.clear();
    return Error::success();
  }

private:
  explicit NewFile(const std::string &target) : target_(target) {}

  Error open() {
    const std::string base =
        target_ + ".paraloop-" + std::to_string(::getpid());
    for (unsigned attempt = 0; !descriptor_ && attempt != 100; ++attempt) {
      path_ = base + "-" + std::to_string(attempt);
      descriptor_ = Descriptor(
          ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
      if (!descriptor_ && errno != EEXIST)
        break;
    }
    if (!descriptor_) {
      path_.clear();
      return systemError("write a new file beside", target_);
    }
    llvm::sys::RemoveFileOnSignal(path_);
    return Error::success();
  }

  Error dressAsTarget() {
    struct stat status;
    if (::stat(target_.c_str(), &status) != 0)
      return errno == ENOENT ? Error::success()
                             : systemError("look at", target_);
    struct stat own;
    if (::fstat(descriptor_.get(), &own) != 0)
      return systemError("look at", path_);
    const bool isOthers =
        own.st_uid != status.st_uid || own.st_gid != status.st_gid;
    if (isOthers &&
        ::fchown(descriptor_.get(), status.st_uid, status.st_gid) != 0)
      return systemError("keep the owner of", target_);
    if (Error error = copyAttributes(target_, descriptor_.get()))
      return error;
    if (::fchmod(descriptor_.get(), status.st_mode & 07777) !=
        0) // after fchown, which clears set-user-id bits
      return systemError("keep the mode of", target_);
    return Error::success();
  }

  std::string target_;
  std::string path_; ///< Empty: nothing to remove.
  Descriptor descriptor_;
};

/// FolderLock keeps other runs of the tool out of a folder while files there
/// are replaced.
class FolderLock {
public:
  static Expected<FolderLock> take(const std::string &folder) {
    FolderLock lock;
    lock.folder_ =
        Descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!lock.folder_)
      return systemError("open the folder", folder);
    for (unsigned attempt = 0;
         ::flock(lock.folder_.get(), LOCK_EX | LOCK_NB) != 0; ++attempt) {
      if (errno != EWOULDBLOCK && errno != EINTR)
        return lock; // a file system without locks: the comparison with the
                     // original still protects
      if (attempt == 1000)
        return failure("another run of paraloop is writing in '" + folder +
                       "' for 10 s now; wait for it or end it");
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return lock;
  }

  /// settle() makes the new names permanent. Some file systems can't; then
  /// nothing is lost but that certainty.
  void settle() const { (void)::fsync(folder_.get()); }

private:
  Descriptor folder_;
};

Error requireReplaceable(const std::string &path) {
  if (Error error = requireRegularFile(path))
    return error;
  struct stat status;
  if (::stat(path.c_str(), &status) != 0)
    return systemError("look at", path);
  if (status.st_nlink > 1)
    return failure("'" + path + "' has " + std::to_string(status.st_nlink) +
                   " names (hard links), and replacing it would cut it off "
                   "from the others; write to another file with -o");
  if (::access(path.c_str(), W_OK) != 0)
    return systemError("write", path);
  return Error::success();
}

Error requireUnchanged(const FileChange &change) {
  auto buffer = llvm::MemoryBuffer::getFile(change.path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false,
                                            /*IsVolatile=*/true);
  if (!buffer)
    return failure("can't read '" + change.path +
                   "': " + buffer.getError().message());
  if ((*buffer)->getBuffer() != change.original)
    return failure("'" + change.path +
                   "' changed while paraloop was reading it; nothing is "
                   "written, run it again");
  return Error::success();
}

/// Replacement is a staged change.
struct Staged {
  FileChange change; ///< With the real path.
  NewFile file;
};

Expected<std::vector<Staged>> stageAll(const std::vector<FileChange> &changes) {
  std::vector<Staged> staged;
  for (FileChange change : changes) {
    if (Error error = requireReplaceable(change.path))
      return error;
    Expected<std::string> real = realPathOf(change.path);
    if (!real)
      return real.takeError();
    change.path = *real;
    Expected<NewFile> file = NewFile::create(change.path, change.updated);
    if (!file)
      return file.takeError();
    staged.push_back({std::move(change), std::move(*file)});
  }
  return staged;
}

/// rollBack() gives the first `count` files their old bytes again, after a
/// later one could not be replaced.
Error rollBack(const std::vector<Staged> &staged, std::size_t count,
               Error cause) {
  for (std::size_t i = 0; i != count; ++i) {
    const FileChange &change = staged[i].change;
    Expected<NewFile> file = NewFile::create(change.path, change.original);
    Error error = file ? file->takePlace() : file.takeError();
    if (error)
      cause = llvm::joinErrors(
          std::move(cause),
          llvm::joinErrors(failure("'" + change.path + "' stays rewritten"),
                           std::move(error)));
  }
  return cause;
}

Error commitAll(std::vector<Staged> &staged) {
  for (const Staged &each : staged)
    if (Error error = requireUnchanged(each.change))
      return error;
  for (std::size_t i = 0; i != staged.size(); ++i)
    if (Error error = staged[i].file.takePlace())
      return rollBack(staged, i, std::move(error));
  return Error::success();
}

} // namespace

Error requireRegularFile(const std::string &path) {
  struct stat status;
  if (::stat(path.c_str(), &status) != 0)
    return systemError("read", path);
  if (S_ISDIR(status.st_mode))
    return failure("'" + path + "' is a folder; name the source files in it");
  if (!S_ISREG(status.st_mode))
    return failure("'" + path +
                   "' is not a regular file (a pipe or device, say), and "
                   "paraloop reads files only");
  return ::access(path.c_str(), R_OK) == 0 ? Error::success()
                                           : systemError("read", path);
}

Error replaceFiles(const std::vector<FileChange> &changes) {
  Expected<std::vector<Staged>> staged = stageAll(changes);
  if (!staged)
    return staged.takeError();
  std::set<std::string>
      folders; // sorted: two runs take their locks in the same order
  for (const Staged &each : *staged)
    folders.insert(folderOf(each.change.path));
  std::vector<FolderLock> locks;
  for (const std::string &folder : folders) {
    Expected<FolderLock> lock = FolderLock::take(folder);
    if (!lock)
      return lock.takeError();
    locks.push_back(std::move(*lock));
  }
  if (Error error = commitAll(*staged))
    return error;
  for (const FolderLock &lock : locks)
    lock.settle();
  return Error::success();
}

Error writeOutput(const std::string &path, const std::string &text) {
  struct stat status;
  const bool exists = ::stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode))
    return failure("can't write '" + path + "': it is a folder");
  if (exists &&
      !S_ISREG(
          status.st_mode)) { // /dev/null, a pipe: there is nothing to replace
    const Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    return device ? writeAll(device.get(), text, path)
                  : systemError("write", path);
  }
  if (exists && ::access(path.c_str(), W_OK) != 0)
    return systemError("write", path);
  Expected<std::string> target =
      exists ? realPathOf(path) : Expected<std::string>(path);
  if (!target)
    return target.takeError();
  Expected<NewFile> file = NewFile::create(*target, text);
  return file ? file->takePlace() : file.takeError();
}

Error writeStandardOutput(const std::string &text) {
  return writeAll(STDOUT_FILENO, text, "standard output");
}

} // namespace paraloop
