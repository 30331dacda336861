// SharedMemory.h: memory that a process and the workers that it forks later all
// see.
//
// In: a wanted size. Out: one anonymous shared mapping, zeroed, without a name
// that could be left behind.

#ifndef PARALOOP_SHARED_MEMORY_H
#define PARALOOP_SHARED_MEMORY_H

#include <cstddef>

namespace paraloop {

class SharedMemory {
public:
  /// Maps `wanted` bytes, or half of that, and so on down to `least`. Pages
  /// cost nothing until they are touched. size() is 0 if not even `least` bytes
  /// could be had.
  SharedMemory(std::size_t wanted, std::size_t least);
  ~SharedMemory();
  SharedMemory(const SharedMemory &) = delete;
  SharedMemory &operator=(const SharedMemory &) = delete;

  std::byte *begin() const { return begin_; }
  std::size_t size() const { return size_; }

private:
  std::byte *begin_ = nullptr;
  std::size_t size_ = 0;
};

} // namespace paraloop

#endif
