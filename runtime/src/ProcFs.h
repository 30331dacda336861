// ProcFs.h: what /proc says about processes.
//
// In: a process id, or this process. Out: numbers; every file may be missing or
// odd.

#ifndef PARALOOP_PROC_FS_H
#define PARALOOP_PROC_FS_H

#include <cstdint>
#include <string>
#include <sys/types.h>
#include <vector>

namespace paraloop {

/// read_text() returns the content of a small file; an empty text where it
/// can't be read.
std::string read_text(const std::string &path);

/// thread_count() returns how many threads this process has; 0 where that can't
/// be known.
unsigned thread_count();

/// resident_bytes() returns how much memory of its own (not shared) this
/// process holds; 0 if unknown.
std::uint64_t resident_bytes();

/// process_state() returns what `pid` does, as proc(5) has it: 'R' runs or could
/// run, 'S' and 'D' wait, 'T' was stopped by a signal; 0 if unknown.
char process_state(pid_t pid);

/// waiting_to_run() returns the nanoseconds that `pid` was ready to run but had
/// no processor; 0 if unknown.
std::uint64_t waiting_to_run(pid_t pid);

/// descendants() returns the children of `pid`, their children, and so on.
std::vector<pid_t> descendants(pid_t pid);

/// Mapping is a piece of this process's memory, and the file that is behind it.
struct Mapping {
  std::uintptr_t begin = 0;
  std::uintptr_t end = 0;
  std::string path; ///< Absolute; empty if there is no file.
};

/// mapping_at() returns the mapping that holds `address`; an empty one if that
/// can't be told.
Mapping mapping_at(std::uintptr_t address);

} // namespace paraloop

#endif
