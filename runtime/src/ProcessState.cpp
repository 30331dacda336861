// ProcessState.cpp: in: this process. Out: its state as a value.

#include "ProcessState.h"

#include <sys/stat.h>
#include <unistd.h>

namespace paraloop {
namespace {

mode_t mask_of_new_files() {
  const mode_t mask = umask(0);
  umask(mask);
  return mask;
}

} // namespace

ProcessState::ProcessState()
    : mask_(mask_of_new_files()), environment_(environment_mark()) {
  struct stat here {};
  if (stat(".", &here) == 0) {
    device_ = here.st_dev;
    inode_ = here.st_ino;
  }
}

bool ProcessState::still_holds() const {
  const ProcessState now;
  return now.device_ == device_ && now.inode_ == inode_ && now.mask_ == mask_ &&
         now.environment_ == environment_;
}

std::uint64_t environment_mark() {
  std::uint64_t mark = 1;
  for (char **entry = environ; entry && *entry; ++entry)
    mark = mark * 31 + reinterpret_cast<std::uintptr_t>(*entry);
  return mark;
}

} // namespace paraloop
