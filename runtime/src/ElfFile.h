// ElfFile.h: what the file of a program or library says about its global
// variables.
//
// In: a path. Out: the sections that hold variables, and the variables in
// them, as addresses relative to where the object is loaded. A file that makes
// no sense has none.

#ifndef PARALOOP_ELF_FILE_H
#define PARALOOP_ELF_FILE_H

#include "MemoryRange.h"

#include <cstddef>
#include <cstdint>
#include <link.h>
#include <string>
#include <vector>

namespace paraloop {

class ElfFile {
public:
  /// Section is memory that the program may write to.
  struct Section {
    MemoryRange range;
    bool begins_empty; ///< The file doesn't hold it.
  };

  /// Variable is an object with static storage duration.
  struct Variable {
    MemoryRange range;
    std::string name;   ///< As the linker knows it.
    std::string source; ///< The source file of a local name, where known.
    bool copied;        ///< From a library that has versions, as libc does.
  };

  /// Maps the file into memory for as long as this object lives.
  explicit ElfFile(const std::string &path);
  ~ElfFile();
  ElfFile(const ElfFile &) = delete;
  ElfFile &operator=(const ElfFile &) = delete;

  /// is_loaded_as() returns true if this is the file that was loaded with these
  /// program headers.
  bool is_loaded_as(const ElfW(Phdr) * headers, std::size_t count) const;

  /// has_all_names() returns false if the local names were stripped.
  bool has_all_names() const { return find(SHT_SYMTAB) != nullptr; }

  /// sections() returns those that hold variables: not those of the linker, of
  /// threads, or that are read-only after the program's start.
  std::vector<Section> sections() const;

  /// variables() returns the named ones, in ascending order.
  std::vector<Variable> variables() const;

private:
  /// Returns null if the file has no such place.
  template <class T>
  const T *table(std::uint64_t offset, std::uint64_t count) const;
  const char *text(std::uint64_t table_offset, std::uint64_t table_size,
                   std::uint64_t offset) const;
  const ElfW(Shdr) * find(std::uint32_t type) const;
  const char *name_of(const ElfW(Shdr) & section) const;
  bool holds_variables(const ElfW(Shdr) & section) const;
  std::vector<std::uintptr_t> copied_variables() const;

  const std::byte *begin_ = nullptr;
  std::size_t size_ = 0;
  const ElfW(Ehdr) *header_ = nullptr;
  const ElfW(Shdr) *sections_ = nullptr;
  std::size_t section_count_ = 0;
};

} // namespace paraloop

#endif
