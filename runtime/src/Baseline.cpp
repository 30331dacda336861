// Baseline.cpp: in: memory. Out: a copy, and later the differences. Of large
// ranges the pages that nobody has touched, or that this process still shares
// with the one that it was forked from, are passed over.

#include "Baseline.h"

#include "PageMap.h"

#include <algorithm>
#include <sys/mman.h>

namespace paraloop {
namespace {

constexpr std::uintptr_t word = sizeof(std::uint64_t);

constexpr std::uintptr_t down(std::uintptr_t address) {
  return address / word * word;
}
constexpr std::uintptr_t up(std::uintptr_t address) {
  return down(address + word - 1);
}

/// Volatile keeps the compiler from calling memcpy(), which a sanitizer would
/// watch: it takes what lies between two variables for a mistake.
volatile std::uint64_t &word_at(std::uintptr_t address) {
  return *reinterpret_cast<volatile std::uint64_t *>(address);
}
volatile std::byte &byte_at(std::uintptr_t address) {
  return *reinterpret_cast<volatile std::byte *>(address);
}

/// add_bytes() appends the runs of bytes that differ in the word at `address`.
void add_bytes(std::uintptr_t address, std::uintptr_t to_copy,
               std::vector<MemoryRange> &found) {
  for (std::uintptr_t at = address; at != address + word; ++at) {
    if (byte_at(at) == byte_at(at + to_copy))
      continue;
    if (!found.empty() && found.back().end == at && at != address)
      found.back().end = at + 1;
    else
      found.push_back({at, at + 1});
  }
}

} // namespace

Baseline::Baseline(const std::vector<Memory> &memory) {
  // Bytes at the borders belong to words that hold something else, too.
  for (const Memory &one : memory) {
    parts_.push_back({{down(one.range.begin), up(one.range.end)}, size_});
    size_ += parts_.back().range.end - parts_.back().range.begin;
  }
  if (size_ == 0)
    return;
  copy_ = mmap(nullptr, size_, PROT_READ | PROT_WRITE,
               MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  failed_ = copy_ == MAP_FAILED;
  if (failed_) {
    parts_.clear();
    return;
  }
  // Best effort: what the body forks would not need it.
  madvise(copy_, size_, MADV_DONTFORK);
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    Part &part = parts_[i];
    part.to_copy += reinterpret_cast<std::uintptr_t>(copy_) - part.range.begin;
    if (!memory[i].begins_empty)
      copy(part, part.range);
    else
      for (const MemoryRange &pages : pages_of(part.range, Pages::touched))
        copy(part, pages);
  }
}

Baseline::~Baseline() {
  if (copy_ && !failed_)
    munmap(copy_, size_);
}

std::vector<MemoryRange> Baseline::differences() const {
  std::vector<MemoryRange> found;
  for (const Part &part : parts_)
    for (const MemoryRange &pages : pages_of(part.range, Pages::own))
      for (std::uintptr_t at = pages.begin; at != pages.end; at += word)
        if (word_at(at) != word_at(at + part.to_copy))
          add_bytes(at, part.to_copy, found);
  return found;
}

void Baseline::accept(const MemoryRange &range) {
  for (const Part &part : parts_) {
    const MemoryRange both{std::max(range.begin, part.range.begin),
                           std::min(range.end, part.range.end)};
    if (both.begin < both.end)
      copy(part, both);
  }
}

void Baseline::copy(const Part &part, const MemoryRange &range) {
  std::uintptr_t at = range.begin;
  for (; at != range.end && at % word != 0; ++at)
    byte_at(at + part.to_copy) = byte_at(at);
  for (; range.end - at >= word; at += word)
    word_at(at + part.to_copy) = word_at(at);
  for (; at != range.end; ++at)
    byte_at(at + part.to_copy) = byte_at(at);
}

} // namespace paraloop
