// Extents.cpp: in: address ranges in any order, many of them twice. Out: the
// same memory as few ranges, in a record { count, address, size, bytes, ... }.

#include "paraloop/extents.h"

#include <algorithm>

namespace paraloop {
namespace detail {
namespace {

constexpr std::size_t first_merge = 4096;

} // namespace

void Extents::add_elsewhere(std::uintptr_t begin, std::uintptr_t end) noexcept {
  for (Extent &one : open_) {
    if (one.end == 0 || begin > one.end || end < one.begin)
      continue;
    one.begin = std::min(one.begin, begin);
    one.end = std::max(one.end, end);
    return;
  }
  if (open_[oldest_].end != 0)
    push(open_[oldest_]);
  open_[oldest_] = {begin, end};
  oldest_ = (oldest_ + 1) % most_open;
}

void Extents::push(const Extent &extent) {
  try {
    closed_.push_back(extent);
  } catch (...) {
    failed_ = true;
    return;
  }
  if (closed_.size() < std::max(first_merge, merge_at_))
    return;
  merge();
  merge_at_ = 2 * closed_.size();
}

void Extents::merge() {
  std::sort(closed_.begin(), closed_.end(),
            [](const Extent &a, const Extent &b) { return a.begin < b.begin; });
  std::size_t kept = 0;
  for (const Extent &one : closed_)
    if (kept != 0 && one.begin <= closed_[kept - 1].end)
      closed_[kept - 1].end = std::max(closed_[kept - 1].end, one.end);
    else
      closed_[kept++] = one;
  closed_.resize(kept);
}

void Extents::write(Writer &writer) {
  for (Extent &one : open_)
    if (one.end != 0)
      push(one);
  merge();
  writer.value(static_cast<std::uint64_t>(closed_.size()));
  for (const Extent &one : closed_) {
    writer.value(one.begin);
    writer.value(one.end - one.begin);
    writer.bytes(reinterpret_cast<const void *>(one.begin),
                 one.end - one.begin);
  }
}

void Extents::clear() {
  for (Extent &one : open_)
    one = {};
  oldest_ = 0; // The first stretch comes to open_[0]: see empty().
  closed_.clear();
  merge_at_ = 0;
  failed_ = false;
}

void apply_extents(Reader &reader) {
  for (auto left = reader.value<std::uint64_t>(); left != 0; --left) {
    const auto begin = reader.value<std::uintptr_t>();
    const auto size = reader.value<std::uintptr_t>();
    std::memcpy(reinterpret_cast<void *>(begin), reader.bytes(size), size);
  }
}

} // namespace detail
} // namespace paraloop
