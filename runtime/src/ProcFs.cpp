// ProcFs.cpp: in: /proc. Out: numbers.

#include "ProcFs.h"

#include <cerrno>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sstream>
#include <unistd.h>

namespace paraloop {
namespace {

std::string directory_of(pid_t pid) { return "/proc/" + std::to_string(pid); }

/// fields_of() returns the fields of a `stat` file from the third (the state)
/// on: the second is the program's name in brackets, which may hold blanks and
/// brackets itself.
std::istringstream fields_of(const std::string &stat) {
  const std::size_t bracket = stat.rfind(')');
  return std::istringstream(
      bracket == std::string::npos ? "" : stat.substr(bracket + 1));
}

void add_children(const std::string &file, std::vector<pid_t> &found) {
  std::istringstream list(read_text(file));
  for (pid_t child; list >> child;)
    found.push_back(child);
}

void add_children_of_threads(pid_t pid, std::vector<pid_t> &found) {
  const std::string tasks = directory_of(pid) + "/task";
  const std::unique_ptr<DIR, int (*)(DIR *)> directory(opendir(tasks.c_str()),
                                                       closedir);
  if (!directory)
    return;
  while (const dirent *entry = readdir(directory.get()))
    if (entry->d_name[0] != '.')
      add_children(tasks + "/" + entry->d_name + "/children", found);
}

} // namespace

std::string read_text(const std::string &path) {
  std::string text;
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return text;
  char buffer[4096];
  for (;;) {
    const ssize_t got = read(file, buffer, sizeof buffer);
    if (got > 0)
      text.append(buffer, static_cast<std::size_t>(got));
    else if (got == 0 || errno != EINTR)
      break;
  }
  close(file);
  return text;
}

unsigned thread_count() {
  std::istringstream fields = fields_of(read_text("/proc/self/stat"));
  std::string skipped;
  for (int field = 3; field < 20; ++field)
    fields >> skipped;
  unsigned count = 0;
  return fields >> count ? count : 0;
}

std::uint64_t resident_bytes() {
  std::istringstream fields(read_text("/proc/self/statm"));
  std::uint64_t size = 0, resident = 0, shared = 0;
  if (!(fields >> size >> resident >> shared) || shared > resident)
    return 0;
  return (resident - shared) *
         static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

char process_state(pid_t pid) {
  std::istringstream fields = fields_of(read_text(directory_of(pid) + "/stat"));
  char state = 0;
  return fields >> state ? state : '\0';
}

std::uint64_t waiting_to_run(pid_t pid) {
  std::istringstream fields(read_text(directory_of(pid) + "/schedstat"));
  std::uint64_t running = 0, waiting = 0;
  return fields >> running >> waiting ? waiting : 0;
}

std::vector<pid_t> descendants(pid_t pid) {
  std::vector<pid_t> found;
  add_children_of_threads(pid, found);
  for (std::size_t i = 0; i < found.size(); ++i) // grows as it goes
    add_children_of_threads(found[i], found);
  return found;
}

Mapping mapping_at(std::uintptr_t address) {
  std::istringstream maps(read_text("/proc/self/maps"));
  for (std::string line; std::getline(maps, line);) {
    std::istringstream fields(line);
    Mapping one;
    char dash = 0;
    if (!(fields >> std::hex >> one.begin >> dash >> one.end) ||
        address < one.begin || address >= one.end)
      continue;
    if (const std::size_t path = line.find('/'); path != std::string::npos)
      one.path = line.substr(path);
    return one;
  }
  return {};
}

} // namespace paraloop
