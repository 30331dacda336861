// OwnObjects.cpp: in: what the loader has loaded. Out: what isn't the system's.

#include "OwnObjects.h"

#include "ProcFs.h"

#include <unistd.h>

namespace paraloop {
namespace {

constexpr const char *system_folders[] = {
    "/lib/",         "/lib32/",     "/lib64/",     "/libx32/",
    "/usr/lib/",     "/usr/lib32/", "/usr/lib64/", "/usr/libx32/",
    "/usr/libexec/", "/nix/store/"};

/// The compiler's and C libraries, which may lie elsewhere.
constexpr const char *system_libraries[] = {
    "libc.",      "libc-",       "libm.",      "libm-",     "libdl",
    "libpthread", "librt.",      "libstdc++",  "libc++",    "libgcc_s",
    "libunwind",  "libgomp",     "libasan",    "libubsan",  "liblsan",
    "libtsan",    "libclang_rt", "libgcov",    "ld-linux",  "ld-musl",
    "ld.so",      "linux-vdso",  "linux-gate", "libatomic", "libquadmath"};

bool begins_with(const std::string &text, const char *beginning) {
  return text.rfind(beginning, 0) == 0;
}

std::string base_name(const std::string &path) {
  return path.substr(path.rfind('/') + 1);
}

bool is_of_the_system(const std::string &path) {
  for (const char *folder : system_folders)
    if (begins_with(path, folder))
      return true;
  const std::string name = base_name(path);
  for (const char *library : system_libraries)
    if (begins_with(name, library))
      return true;
  return false;
}

OwnObject program(const dl_phdr_info &info) {
  char path[4096];
  const ssize_t length = readlink("/proc/self/exe", path, sizeof path);
  const std::string name =
      length > 0 ? base_name({path, static_cast<std::size_t>(length)})
                 : "the program";
  return {name, "/proc/self/exe", info.dlpi_addr, info.dlpi_phdr,
          info.dlpi_phnum};
}

/// The name that the loader knows may be relative to a folder that the program
/// has left.
std::string file_of(const dl_phdr_info &info) {
  const auto headers = reinterpret_cast<std::uintptr_t>(info.dlpi_phdr);
  const std::string path = mapping_at(headers).path;
  return path.empty() ? info.dlpi_name : path;
}

int add(dl_phdr_info *info, std::size_t, void *list) {
  auto &objects = *static_cast<std::vector<OwnObject> *>(list);
  if (objects.empty())
    objects.push_back(program(*info));
  else if (const char *name = info->dlpi_name;
           *name && !is_of_the_system(name)) {
    const std::string file = file_of(*info);
    if (!is_of_the_system(file))
      objects.push_back({base_name(name), file, info->dlpi_addr,
                         info->dlpi_phdr, info->dlpi_phnum});
  }
  return 0;
}

} // namespace

std::vector<OwnObject> own_objects() {
  std::vector<OwnObject> objects;
  dl_iterate_phdr(add, &objects);
  return objects;
}

bool is_static(const OwnObject &program) {
  for (std::size_t i = 0; i < program.header_count; ++i)
    if (program.headers[i].p_type == PT_INTERP)
      return false;
  return true;
}

} // namespace paraloop
