// result_file.h: a temporary file through which large results go from workers
// to the parent.
//
// In, in a worker: a result. Out, in the parent: an equal result. The file has
// no name, so that nothing is left of it, however the program ends. It lies in
// the folder that TMPDIR names, else in /tmp.

#ifndef PARALOOP_RESULT_FILE_H
#define PARALOOP_RESULT_FILE_H

#include "paraloop/codec.h"

#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <string>
#include <sys/mman.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace paraloop {
namespace detail {

/// StoredResult says where in the file a result is, or why it isn't there.
struct StoredResult {
  std::uint64_t offset;
  std::uint64_t size;
  int error; ///< errno of the write that failed, else 0
};

/// ResultFile owns the file and the word in shared memory that says how much of
/// it is taken. The parent makes it before the fork; workers put, the parent
/// takes.
class ResultFile {
public:
  /// Throws std::system_error if there can't be such a file.
  ResultFile() : folder_(folder()), descriptor_(open_unnamed(folder_)) {
    if (descriptor_ < 0)
      fail(errno, "can't make a temporary file");
    void *memory = mmap(nullptr, sizeof(*taken_), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) {
      const int error = errno;
      close(descriptor_);
      fail(error, "can't get memory for a temporary file");
    }
    taken_ = new (memory) std::atomic<std::uint64_t>(0);
  }
  ~ResultFile() {
    munmap(taken_, sizeof(*taken_));
    close(descriptor_);
  }
  ResultFile(const ResultFile &) = delete;
  ResultFile &operator=(const ResultFile &) = delete;

  /// put() writes a result, in a worker. It doesn't throw when the disk is
  /// full: take() does, in order.
  template <class T> StoredResult put(const T &value) const {
    for (std::size_t capacity = std::size_t(1) << 20;; capacity *= 2) {
      const std::unique_ptr<std::byte[]> memory(new std::byte[capacity]);
      Writer writer(memory.get(), capacity);
      Codec<T>::write(writer, value);
      if (!writer.overflowed())
        return put_bytes(writer.data(), writer.size());
    }
  }

  /// take() reads a result, in the parent, and gives its place on the disk
  /// back. Throws std::system_error if it could not be written, or can't be
  /// read.
  template <class T> T take(const StoredResult &stored) const {
    if (stored.error != 0)
      fail(stored.error, "can't write a result to a temporary file");
    const std::size_t size = static_cast<std::size_t>(stored.size);
    const std::unique_ptr<std::byte[]> memory(new std::byte[size]);
    get_bytes(memory.get(), size, stored.offset);
    Reader reader(memory.get(), size);
    return Codec<T>::read(reader);
  }

private:
  static std::string folder() {
    const char *named = secure_getenv("TMPDIR");
    return named != nullptr && *named != '\0' ? named : "/tmp";
  }

  static int open_unnamed(const std::string &folder) {
    int low = open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (low < 0 &&
        (errno == EOPNOTSUPP || errno == EISDIR || errno == EINVAL)) {
      std::string name = folder + "/paraloop-XXXXXX";
      low = mkostemp(name.data(), O_CLOEXEC);
      if (low >= 0)
        unlink(name.c_str());
    }
    if (low < 0)
      return low;
    // If the program has closed its stdout, `low` could be 1, and would get
    // what the program prints.
    const int descriptor = fcntl(low, F_DUPFD_CLOEXEC, 10);
    const int error = errno;
    close(low);
    errno = error;
    return descriptor;
  }

  StoredResult put_bytes(const std::byte *data, std::size_t size) const {
    const std::uint64_t offset = taken_->fetch_add(size);
    for (std::size_t done = 0; done < size;) {
      const ssize_t written = pwrite(descriptor_, data + done, size - done,
                                     static_cast<off_t>(offset + done));
      if (written > 0)
        done += static_cast<std::size_t>(written);
      else if (written == 0 || errno != EINTR)
        return {offset, size, written == 0 ? ENOSPC : errno};
    }
    return {offset, size, 0};
  }

  void get_bytes(std::byte *data, std::size_t size,
                 std::uint64_t offset) const {
    for (std::size_t done = 0; done < size;) {
      const ssize_t got = pread(descriptor_, data + done, size - done,
                                static_cast<off_t>(offset + done));
      if (got > 0)
        done += static_cast<std::size_t>(got);
      else if (got == 0 || errno != EINTR)
        fail(got == 0 ? EIO : errno,
             "can't read a result from a temporary file");
    }
    // Where the file system can't give the space back yet, the end of the file
    // does it.
    (void)fallocate(descriptor_, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
                    static_cast<off_t>(offset), static_cast<off_t>(size));
  }

  [[noreturn]] void fail(int error, const char *what) const {
    throw std::system_error(error, std::generic_category(),
                            "paraloop::parallel " + std::string(what) + " in " +
                                folder_ + " (TMPDIR can name another folder)");
  }

  std::string folder_;
  int descriptor_;
  std::atomic<std::uint64_t> *taken_ = nullptr; // written by workers
};

} // namespace detail
} // namespace paraloop

#endif
