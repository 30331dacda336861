// PageMap.cpp: in: /proc/self/pagemap, a word for each page. Out: ranges.

#include "PageMap.h"

#include <algorithm>
#include <fcntl.h>
#include <unistd.h>

namespace paraloop {
namespace {

/// Reading less than this takes as long as the question.
constexpr std::uintptr_t large = std::uintptr_t{1} << 20;

constexpr std::uint64_t present = std::uint64_t{1} << 63;
constexpr std::uint64_t swapped = std::uint64_t{1} << 62;
constexpr std::uint64_t exclusive = std::uint64_t{1} << 56;

/// Returns the words of `count` pages, or fewer if the kernel doesn't say.
std::vector<std::uint64_t> words_of(std::uintptr_t first_page,
                                    std::size_t count) {
  std::vector<std::uint64_t> words(count);
  const int file = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return {};
  const std::size_t size = count * sizeof words[0];
  const ssize_t got = pread(file, words.data(), size,
                            static_cast<off_t>(first_page * sizeof words[0]));
  close(file);
  if (got != static_cast<ssize_t>(size))
    words.clear();
  return words;
}

} // namespace

std::vector<MemoryRange> pages_of(const MemoryRange &range, Pages wanted) {
  if (range.end - range.begin < large)
    return {range};
  const auto size = static_cast<std::uintptr_t>(sysconf(_SC_PAGESIZE));
  const std::uintptr_t first = range.begin / size;
  const std::size_t count = (range.end - 1) / size - first + 1;
  const std::vector<std::uint64_t> words = words_of(first, count);
  if (words.empty())
    return {range};
  const std::uint64_t bits =
      wanted == Pages::own ? exclusive | swapped : present | swapped;
  std::vector<MemoryRange> found;
  for (std::size_t i = 0; i < count; ++i) {
    if ((words[i] & bits) == 0)
      continue;
    const std::uintptr_t begin = std::max((first + i) * size, range.begin);
    const std::uintptr_t end = std::min((first + i + 1) * size, range.end);
    if (!found.empty() && found.back().end == begin)
      found.back().end = end;
    else
      found.push_back({begin, end});
  }
  return found;
}

} // namespace paraloop
