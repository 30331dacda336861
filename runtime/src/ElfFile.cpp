// ElfFile.cpp: in: the bytes of a file. Out: sections and names, as the ELF
// specification defines them; every offset is checked.

#include "ElfFile.h"

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace paraloop {
namespace {

/// These belong to the linker or to tools that count what runs.
constexpr const char *sections_without_variables[] = {
    ".got",   ".plt",   ".data.rel.ro", ".tm_clone_table", ".ctors",
    ".dtors", "__llvm", "__sancov",     "asan_globals"};

bool begins_with(const char *text, const char *beginning) {
  return std::strncmp(text, beginning, std::strlen(beginning)) == 0;
}

constexpr unsigned char type_of(const ElfW(Sym) & symbol) {
  return symbol.st_info & 0xf;
}

} // namespace

ElfFile::ElfFile(const std::string &path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return;
  struct stat status {};
  if (fstat(file, &status) == 0 && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    void *mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (mapped != MAP_FAILED) {
      begin_ = static_cast<const std::byte *>(mapped);
      size_ = size;
    }
  }
  close(file);
  constexpr int own_class = sizeof(void *) == 8 ? ELFCLASS64 : ELFCLASS32;
  header_ = table<ElfW(Ehdr)>(0, 1);
  if (!header_ || std::memcmp(header_->e_ident, ELFMAG, SELFMAG) != 0 ||
      header_->e_ident[EI_CLASS] != own_class ||
      header_->e_shentsize != sizeof(ElfW(Shdr))) {
    header_ = nullptr;
    return;
  }
  sections_ = table<ElfW(Shdr)>(header_->e_shoff, header_->e_shnum);
  section_count_ = sections_ ? header_->e_shnum : 0;
}

ElfFile::~ElfFile() {
  if (begin_)
    munmap(const_cast<std::byte *>(begin_), size_);
}

template <class T>
const T *ElfFile::table(std::uint64_t offset, std::uint64_t count) const {
  if (!begin_ || offset % alignof(T) != 0 || offset > size_ ||
      count > (size_ - offset) / sizeof(T))
    return nullptr;
  return reinterpret_cast<const T *>(begin_ + offset);
}

const char *ElfFile::text(std::uint64_t table_offset, std::uint64_t table_size,
                          std::uint64_t offset) const {
  const char *all = table<char>(table_offset, table_size);
  if (!all || offset >= table_size || all[table_size - 1] != '\0')
    return "";
  return all + offset;
}

const ElfW(Shdr) * ElfFile::find(std::uint32_t type) const {
  for (std::size_t i = 0; i < section_count_; ++i)
    if (sections_[i].sh_type == type)
      return &sections_[i];
  return nullptr;
}

const char *ElfFile::name_of(const ElfW(Shdr) & section) const {
  if (header_->e_shstrndx >= section_count_)
    return "";
  const ElfW(Shdr) &names = sections_[header_->e_shstrndx];
  return text(names.sh_offset, names.sh_size, section.sh_name);
}

bool ElfFile::is_loaded_as(const ElfW(Phdr) * headers,
                           std::size_t count) const {
  if (!header_ || header_->e_phnum != count || section_count_ == 0)
    return false;
  const auto *own = table<ElfW(Phdr)>(header_->e_phoff, count);
  return own && std::memcmp(own, headers, count * sizeof *own) == 0;
}

bool ElfFile::holds_variables(const ElfW(Shdr) & section) const {
  constexpr auto wanted = SHF_WRITE | SHF_ALLOC;
  if ((section.sh_flags & (wanted | SHF_TLS)) != wanted ||
      (section.sh_type != SHT_PROGBITS && section.sh_type != SHT_NOBITS))
    return false;
  const char *name = name_of(section);
  for (const char *beginning : sections_without_variables)
    if (begins_with(name, beginning))
      return false;
  const auto *segments = table<ElfW(Phdr)>(header_->e_phoff, header_->e_phnum);
  for (std::size_t i = 0; segments && i < header_->e_phnum; ++i)
    if (segments[i].p_type == PT_GNU_RELRO &&
        section.sh_addr >= segments[i].p_vaddr &&
        section.sh_addr < segments[i].p_vaddr + segments[i].p_memsz)
      return false;
  return true;
}

std::vector<ElfFile::Section> ElfFile::sections() const {
  std::vector<Section> found;
  for (std::size_t i = 0; i < section_count_; ++i)
    if (holds_variables(sections_[i]))
      found.push_back(
          {{sections_[i].sh_addr, sections_[i].sh_addr + sections_[i].sh_size},
           sections_[i].sh_type == SHT_NOBITS});
  return found;
}

/// The linker puts a variable of a library into the program that names it.
/// Libraries of the system give their variables versions.
std::vector<std::uintptr_t> ElfFile::copied_variables() const {
  std::vector<std::uintptr_t> found;
  const ElfW(Shdr) *symbols = find(SHT_DYNSYM);
  const ElfW(Shdr) *versions = find(SHT_GNU_versym);
  if (!symbols || !versions || find(SHT_GNU_verdef))
    return found;
  const std::size_t count = std::min(symbols->sh_size / sizeof(ElfW(Sym)),
                                     versions->sh_size / sizeof(ElfW(Half)));
  const auto *symbol = table<ElfW(Sym)>(symbols->sh_offset, count);
  const auto *version = table<ElfW(Half)>(versions->sh_offset, count);
  if (!symbol || !version)
    return found;
  constexpr ElfW(Half) hidden = 0x8000;
  for (std::size_t i = 0; i < count; ++i)
    if (symbol[i].st_shndx != SHN_UNDEF &&
        (version[i] & ~hidden) > VER_NDX_GLOBAL)
      found.push_back(symbol[i].st_value);
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<ElfFile::Variable> ElfFile::variables() const {
  std::vector<Variable> found;
  const ElfW(Shdr) *symbols = find(SHT_SYMTAB);
  if (!symbols)
    symbols = find(SHT_DYNSYM);
  if (!symbols || symbols->sh_link >= section_count_)
    return found;
  const std::vector<std::uintptr_t> copied = copied_variables();
  const ElfW(Shdr) &names = sections_[symbols->sh_link];
  const std::size_t count = symbols->sh_size / sizeof(ElfW(Sym));
  const auto *all = table<ElfW(Sym)>(symbols->sh_offset, count);
  std::string source;
  for (std::size_t i = 0; all && i < count; ++i) {
    const ElfW(Sym) &one = all[i];
    const char *name = text(names.sh_offset, names.sh_size, one.st_name);
    if (type_of(one) == STT_FILE)
      source = name;
    else if ((type_of(one) == STT_OBJECT || type_of(one) == STT_COMMON) &&
             one.st_shndx != SHN_UNDEF && one.st_size != 0)
      found.push_back(
          {{one.st_value, one.st_value + one.st_size},
           name,
           one.st_info >> 4 == STB_LOCAL ? source : "",
           std::binary_search(copied.begin(), copied.end(), one.st_value)});
  }
  std::sort(found.begin(), found.end(),
            [](const Variable &a, const Variable &b) {
              return a.range.begin < b.range.begin;
            });
  return found;
}

} // namespace paraloop
