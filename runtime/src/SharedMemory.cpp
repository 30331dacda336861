// SharedMemory.cpp: in: a size. Out: a mapping.

#include "SharedMemory.h"

#include <sys/mman.h>

namespace paraloop {

SharedMemory::SharedMemory(std::size_t wanted, std::size_t least) {
  for (std::size_t size = wanted; size >= least; size /= 2) {
    void *address = mmap(nullptr, size, PROT_READ | PROT_WRITE,
                         MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (address == MAP_FAILED)
      continue;
    // Best effort: a core dump of the program needs no copy of records in
    // transit.
    madvise(address, size, MADV_DONTDUMP);
    begin_ = static_cast<std::byte *>(address);
    size_ = size;
    return;
  }
}

SharedMemory::~SharedMemory() {
  if (begin_)
    munmap(begin_, size_);
}

} // namespace paraloop
